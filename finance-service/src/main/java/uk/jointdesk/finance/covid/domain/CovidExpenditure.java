package uk.jointdesk.finance.covid.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import uk.jointdesk.finance.money.domain.Money;

/**
 * Covid-19 spend up to a day, per billed partner: since it began, and of that in the day's financial year. The two were
 * confused in discussion often enough that they always stand beside each other (954.8k at the end of 2020-21 and 975.5k
 * to date are 20.7k in the year).
 *
 * @param items by partner code; their sums are the totals
 */
public record CovidExpenditure(List<Row> items) {

    /**
     * What one partner bears.
     *
     * @param claimed of the cumulative spend, from whoever pays it back
     */
    public record Row(String partner, Money inYear, Money cumulative, Money claimed) {

        public Money unclaimed() {
            return cumulative.minus(claimed);
        }

        Row plus(Row other) {
            return new Row(
                    partner, inYear.plus(other.inYear), cumulative.plus(other.cumulative), claimed.plus(other.claimed));
        }
    }

    /**
     * @param before what each partner bore by the end of the year before
     * @param toDate what each bears by now; the division of the total to date, so in-year figures are differences
     * @param claimed what each has claimed by now
     */
    public static CovidExpenditure of(
            Map<String, Money> before, Map<String, Money> toDate, Map<String, Money> claimed) {
        SortedMap<String, Money> partners = new TreeMap<>(before);
        partners.putAll(toDate);
        partners.putAll(claimed);
        return new CovidExpenditure(partners.keySet().stream()
                .map(partner -> {
                    Money cumulative = toDate.getOrDefault(partner, Money.ZERO);
                    Money inYear = cumulative.minus(before.getOrDefault(partner, Money.ZERO));
                    return new Row(partner, inYear, cumulative, claimed.getOrDefault(partner, Money.ZERO));
                })
                .toList());
    }

    public Row total() {
        return sum("ALL", items);
    }

    /** What one council may see: its own rows, and all the others as one. */
    public CovidExpenditure ownAndOthers(Predicate<String> own) {
        List<Row> seen = new ArrayList<>(
                items.stream().filter(row -> own.test(row.partner)).toList());
        List<Row> others = items.stream().filter(row -> !own.test(row.partner)).toList();
        if (!others.isEmpty()) {
            seen.add(sum("OTHERS", others));
        }
        return new CovidExpenditure(List.copyOf(seen));
    }

    private static Row sum(String name, List<Row> rows) {
        return rows.stream().reduce(new Row(name, Money.ZERO, Money.ZERO, Money.ZERO), Row::plus);
    }
}
