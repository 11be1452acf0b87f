package uk.jointdesk.finance.commitment.domain;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import uk.jointdesk.finance.commitment.domain.OrderEvent.Kind;
import uk.jointdesk.finance.money.domain.Money;
import uk.jointdesk.finance.posting.domain.Coding;
import uk.jointdesk.finance.refusal.domain.RuleBroken;
import uk.jointdesk.finance.year.domain.FinancialYear;

/**
 * An order and what happened to it. Its figures follow from its events, as at any day.
 *
 * @param reference as it stands on the order and comes back on its invoices
 * @param partner charged directly, or null for a shared cost
 * @param events in the order of their days, the order's own and the invoices that extracts brought
 */
public record PurchaseOrder(
        String reference,
        FinancialYear year,
        String budgetLine,
        String partner,
        Coding coding,
        String title,
        String supplier,
        List<OrderEvent> events) {

    public PurchaseOrder {
        events = events.stream().sorted(Comparator.comparing(OrderEvent::on)).toList();
    }

    /** How far an order is. */
    public enum State {
        OPEN,
        PART_INVOICED,
        INVOICED,
        CANCELLED
    }

    /** What was ordered, by the latest change. */
    public Money ordered(LocalDate asAt) {
        return upTo(asAt).stream()
                .filter(event -> event.kind() == Kind.RAISED || event.kind() == Kind.CHANGED)
                .reduce((earlier, later) -> later)
                .map(OrderEvent::amount)
                .orElse(Money.ZERO);
    }

    public Money received(LocalDate asAt) {
        return sum(asAt, Kind.RECEIVED);
    }

    public Money invoiced(LocalDate asAt) {
        return sum(asAt, Kind.INVOICED);
    }

    public boolean isCancelled(LocalDate asAt) {
        return upTo(asAt).stream().anyMatch(event -> event.kind() == Kind.CANCELLED);
    }

    /** What is still to be paid; nothing once it is cancelled or invoiced in full, never less. */
    public Money open(LocalDate asAt) {
        Money left = ordered(asAt).minus(invoiced(asAt));
        return isCancelled(asAt) || left.signum() < 0 ? Money.ZERO : left;
    }

    /** What came and was not invoiced: to be accrued at the end of a period. */
    public Money receivedNotInvoiced(LocalDate asAt) {
        Money left = received(asAt).minus(invoiced(asAt));
        return left.signum() < 0 ? Money.ZERO : left;
    }

    public State state(LocalDate asAt) {
        if (isCancelled(asAt)) {
            return State.CANCELLED;
        }
        if (open(asAt).isZero() && ordered(asAt).signum() > 0) {
            return State.INVOICED;
        }
        return invoiced(asAt).isZero() ? State.OPEN : State.PART_INVOICED;
    }

    /**
     * Whether the event may follow what is there.
     *
     * @throws RuleBroken {@code order-cancelled}, {@code order-below-invoiced}, {@code received-exceeds-order},
     *     {@code invoiced-exceeds-order}, {@code event-before-order}
     */
    public void check(OrderEvent event) {
        LocalDate ever = LocalDate.MAX;
        require(!isCancelled(ever), "order-cancelled", "/on", "The order is cancelled.");
        require(!event.on().isBefore(events.get(0).on()), "event-before-order", "/on", "The order was raised later.");
        switch (event.kind()) {
            case CHANGED ->
                require(
                        event.amount().compareTo(invoiced(ever)) >= 0,
                        "order-below-invoiced",
                        "/amount",
                        invoiced(ever) + " are invoiced.");
            case RECEIVED -> fits(received(ever), event, "received-exceeds-order");
            case INVOICED -> fits(invoiced(ever), event, "invoiced-exceeds-order");
            default -> {}
        }
    }

    private void fits(Money before, OrderEvent event, String code) {
        Money ordered = ordered(LocalDate.MAX);
        require(
                before.plus(event.amount()).compareTo(ordered) <= 0,
                code,
                "/amount",
                ordered + " are ordered: change the order first.");
    }

    private static void require(boolean holds, String code, String pointer, String message) {
        if (!holds) {
            throw new RuleBroken(code, pointer, message);
        }
    }

    private Money sum(LocalDate asAt, Kind kind) {
        return Money.sum(upTo(asAt).stream()
                .filter(event -> event.kind() == kind)
                .map(OrderEvent::amount)
                .toList());
    }

    private List<OrderEvent> upTo(LocalDate asAt) {
        return events.stream().filter(event -> !event.on().isAfter(asAt)).toList();
    }
}
