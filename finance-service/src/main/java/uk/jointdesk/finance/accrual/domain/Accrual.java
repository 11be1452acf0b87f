package uk.jointdesk.finance.accrual.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import uk.jointdesk.finance.money.domain.Money;
import uk.jointdesk.finance.posting.domain.Account;
import uk.jointdesk.finance.posting.domain.Coding;
import uk.jointdesk.finance.posting.domain.Entry;
import uk.jointdesk.finance.posting.domain.Journal;
import uk.jointdesk.finance.posting.domain.Origin;
import uk.jointdesk.finance.refusal.domain.RuleBroken;
import uk.jointdesk.finance.year.domain.FinancialYear;
import uk.jointdesk.finance.year.domain.Period;

/**
 * A cost counted in the period it belongs to, though its invoice comes later (or came too early): posted on the last day
 * of the period, and taken back on the first day of the next.
 *
 * @param amount above zero
 * @param order the purchase order it is for, or null
 */
public record Accrual(
        UUID id,
        Kind kind,
        Period period,
        String budgetLine,
        String partner,
        Coding coding,
        Money amount,
        String description,
        String order) {

    /** The journals of accruals come from here, with the accrual's id as reference. */
    public static final String SOURCE = "accrual";

    private static final int LAST_MONTH = 12;

    /** Which side of the period the invoice is on. */
    public enum Kind {
        /** Received and not yet invoiced: the cost is brought into the period. */
        ACCRUAL,
        /** Invoiced and not yet received: the cost is taken out of the period, into the next. */
        PREPAYMENT
    }

    /** @throws RuleBroken {@code amount-not-positive}, {@code period-unfit} */
    public Accrual {
        if (amount.signum() <= 0) {
            throw new RuleBroken("amount-not-positive", "/amount/amount", "What is accrued is above zero.");
        }
        if (period.number() > LAST_MONTH) {
            throw new RuleBroken("period-unfit", "/period", "P1 to P12; P13 closes the year and nothing follows it.");
        }
    }

    /** Where it is taken back: P1 of the next year after P12. */
    public Period next() {
        return period.number() == LAST_MONTH
                ? new Period(new FinancialYear(period.year().startsIn() + 1), 1)
                : new Period(period.year(), period.number() + 1);
    }

    /** The journal of the period. */
    public Journal journal() {
        Money cost = kind == Kind.ACCRUAL ? amount : amount.negated();
        LocalDate last = period.span().to();
        Entry expenditure = new Entry(Account.EXPENDITURE, budgetLine, partner, cost, coding);
        Entry accrued = new Entry(Account.ACCRUALS, null, null, cost.negated());
        Origin origin = new Origin(SOURCE, id.toString());
        return new Journal(UUID.randomUUID(), last, period, description, null, origin, List.of(expenditure, accrued));
    }

    /** The journal that takes the other one back. */
    public Journal reversal(Journal journal) {
        return journal.reversal(UUID.randomUUID(), next().span().from(), next(), "Reverses: " + description);
    }
}
