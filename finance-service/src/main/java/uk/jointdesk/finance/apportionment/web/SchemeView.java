package uk.jointdesk.finance.apportionment.web;

import java.time.LocalDate;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import uk.jointdesk.finance.apportionment.domain.Formula;
import uk.jointdesk.finance.apportionment.domain.Method;
import uk.jointdesk.finance.apportionment.domain.RemainderRule;
import uk.jointdesk.finance.apportionment.domain.SchemeRecord;
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

    /** One dated version with its numbers. */
    public record VersionView(
            int version,
            LocalDate validFrom,
            Method method,
            RemainderRule remainderRule,
            Map<String, ExactNumber> weights,
            Map<String, SortedMap<String, ExactNumber>> drivers,
            String source,
            boolean assumption) {

        static VersionView of(SchemeRecord.Version recorded) {
            Formula formula = recorded.version().formula();
            SortedMap<String, SortedMap<String, ExactNumber>> drivers = new TreeMap<>();
            formula.drivers().forEach((driver, values) -> drivers.put(driver, numbers(values)));
            return new VersionView(
                    recorded.version().number(),
                    recorded.version().validFrom(),
                    formula.method(),
                    RemainderRule.LARGEST_REMAINDER,
                    numbers(formula.weights()),
                    drivers.isEmpty() ? null : drivers,
                    recorded.source(),
                    recorded.assumption());
        }

        private static SortedMap<String, ExactNumber> numbers(Map<String, Fraction> fractions) {
            SortedMap<String, ExactNumber> numbers = new TreeMap<>();
            fractions.forEach((key, value) -> numbers.put(key, ExactNumber.of(value)));
            return numbers;
        }
    }
}
