package uk.jointdesk.finance.posting.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import uk.jointdesk.finance.budget.domain.CostPool;
import uk.jointdesk.finance.budget.store.BudgetLines;
import uk.jointdesk.finance.partner.store.FundingPartners;
import uk.jointdesk.finance.posting.domain.Entry;
import uk.jointdesk.finance.posting.domain.Journal;
import uk.jointdesk.finance.posting.domain.Posted;
import uk.jointdesk.finance.posting.store.Journals;
import uk.jointdesk.finance.refusal.domain.RuleBroken;
import uk.jointdesk.finance.year.domain.Period;
import uk.jointdesk.finance.year.web.YearParameter;
import uk.jointdesk.kit.problem.Refusal;
import uk.jointdesk.kit.scope.Caller;

/** Turns what a caller sends into a journal in the ledger, once everything it names is known. */
@ApplicationScoped
public class Bookkeeping {
    private final Journals journals;
    private final BudgetLines lines;
    private final FundingPartners register;
    private final YearParameter years;
    private final Caller caller;

    public Bookkeeping(
            Journals journals, BudgetLines lines, FundingPartners register, YearParameter years, Caller caller) {
        this.journals = journals;
        this.lines = lines;
        this.register = register;
        this.years = years;
        this.caller = caller;
    }

    Posted post(JournalInput input) {
        Period period = input.accountingPeriod();
        years.field(period.year().code(), "/date");
        Journal journal = input.isReversal() ? reversal(input, period) : fresh(input, period);
        journals.add(journal, caller.client());
        return journals.find(journal.id()).orElseThrow();
    }

    private Journal fresh(JournalInput input, Period period) {
        Journal journal =
                new Journal(UUID.randomUUID(), input.date(), period, input.description(), null, input.entries());
        Map<String, CostPool> pools =
                lines.pools(period.year()).stream().collect(Collectors.toMap(CostPool::code, pool -> pool));
        Set<String> partners = register.codes();
        for (int i = 0; i < journal.entries().size(); i++) {
            check(journal.entries().get(i), "/lines/" + i, pools, partners);
        }
        return journal;
    }

    private static void check(Entry entry, String pointer, Map<String, CostPool> pools, Set<String> partners) {
        if (entry.partner() != null && !partners.contains(entry.partner())) {
            throw new RuleBroken("partner-unknown", pointer + "/partner", "No funding partner has this code.");
        }
        if (!entry.account().isCost()) {
            return;
        }
        CostPool pool = pools.get(entry.budgetLine());
        if (pool == null) {
            throw new RuleBroken("line-unknown", pointer + "/budgetLine", "The year has no budget line of this code.");
        }
        if (entry.partner() == null && pool.dividedBy().isEmpty()) {
            throw new RuleBroken(
                    "line-needs-partner", pointer + "/partner", "Nothing divides this line: name the partner charged.");
        }
    }

    private Journal reversal(JournalInput input, Period period) {
        Journal undone = journals.find(input.reverses())
                .map(Posted::journal)
                .orElseThrow(() -> new RuleBroken("journal-unknown", "/reverses", "There is no such journal."));
        if (!undone.period().year().equals(period.year())) {
            throw new RuleBroken("reversal-other-year", "/date", "A journal is reversed in its own financial year.");
        }
        if (journals.isReversed(undone.id())) {
            throw Refusal.conflict("already-reversed", "The journal was reversed before.");
        }
        return undone.reversal(UUID.randomUUID(), input.date(), period, input.description());
    }
}
