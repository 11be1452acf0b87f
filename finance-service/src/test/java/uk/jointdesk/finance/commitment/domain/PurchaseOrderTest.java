package uk.jointdesk.finance.commitment.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.jointdesk.finance.commitment.domain.OrderEvent.Kind;
import uk.jointdesk.finance.commitment.domain.PurchaseOrder.State;
import uk.jointdesk.finance.money.domain.Money;
import uk.jointdesk.finance.posting.domain.Coding;
import uk.jointdesk.finance.refusal.domain.RuleBroken;
import uk.jointdesk.finance.year.domain.FinancialYear;
import uk.jointdesk.testkit.Laws;

class PurchaseOrderTest {
    private static final LocalDate APRIL = LocalDate.of(2021, 4, 1);

    @Test
    void what_is_open_is_what_is_ordered_and_not_invoiced_on_the_day() {
        PurchaseOrder order = order(
                event(Kind.RAISED, 0, "100.00"),
                event(Kind.RECEIVED, 10, "60.00"),
                event(Kind.INVOICED, 20, "40.00"),
                event(Kind.CHANGED, 30, "90.00"),
                event(Kind.INVOICED, 40, "50.00"));
        assertThat(order.open(APRIL)).isEqualTo(Money.parse("100.00"));
        assertThat(order.receivedNotInvoiced(APRIL.plusDays(15))).isEqualTo(Money.parse("60.00"));
        assertThat(order.open(APRIL.plusDays(25))).isEqualTo(Money.parse("60.00"));
        assertThat(order.state(APRIL.plusDays(25))).isEqualTo(State.PART_INVOICED);
        assertThat(order.open(APRIL.plusDays(35))).isEqualTo(Money.parse("50.00"));
        assertThat(order.state(APRIL.plusDays(40))).isEqualTo(State.INVOICED);
        assertThat(order.open(APRIL.minusDays(1))).isEqualTo(Money.ZERO);
    }

    @Test
    void a_cancelled_order_binds_nothing_more_and_keeps_what_was_invoiced() {
        PurchaseOrder order = order(
                event(Kind.RAISED, 0, "100.00"), event(Kind.INVOICED, 5, "40.00"), event(Kind.CANCELLED, 10, "0.00"));
        assertThat(order.open(APRIL.plusDays(9))).isEqualTo(Money.parse("60.00"));
        assertThat(order.open(APRIL.plusDays(10))).isEqualTo(Money.ZERO);
        assertThat(order.invoiced(APRIL.plusDays(10))).isEqualTo(Money.parse("40.00"));
        assertThat(order.state(APRIL.plusDays(10))).isEqualTo(State.CANCELLED);
        assertRefused(order, event(Kind.INVOICED, 11, "1.00"), "order-cancelled");
    }

    @Test
    void events_that_cannot_be_are_refused() {
        PurchaseOrder order = order(event(Kind.RAISED, 0, "100.00"), event(Kind.INVOICED, 5, "40.00"));
        assertRefused(order, event(Kind.CHANGED, 6, "39.99"), "order-below-invoiced");
        assertRefused(order, event(Kind.INVOICED, 6, "60.01"), "invoiced-exceeds-order");
        assertRefused(order, event(Kind.RECEIVED, 6, "100.01"), "received-exceeds-order");
        assertRefused(order, event(Kind.CANCELLED, -1, "0.00"), "event-before-order");
        assertThatCode(() -> order.check(event(Kind.INVOICED, 6, "60.00"))).doesNotThrowAnyException();
    }

    @Test
    void open_and_invoiced_are_what_is_ordered_as_long_as_an_order_is_not_cancelled() {
        Laws.forAll(
                "open + invoiced = ordered",
                draw -> draw.listOf(1, each -> each.between(1L, 100_000L)),
                Laws.cases(),
                invoices -> {
                    List<OrderEvent> events = new ArrayList<>();
                    long all = invoices.stream().mapToLong(Long::longValue).sum();
                    events.add(new OrderEvent(Kind.RAISED, APRIL, Money.ofPence(all), null, null));
                    for (int i = 0; i < invoices.size(); i++) {
                        Money amount = Money.ofPence(invoices.get(i));
                        events.add(new OrderEvent(Kind.INVOICED, APRIL.plusDays(i), amount, null, null));
                    }
                    PurchaseOrder order = order(events.toArray(OrderEvent[]::new));
                    for (int day = 0; day <= invoices.size(); day++) {
                        LocalDate asAt = APRIL.plusDays(day);
                        assertThat(order.open(asAt).plus(order.invoiced(asAt))).isEqualTo(order.ordered(asAt));
                    }
                });
    }

    private static void assertRefused(PurchaseOrder order, OrderEvent event, String code) {
        assertThatThrownBy(() -> order.check(event))
                .isInstanceOf(RuleBroken.class)
                .extracting(broken -> ((RuleBroken) broken).code())
                .isEqualTo(code);
    }

    private static OrderEvent event(Kind kind, int day, String amount) {
        return new OrderEvent(kind, APRIL.plusDays(day), Money.parse(amount), null, null);
    }

    private static PurchaseOrder order(OrderEvent... events) {
        return new PurchaseOrder(
                "PO-1", new FinancialYear(2021), "BASE", null, Coding.NONE, "Laptops", null, List.of(events));
    }
}
