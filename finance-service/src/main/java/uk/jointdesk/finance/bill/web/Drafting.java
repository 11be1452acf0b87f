package uk.jointdesk.finance.bill.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import uk.jointdesk.finance.bill.domain.BillDraft;
import uk.jointdesk.finance.bill.domain.Billing;
import uk.jointdesk.finance.bill.domain.BillingRun;
import uk.jointdesk.finance.bill.domain.ContributionDue;
import uk.jointdesk.finance.bill.domain.Due;
import uk.jointdesk.finance.bill.domain.Refund;
import uk.jointdesk.finance.bill.store.Bills;
import uk.jointdesk.finance.budget.domain.CostPool;
import uk.jointdesk.finance.contribution.domain.Basis;
import uk.jointdesk.finance.contribution.domain.Contributions;
import uk.jointdesk.finance.contribution.domain.YearFacts;
import uk.jointdesk.finance.contribution.store.ContributionFacts;
import uk.jointdesk.finance.exit.store.ExitStatements;
import uk.jointdesk.finance.money.domain.Money;
import uk.jointdesk.finance.refusal.domain.RuleBroken;
import uk.jointdesk.finance.year.domain.FinancialYear;
import uk.jointdesk.finance.year.domain.Period;

/** Works out the bills of a run from the facts as they stand. */
@ApplicationScoped
public class Drafting {
    private final ContributionFacts facts;
    private final Bills bills;
    private final ExitStatements exits;

    public Drafting(ContributionFacts facts, Bills bills, ExitStatements exits) {
        this.facts = facts;
        this.bills = bills;
        this.exits = exits;
    }

    List<BillDraft> bills(BillingRun run) {
        return switch (run.kind()) {
            case ESTIMATE -> less(contributions(run.year(), Basis.BUDGET, Period.CLOSING), run);
            case TRUE_UP -> less(contributions(run.year(), Basis.ACTUAL, run.upTo()), run);
            case REFUND -> Billing.bills(refund(run), Map.of(), run.plan());
            case EXIT -> Billing.bills(settlement(run), Map.of(), run.plan());
        };
    }

    private List<BillDraft> less(Map<String, Due> due, BillingRun run) {
        return Billing.bills(due, Billing.byPartner(bills.billed(run.year())), run.plan());
    }

    private Map<String, Due> contributions(FinancialYear year, Basis basis, int upTo) {
        YearFacts known = facts.of(year, upTo);
        SortedMap<String, Due> dues = new TreeMap<>();
        Contributions.of(known, basis)
                .items()
                .forEach(item -> dues.put(item.partner(), ContributionDue.of(item, known.pools())));
        return dues;
    }

    private Map<String, Due> refund(BillingRun run) {
        Refund refund = run.refund();
        Money billed =
                Money.sum(bills.billed(run.year()).stream().map(Due::total).toList());
        if (refund.amount().compareTo(billed) > 0) {
            throw new RuleBroken(
                    "refund-exceeds-billed", "/refund/amount", "No more than " + billed + " was billed for the year.");
        }
        YearFacts known = facts.of(run.year(), Period.CLOSING);
        CostPool pool = known.pools().stream()
                .filter(line -> line.code().equals(refund.line()))
                .findFirst()
                .orElseThrow(() -> new RuleBroken(
                        "line-unknown", "/refund/budgetLine", "The year has no budget line of this code."));
        return Billing.byPartner(refund.dues(pool, known.schemes(), known.members()));
    }

    private Map<String, Due> settlement(BillingRun run) {
        return Billing.byPartner(List.of(exits.settlement(run.exitStatement())
                .orElseThrow(() -> new RuleBroken(
                        "exit-not-final", "/exitStatement", "There is no final exit statement of this id."))));
    }
}
