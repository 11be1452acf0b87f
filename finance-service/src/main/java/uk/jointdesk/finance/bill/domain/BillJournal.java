package uk.jointdesk.finance.bill.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import uk.jointdesk.finance.money.domain.Money;
import uk.jointdesk.finance.posting.domain.Account;
import uk.jointdesk.finance.posting.domain.Entry;
import uk.jointdesk.finance.posting.domain.Journal;
import uk.jointdesk.finance.posting.domain.Origin;
import uk.jointdesk.finance.year.domain.Period;

/** What the ledger says of a bill: the partner owes it, and it is a contribution. A credit note is its mirror. */
public final class BillJournal {
    private BillJournal() {}

    public static Journal of(String number, LocalDate on, String partner, Money amount) {
        return new Journal(
                UUID.randomUUID(),
                on,
                Period.containing(on),
                (amount.signum() > 0 ? "Invoice " : "Credit note ") + number,
                null,
                new Origin("bill", number),
                List.of(
                        new Entry(Account.DEBTORS, null, partner, amount),
                        new Entry(Account.CONTRIBUTIONS, null, partner, amount.negated())));
    }
}
