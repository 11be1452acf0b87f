package uk.jointdesk.finance.suspense.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.UUID;
import uk.jointdesk.finance.budget.web.LineParameter;
import uk.jointdesk.finance.posting.domain.Journal;
import uk.jointdesk.finance.posting.store.Journals;
import uk.jointdesk.finance.suspense.domain.SuspenseItem;
import uk.jointdesk.finance.year.domain.FinancialYear;
import uk.jointdesk.finance.year.web.YearParameter;
import uk.jointdesk.kit.problem.Refusal;
import uk.jointdesk.kit.scope.Caller;

/** Takes items out of SUSPENSE, each once. */
@ApplicationScoped
public class Clearance {
    private final Journals journals;
    private final LineParameter lines;
    private final YearParameter years;
    private final Caller caller;

    public Clearance(Journals journals, LineParameter lines, YearParameter years, Caller caller) {
        this.journals = journals;
        this.lines = lines;
        this.years = years;
        this.caller = caller;
    }

    Journal clear(SuspenseItem item, ClearingInput input) {
        if (item.clearedBy() != null) {
            throw Refusal.conflict("already-cleared", "The item was cleared before.");
        }
        LocalDate on = input.on(item.date());
        FinancialYear year = years.field(FinancialYear.containing(on).code(), "/date");
        lines.chargeable(year, input.budgetLine(), input.partner());
        String why = input.description() == null ? "Out of suspense: " + item.description() : input.description();
        String text = why.substring(0, Math.min(500, why.length()));
        Journal journal = item.clearing(UUID.randomUUID(), on, text, input.entry(item.amount()));
        journals.add(journal, caller.client());
        return journal;
    }
}
