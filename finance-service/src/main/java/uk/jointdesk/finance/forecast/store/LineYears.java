package uk.jointdesk.finance.forecast.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.SortedMap;
import java.util.TreeMap;
import uk.jointdesk.finance.budget.domain.CostPool;
import uk.jointdesk.finance.budget.store.BudgetLines;
import uk.jointdesk.finance.forecast.domain.LineYear;
import uk.jointdesk.finance.money.domain.Money;
import uk.jointdesk.finance.posting.domain.PostedCost;
import uk.jointdesk.finance.posting.store.PostedCosts;
import uk.jointdesk.finance.year.domain.FinancialYear;

/** Budget and spending by period of a year's lines. */
@ApplicationScoped
public class LineYears {
    private final BudgetLines lines;
    private final PostedCosts costs;

    public LineYears(BudgetLines lines, PostedCosts costs) {
        this.lines = lines;
        this.costs = costs;
    }

    /** By line code, with what was posted up to a period. */
    public SortedMap<String, LineYear> of(FinancialYear year, int upTo) {
        SortedMap<String, SortedMap<Integer, Money>> spent = new TreeMap<>();
        for (PostedCost cost : costs.of(year, upTo)) {
            spent.computeIfAbsent(cost.line(), any -> new TreeMap<>())
                    .merge(cost.period().number(), cost.amount(), Money::plus);
        }
        SortedMap<String, LineYear> years = new TreeMap<>();
        for (CostPool pool : lines.pools(year)) {
            years.put(pool.code(), new LineYear(pool.budget(), spent.getOrDefault(pool.code(), new TreeMap<>())));
        }
        return years;
    }
}
