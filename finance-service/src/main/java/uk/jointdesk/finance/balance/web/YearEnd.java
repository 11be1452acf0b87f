package uk.jointdesk.finance.balance.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import uk.jointdesk.finance.balance.domain.OpeningBalances;
import uk.jointdesk.finance.balance.store.Balances;
import uk.jointdesk.finance.period.store.Periods;
import uk.jointdesk.finance.posting.domain.Journal;
import uk.jointdesk.finance.posting.domain.Posted;
import uk.jointdesk.finance.posting.store.Journals;
import uk.jointdesk.finance.year.domain.FinancialYear;
import uk.jointdesk.finance.year.domain.Period;
import uk.jointdesk.kit.problem.Refusal;
import uk.jointdesk.kit.scope.Caller;

/** Carries the balances of a closed year into the next one, once. */
@ApplicationScoped
public class YearEnd {
    private final Journals journals;
    private final Balances balances;
    private final Periods periods;
    private final Caller caller;

    public YearEnd(Journals journals, Balances balances, Periods periods, Caller caller) {
        this.journals = journals;
        this.balances = balances;
        this.periods = periods;
        this.caller = caller;
    }

    /** The journal that carried them, if it was done. */
    Optional<Posted> done(FinancialYear ended) {
        return journals.from(OpeningBalances.originOf(ended)).flatMap(journals::find);
    }

    /** A closed year never changes, so what is carried is final; it goes into the first period that still takes it. */
    Posted carry(FinancialYear ended) {
        if (!periods.isClosed(new Period(ended, Period.CLOSING))) {
            throw Refusal.conflict("year-open", "Close P13 of " + ended.code() + " first: until then balances move.");
        }
        Period into = periods.firstOpen(ended.next())
                .orElseThrow(() -> Refusal.conflict(
                        "next-year-not-open",
                        ended.next().code() + " has no open period: open the year before balances are carried."));
        Journal opening = OpeningBalances.carry(UUID.randomUUID(), ended, balances.of(ended, Period.CLOSING), into);
        journals.add(opening, caller.client());
        return journals.find(opening.id()).orElseThrow();
    }
}
