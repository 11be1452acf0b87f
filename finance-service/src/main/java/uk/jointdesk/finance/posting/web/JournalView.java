package uk.jointdesk.finance.posting.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.jointdesk.finance.money.web.MoneyView;
import uk.jointdesk.finance.posting.domain.Account;
import uk.jointdesk.finance.posting.domain.Entry;
import uk.jointdesk.finance.posting.domain.Journal;
import uk.jointdesk.finance.posting.domain.Origin;
import uk.jointdesk.finance.posting.domain.Posted;

/**
 * A journal as it stands in the ledger.
 *
 * @param origin absent of a journal that somebody entered
 * @param replacement posted together with this reversal, where it was asked for
 */
public record JournalView(
        UUID id,
        LocalDate date,
        String financialYear,
        int period,
        String description,
        UUID reverses,

        @Schema(description = "Where it came from; source correction names the journal whose place it takes")
        Origin origin,

        Instant recordedAt,
        String recordedBy,
        List<LineView> lines,
        JournalView replacement) {

    /** @param partner charged directly, absent for a shared cost */
    public record LineView(
            Account account,
            String budgetLine,
            String partner,
            String costCentre,
            String subjective,
            String project,
            MoneyView debit,
            MoneyView credit) {
        static LineView of(Entry entry) {
            boolean debit = entry.amount().signum() > 0;
            return new LineView(
                    entry.account(),
                    entry.budgetLine(),
                    entry.partner(),
                    entry.coding().costCentre(),
                    entry.coding().subjective(),
                    entry.coding().project(),
                    debit ? MoneyView.of(entry.amount()) : null,
                    debit ? null : MoneyView.of(entry.amount().negated()));
        }
    }

    public static JournalView of(Posted posted) {
        return of(posted, null);
    }

    static JournalView of(Posted posted, JournalView replacement) {
        Journal journal = posted.journal();
        return new JournalView(
                journal.id(),
                journal.date(),
                journal.period().year().code(),
                journal.period().number(),
                journal.description(),
                journal.reverses(),
                journal.origin(),
                posted.recordedAt(),
                posted.recordedBy(),
                journal.entries().stream().map(LineView::of).toList(),
                replacement);
    }
}
