package uk.jointdesk.finance.driver.domain;

import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import uk.jointdesk.finance.money.domain.Fraction;
import uk.jointdesk.finance.refusal.domain.RuleBroken;

/**
 * What a driver read over some months: for each partner the mean of the months it has a value for, exact. A partner that
 * joined halfway is not made smaller by the months before.
 *
 * @param values what the means were taken of, by partner and month
 */
public record Reading(String driver, Months months, SortedMap<String, Fraction> means, List<DriverValue> values) {

    public Reading {
        means = Collections.unmodifiableSortedMap(new TreeMap<>(means));
        values = List.copyOf(values);
    }

    /**
     * @param current values that nothing supersedes, of any driver and month
     * @throws RuleBroken {@code driver-without-values} when there are none in these months
     */
    public static Reading of(String driver, Months months, Collection<DriverValue> current) {
        List<DriverValue> read = current.stream()
                .filter(value -> value.key().driver().equals(driver)
                        && months.contains(value.key().month()))
                .sorted(Comparator.comparing(DriverValue::partner)
                        .thenComparing(value -> value.key().month()))
                .toList();
        if (read.isEmpty()) {
            throw new RuleBroken(
                    "driver-without-values", "/reading", "There are no values of " + driver + " for " + months + ".");
        }
        SortedMap<String, Fraction> sums = new TreeMap<>();
        SortedMap<String, Fraction> counts = new TreeMap<>();
        for (DriverValue value : read) {
            sums.merge(value.partner(), value.fraction(), Fraction::plus);
            counts.merge(value.partner(), Fraction.ONE, Fraction::plus);
        }
        sums.replaceAll((partner, sum) -> sum.dividedBy(counts.get(partner)));
        return new Reading(driver, months, sums, read);
    }
}
