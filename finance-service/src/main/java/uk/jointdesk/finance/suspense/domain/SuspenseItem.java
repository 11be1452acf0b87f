package uk.jointdesk.finance.suspense.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import uk.jointdesk.finance.money.domain.Money;
import uk.jointdesk.finance.posting.domain.Account;
import uk.jointdesk.finance.posting.domain.Entry;
import uk.jointdesk.finance.posting.domain.Journal;
import uk.jointdesk.finance.posting.domain.Origin;
import uk.jointdesk.finance.year.domain.Period;

/**
 * A payment that waits in SUSPENSE until somebody knows what it was for.
 *
 * @param journal that put it there
 * @param entered the journal's place in the order of entry
 * @param amount a debit above zero, a credit note below
 * @param sent what the sender said of it; null for a journal that somebody entered
 * @param clearedBy the journal that took it out, or null while it waits
 */
public record SuspenseItem(
        UUID journal, long entered, LocalDate date, String description, Money amount, Sent sent, UUID clearedBy) {

    /** The journals that clear items come from here, with the item's journal as reference: each is cleared once. */
    public static final String SOURCE = "suspense";

    /**
     * @param reference of the line, in the sender's source
     * @param reason why it waits, such as {@code code-unknown}
     */
    public record Sent(
            String source,
            String reference,
            String costCentre,
            String expense,
            String supplier,
            String reason,
            UUID importId,
            Long row) {}

    /** The journal that takes it out of SUSPENSE and to where it belongs. */
    public Journal clearing(UUID id, LocalDate on, String why, Entry target) {
        return new Journal(
                id,
                on,
                Period.containing(on),
                why,
                null,
                new Origin(SOURCE, journal.toString()),
                List.of(target, new Entry(Account.SUSPENSE, null, null, amount.negated())));
    }
}
