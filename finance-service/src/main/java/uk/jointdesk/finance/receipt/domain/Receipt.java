package uk.jointdesk.finance.receipt.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import uk.jointdesk.finance.money.domain.Money;
import uk.jointdesk.finance.posting.domain.Account;
import uk.jointdesk.finance.posting.domain.Entry;
import uk.jointdesk.finance.posting.domain.Journal;
import uk.jointdesk.finance.posting.domain.Origin;
import uk.jointdesk.finance.refusal.domain.RuleBroken;
import uk.jointdesk.finance.year.domain.Period;

/**
 * Money a partner paid, or that was paid back to it.
 *
 * @param bill number of the invoice it pays, or null for money on account
 * @param amount below zero for money paid back, which names no bill
 * @param reference of the bank; one of a partner comes once
 */
public record Receipt(
        UUID id,
        String partner,
        String bill,
        Money amount,
        LocalDate receivedOn,
        String reference,
        Instant recordedAt,
        String recordedBy) {

    /** @throws RuleBroken {@code amount-zero}, {@code repayment-names-bill} */
    public Receipt {
        if (amount.isZero()) {
            throw new RuleBroken("amount-zero", "/amount", "Nothing was paid.");
        }
        if (amount.signum() < 0 && bill != null) {
            throw new RuleBroken("repayment-names-bill", "/bill", "Money is paid back from the account, of no bill.");
        }
    }

    /** What the ledger says of it: there is more cash, and less is owed. */
    public Journal journal(UUID journalId) {
        return new Journal(
                journalId,
                receivedOn,
                Period.containing(receivedOn),
                (amount.signum() > 0 ? "Receipt " : "Repayment ") + reference,
                null,
                new Origin("receipt", id.toString()),
                List.of(
                        new Entry(Account.CASH, null, null, amount),
                        new Entry(Account.DEBTORS, null, partner, amount.negated())));
    }
}
