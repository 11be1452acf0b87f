package uk.jointdesk.finance.statement.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import uk.jointdesk.finance.apportionment.store.Schemes;
import uk.jointdesk.finance.budget.domain.CostPool;
import uk.jointdesk.finance.budget.domain.PoolKind;
import uk.jointdesk.finance.budget.store.BudgetLines;
import uk.jointdesk.finance.covid.domain.CovidExpenditure;
import uk.jointdesk.finance.covid.store.CovidFacts;
import uk.jointdesk.finance.statement.domain.AssumedShares;
import uk.jointdesk.finance.statement.domain.CovidStatement;
import uk.jointdesk.finance.year.domain.FinancialYear;
import uk.jointdesk.finance.year.store.FinancialYears;

/** Covid-19 spend year by year, each year as its end left it. */
@ApplicationScoped
public class CovidYears {
    private final CovidFacts facts;
    private final FinancialYears years;
    private final BudgetLines lines;
    private final Schemes schemes;

    public CovidYears(CovidFacts facts, FinancialYears years, BudgetLines lines, Schemes schemes) {
        this.facts = facts;
        this.years = years;
        this.lines = lines;
        this.schemes = schemes;
    }

    /** The years from the first with Covid-19 spend to the last asked for, which is always there. */
    public List<CovidStatement.Year> upTo(FinancialYear last) {
        List<CovidStatement.Year> spent = new ArrayList<>();
        for (FinancialYear year : years.all()) {
            if (year.compareTo(last) <= 0) {
                CovidExpenditure spend = facts.on(year.to());
                if (!spend.items().isEmpty() || !spent.isEmpty() || year.equals(last)) {
                    spent.add(new CovidStatement.Year(year, spend));
                }
            }
        }
        return List.copyOf(spent);
    }

    /** Whether a scheme that divides a year's Covid-19 lines has shares that nobody published. */
    public boolean areSharesAssumed(FinancialYear year) {
        AssumedShares assumed = AssumedShares.in(schemes.all());
        return lines.pools(year).stream()
                .filter(pool -> pool.kind() == PoolKind.COVID)
                .map(CostPool::scheme)
                .anyMatch(assumed::anyOf);
    }
}
