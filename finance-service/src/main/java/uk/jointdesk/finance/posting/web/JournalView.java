package uk.jointdesk.finance.posting.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import uk.jointdesk.finance.money.web.MoneyView;
import uk.jointdesk.finance.posting.domain.Account;
import uk.jointdesk.finance.posting.domain.Entry;
import uk.jointdesk.finance.posting.domain.Journal;
import uk.jointdesk.finance.posting.domain.Posted;

/** A journal as it stands in the ledger. */
public record JournalView(
        UUID id,
        LocalDate date,
        String financialYear,
        int period,
        String description,
        UUID reverses,
        Instant recordedAt,
        List<LineView> lines) {

    /** @param partner charged directly, absent for a shared cost */
    public record LineView(Account account, String budgetLine, String partner, MoneyView debit, MoneyView credit) {
        static LineView of(Entry entry) {
            boolean debit = entry.amount().signum() > 0;
            return new LineView(
                    entry.account(),
                    entry.budgetLine(),
                    entry.partner(),
                    debit ? MoneyView.of(entry.amount()) : null,
                    debit ? null : MoneyView.of(entry.amount().negated()));
        }
    }

    static JournalView of(Posted posted) {
        Journal journal = posted.journal();
        return new JournalView(
                journal.id(),
                journal.date(),
                journal.period().year().code(),
                journal.period().number(),
                journal.description(),
                journal.reverses(),
                posted.recordedAt(),
                journal.entries().stream().map(LineView::of).toList());
    }
}
