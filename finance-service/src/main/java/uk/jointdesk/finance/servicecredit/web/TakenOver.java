package uk.jointdesk.finance.servicecredit.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import uk.jointdesk.finance.budget.domain.CostPool;
import uk.jointdesk.finance.budget.domain.PoolKind;
import uk.jointdesk.finance.budget.store.BudgetLines;
import uk.jointdesk.finance.money.domain.Money;
import uk.jointdesk.finance.refusal.domain.RuleBroken;
import uk.jointdesk.finance.servicecredit.domain.MonthlyCharge;
import uk.jointdesk.finance.servicecredit.domain.ServiceCredit;
import uk.jointdesk.finance.servicecredit.store.ServiceCredits;
import uk.jointdesk.finance.servicecredit.upstream.ServicePoints;
import uk.jointdesk.finance.year.domain.FinancialYear;
import uk.jointdesk.finance.year.domain.Period;
import uk.jointdesk.finance.year.web.YearParameter;
import uk.jointdesk.kit.problem.Refusal;
import uk.jointdesk.kit.scope.Caller;

/** Turns what a caller asks for into a service credit that the performance service answers for. */
@ApplicationScoped
public class TakenOver {
    private final ServicePoints points;
    private final ServiceCredits credits;
    private final BudgetLines lines;
    private final YearParameter years;
    private final Caller caller;
    private final Clock clock;

    public TakenOver(
            ServicePoints points,
            ServiceCredits credits,
            BudgetLines lines,
            YearParameter years,
            Caller caller,
            Clock clock) {
        this.points = points;
        this.credits = credits;
        this.lines = lines;
        this.years = years;
        this.caller = caller;
        this.clock = clock;
    }

    /** What the performance service says now; nothing is recorded yet. */
    ServiceCredit ask(CreditInput input) {
        FinancialYear year = years.field(input.financialYear(), "/financialYear");
        Period period = input.month(year);
        CostPool line = line(year, input.budgetLine());
        Money charge = input.charge(MonthlyCharge.of(line.budget(), period));
        ServicePoints.Answer answer =
                points.of(input.family(), YearMonth.from(period.span().from()), charge);
        return new ServiceCredit(
                UUID.randomUUID(),
                period,
                input.family(),
                line.code(),
                charge,
                answer.measured(),
                answer.evidence(),
                null,
                null,
                clock.instant(),
                caller.client());
    }

    /** Records it, unless the same was recorded before; empty when there is nothing new to record. */
    Optional<ServiceCredit> record(ServiceCredit asked, String cause) {
        Optional<ServiceCredit> current = credits.current(asked.period(), asked.family());
        if (current.filter(asked::saysTheSameAs).isPresent()) {
            return Optional.empty();
        }
        ServiceCredit fresh =
                current.map(earlier -> asked.superseding(earlier, cause)).orElse(asked);
        if (!credits.add(fresh)) {
            throw Refusal.conflict("credit-changed", "The credit of this month was recorded meanwhile; ask again.");
        }
        return Optional.of(fresh);
    }

    private CostPool line(FinancialYear year, String code) {
        List<CostPool> pools = lines.pools(year).stream()
                .filter(pool -> pool.dividedBy().isPresent())
                .filter(pool -> code == null
                        ? pool.kind() == PoolKind.BASE
                        : pool.code().equals(code))
                .toList();
        if (pools.size() != 1) {
            throw new RuleBroken(
                    "line-unknown", "/budgetLine", "Name a budget line of the year that a scheme divides.");
        }
        return pools.get(0);
    }
}
