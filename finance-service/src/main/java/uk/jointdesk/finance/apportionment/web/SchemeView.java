package uk.jointdesk.finance.apportionment.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import uk.jointdesk.finance.apportionment.domain.Formula;
import uk.jointdesk.finance.apportionment.domain.Method;
import uk.jointdesk.finance.apportionment.domain.ReadingRule;
import uk.jointdesk.finance.apportionment.domain.RemainderRule;
import uk.jointdesk.finance.apportionment.domain.SchemeRecord;
import uk.jointdesk.finance.apportionment.domain.Standing;
import uk.jointdesk.finance.apportionment.domain.WeightSource;
import uk.jointdesk.finance.money.domain.Fraction;
import uk.jointdesk.finance.money.web.ExactNumber;

/**
 * A scheme in a list.
 *
 * @param latest the version that began last, absent while there is none
 */
public record SchemeView(String code, String title, int versions, VersionView latest) {

    static SchemeView of(SchemeRecord scheme) {
        int count = scheme.versions().size();
        VersionView latest =
                count == 0 ? null : VersionView.of(scheme.versions().get(count - 1));
        return new SchemeView(scheme.code(), scheme.title(), count, latest);
    }

    /**
     * One dated version with its numbers.
     *
     * @param status PROPOSED, APPROVED or REJECTED; only an approved one is in force
     * @param driver what the weights of a DRIVER version count
     * @param reading how the weights were read from driver values, absent where they were given
     * @param follows the approved version whose rule this one applies to later values
     */
    public record VersionView(
            int version,
            LocalDate validFrom,
            String status,
            Method method,
            RemainderRule remainderRule,
            Map<String, ExactNumber> weights,
            Map<String, SortedMap<String, ExactNumber>> drivers,
            String driver,
            ReadingView reading,
            ExactNumber tolerancePoints,
            LocalDate reviewOn,
            Integer follows,
            String source,
            boolean assumption,
            String proposedBy,
            Instant proposedAt,
            Standing.Decision decision) {

        static VersionView of(SchemeRecord.Version recorded) {
            Formula formula = recorded.version().formula();
            SortedMap<String, SortedMap<String, ExactNumber>> drivers = new TreeMap<>();
            formula.drivers().forEach((driver, values) -> drivers.put(driver, numbers(values)));
            return new VersionView(
                    recorded.version().number(),
                    recorded.version().validFrom(),
                    recorded.standing().state(),
                    formula.method(),
                    RemainderRule.LARGEST_REMAINDER,
                    numbers(formula.weights()),
                    drivers.isEmpty() ? null : drivers,
                    recorded.weights().driver(),
                    ReadingView.of(recorded.weights()),
                    number(recorded.weights().tolerancePoints()),
                    recorded.weights().reviewOn(),
                    recorded.weights().follows(),
                    recorded.source(),
                    recorded.assumption(),
                    recorded.standing().proposedBy(),
                    recorded.standing().proposedAt(),
                    recorded.standing().decision());
        }

        private static ExactNumber number(Fraction tolerance) {
            return tolerance == null ? null : ExactNumber.of(tolerance);
        }

        private static SortedMap<String, ExactNumber> numbers(Map<String, Fraction> fractions) {
            SortedMap<String, ExactNumber> numbers = new TreeMap<>();
            fractions.forEach((key, value) -> numbers.put(key, ExactNumber.of(value)));
            return numbers;
        }
    }

    /** Whose months' driver values were read, and why those. */
    public record ReadingView(ReadingRule rule, YearMonth from, YearMonth to) {
        public static ReadingView of(WeightSource source) {
            return source.rule() == null
                    ? null
                    : new ReadingView(
                            source.rule(),
                            source.months().from(),
                            source.months().to());
        }
    }
}
