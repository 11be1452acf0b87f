package uk.jointdesk.finance.exit.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import uk.jointdesk.finance.bill.domain.BillLine;
import uk.jointdesk.finance.bill.domain.Due;
import uk.jointdesk.finance.bill.domain.LineKind;
import uk.jointdesk.finance.money.domain.Fraction;
import uk.jointdesk.finance.money.domain.Money;
import uk.jointdesk.finance.refusal.domain.RuleBroken;
import uk.jointdesk.finance.year.domain.FinancialYear;
import uk.jointdesk.finance.year.domain.Span;

/**
 * What is settled with a partner that leaves, beside its contributions: those follow from its days of membership.
 *
 * @param noticedOn the day notice was given
 * @param leavingOn the last day of membership
 * @param noticeMonths agreed length of notice
 * @param source where these are agreed, or the reasoning behind an assumption
 */
public record ExitStatement(
        UUID id,
        String partner,
        LocalDate noticedOn,
        LocalDate leavingOn,
        int noticeMonths,
        String source,
        boolean assumption,
        List<ExitItem> items,
        Instant draftedAt,
        String draftedBy) {

    /** @throws RuleBroken {@code dates-reversed}, {@code item-twice} */
    public ExitStatement {
        items = List.copyOf(items);
        if (leavingOn.isBefore(noticedOn)) {
            throw new RuleBroken("dates-reversed", "/leavingOn", "The last day is before notice, " + noticedOn + ".");
        }
        if (items.stream().map(ExitItem::code).distinct().count() != items.size()) {
            throw new RuleBroken("item-twice", "/items", "Every item has a code of its own.");
        }
    }

    /** Whether as much notice was given as is due. */
    public boolean noticeKept() {
        return !noticedOn.plusMonths(noticeMonths).isAfter(leavingOn.plusDays(1));
    }

    public FinancialYear lastYear() {
        return FinancialYear.containing(leavingOn);
    }

    /** The days of the last year on which it still is a member. */
    public long daysOfLastYear(LocalDate memberFrom) {
        LocalDate first = lastYear().from();
        return new Span(memberFrom.isAfter(first) ? memberFrom : first, leavingOn).days();
    }

    public Fraction partOfLastYear(LocalDate memberFrom) {
        return Fraction.of(daysOfLastYear(memberFrom), lastYear().span().days());
    }

    /** What the partner is to pay for all items; below zero it is paid. */
    public Money settlement() {
        return Money.sum(items.stream().map(ExitItem::owed).toList());
    }

    /** The settlement as lines to bill. */
    public Due due() {
        return Due.own(
                partner,
                items.stream()
                        .filter(item -> !item.owed().isZero())
                        .map(ExitStatement::line)
                        .toList());
    }

    private static BillLine line(ExitItem item) {
        String note = item.kind() + " of " + item.amount() + ", " + item.ratio();
        return new BillLine(LineKind.SETTLEMENT, item.code(), item.title(), note, item.owed());
    }
}
