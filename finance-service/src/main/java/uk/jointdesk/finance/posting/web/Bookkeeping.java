package uk.jointdesk.finance.posting.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import uk.jointdesk.finance.period.store.Periods;
import uk.jointdesk.finance.posting.domain.Journal;
import uk.jointdesk.finance.posting.domain.Origin;
import uk.jointdesk.finance.posting.domain.Posted;
import uk.jointdesk.finance.posting.store.Journals;
import uk.jointdesk.finance.refusal.domain.RuleBroken;
import uk.jointdesk.finance.year.domain.FinancialYear;
import uk.jointdesk.finance.year.domain.Period;
import uk.jointdesk.finance.year.web.YearParameter;
import uk.jointdesk.kit.problem.Refusal;
import uk.jointdesk.kit.scope.Caller;

/** Turns what a caller sends into journals in the ledger, once everything they name is known. */
@ApplicationScoped
public class Bookkeeping {
    /** Source of a journal that takes the place of one reversed; its reference is that journal. */
    static final String CORRECTION = "correction";

    private final Journals journals;
    private final EntryRules rules;
    private final Periods periods;
    private final YearParameter years;
    private final Caller caller;

    public Bookkeeping(Journals journals, EntryRules rules, Periods periods, YearParameter years, Caller caller) {
        this.journals = journals;
        this.rules = rules;
        this.periods = periods;
        this.years = years;
        this.caller = caller;
    }

    /** The journal, and after it the one that replaces what it undoes, if that was asked for. */
    List<Posted> post(JournalInput input) {
        Period period = input.accountingPeriod();
        years.field(period.year().code(), "/date");
        List<Journal> written = input.isReversal() ? correction(input, period) : List.of(fresh(input, period));
        journals.addAll(written, caller.client());
        return written.stream()
                .map(journal -> journals.find(journal.id()).orElseThrow())
                .toList();
    }

    private Journal fresh(JournalInput input, Period period) {
        Journal journal =
                new Journal(UUID.randomUUID(), input.date(), period, input.description(), null, input.entries());
        rules.check(journal.entries(), period.year(), input.date(), "/lines/");
        return journal;
    }

    private List<Journal> correction(JournalInput input, Period period) {
        Journal undone = journals.find(input.reverses())
                .map(Posted::journal)
                .orElseThrow(() -> new RuleBroken("journal-unknown", "/reverses", "There is no such journal."));
        checkYear(undone, period.year());
        if (journals.isReversed(undone.id())) {
            throw Refusal.conflict("already-reversed", "The journal was reversed before.");
        }
        List<Journal> written = new ArrayList<>();
        written.add(undone.reversal(UUID.randomUUID(), input.date(), period, input.description()));
        if (input.replacement() != null) {
            written.add(replacement(input, period, undone));
        }
        return written;
    }

    /** What is wrong in a closed year is put right in the year in which it is found. */
    private void checkYear(Journal undone, FinancialYear year) {
        FinancialYear original = undone.period().year();
        if (original.equals(year)) {
            return;
        }
        if (year.compareTo(original) < 0 || !periods.isClosed(new Period(original, Period.CLOSING))) {
            throw new RuleBroken(
                    "reversal-other-year", "/date", "A journal is reversed in its own year while that is open.");
        }
        rules.checkLinesExist(undone.entries(), year, "/reverses");
    }

    private Journal replacement(JournalInput input, Period period, Journal undone) {
        Origin origin = new Origin(CORRECTION, undone.id().toString());
        Journal journal = new Journal(
                UUID.randomUUID(), input.date(), period, input.description(), null, origin, input.replacingEntries());
        rules.check(journal.entries(), period.year(), input.date(), "/replacement/");
        return journal;
    }
}
