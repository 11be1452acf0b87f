package uk.jointdesk.finance.budget.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import uk.jointdesk.finance.access.WholeService;
import uk.jointdesk.finance.budget.domain.Budget;
import uk.jointdesk.finance.budget.domain.BudgetChange;
import uk.jointdesk.finance.budget.domain.ChangeKind;
import uk.jointdesk.finance.budget.domain.ChangeRules;
import uk.jointdesk.finance.budget.store.BudgetChanges;
import uk.jointdesk.finance.budget.store.BudgetLines;
import uk.jointdesk.finance.budget.store.Budgets;
import uk.jointdesk.finance.refusal.domain.RuleBroken;
import uk.jointdesk.finance.year.domain.FinancialYear;
import uk.jointdesk.finance.year.web.YearParameter;
import uk.jointdesk.kit.paging.Cursor;
import uk.jointdesk.kit.paging.Limit;
import uk.jointdesk.kit.paging.Page;
import uk.jointdesk.kit.problem.Refusal;
import uk.jointdesk.kit.scope.Caller;

/** Changes are asked for by one and decided on by another; virements are those that add nothing. */
@ApplicationScoped
public class ChangeRequests {
    private final BudgetChanges changes;
    private final BudgetLines lines;
    private final Budgets budgets;
    private final YearParameter years;
    private final WholeService wholeService;
    private final Caller caller;
    private final Clock clock;

    public ChangeRequests(
            BudgetChanges changes,
            BudgetLines lines,
            Budgets budgets,
            YearParameter years,
            WholeService wholeService,
            Caller caller,
            Clock clock) {
        this.changes = changes;
        this.lines = lines;
        this.budgets = budgets;
        this.years = years;
        this.wholeService = wholeService;
        this.caller = caller;
        this.clock = clock;
    }

    Page<ChangeView> page(
            String financialYear, ChangeKind kind, BudgetChange.Status status, Integer limit, String cursor) {
        wholeService.required();
        int most = Limit.of(limit);
        BudgetChanges.Wanted wanted = new BudgetChanges.Wanted(years.optional(financialYear), kind, status);
        List<BudgetChanges.Entered> found = changes.page(wanted, after(cursor), most + 1);
        return Page.of(found, most, last -> Cursor.encode(Long.toString(last.number())))
                .map(entered -> ChangeView.of(entered.change()));
    }

    private static long after(String cursor) {
        if (cursor == null) {
            return 0;
        }
        try {
            return Long.parseLong(Cursor.decode(cursor, 1).get(0));
        } catch (NumberFormatException notOurs) {
            throw Cursor.invalid();
        }
    }

    /** @param kind that it must have, or null for any */
    BudgetChange find(UUID id, ChangeKind kind) {
        wholeService.required();
        return changes.find(id)
                .filter(change -> kind == null || change.kind() == kind)
                .orElseThrow(Refusal::notFound);
    }

    /** What is asked for, once it is known to be possible. */
    BudgetChange read(ChangeInput.New body) {
        wholeService.required();
        FinancialYear year = years.field(body.financialYear(), "/financialYear");
        checkApproved(year);
        BudgetChange change = new BudgetChange(
                UUID.randomUUID(),
                year,
                body.kind(),
                body.reason(),
                ChangeInput.read(body.lines()),
                clock.instant(),
                caller.client(),
                null);
        new ChangeRules(lines.byCode(year)).check(change);
        return change;
    }

    private void checkApproved(FinancialYear year) {
        if (budgets.find(year).flatMap(Budget::approval).isEmpty()) {
            throw new RuleBroken(
                    "budget-not-approved", "/financialYear", "A draft is edited; only an approved budget is changed.");
        }
    }

    ChangeView request(BudgetChange change) {
        changes.request(change);
        return ChangeView.of(changes.find(change.id()).orElseThrow());
    }

    ChangeView decide(BudgetChange change, ChangeInput.Decision decision) {
        if (change.requestedBy().equals(caller.client())) {
            throw Refusal.forbidden("own-request", "Another than the one who asked decides.");
        }
        changes.decide(change, decision.outcome(), decision.reason(), caller.client());
        return ChangeView.of(changes.find(change.id()).orElseThrow());
    }
}
