package uk.jointdesk.finance.commitment.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.jointdesk.finance.commitment.domain.OrderEvent;
import uk.jointdesk.finance.commitment.domain.PurchaseOrder;
import uk.jointdesk.finance.money.web.MoneyView;

/**
 * An order as at a day.
 *
 * @param open what is still to be paid: the open commitment
 * @param receivedNotInvoiced to be accrued at the end of a period
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Commitment")
public record CommitmentView(
        String reference,
        String financialYear,
        String budgetLine,
        String partner,
        String costCentre,
        String subjective,
        String project,
        String title,
        String supplier,
        LocalDate asAt,
        PurchaseOrder.State state,
        MoneyView ordered,
        MoneyView received,
        MoneyView invoiced,
        MoneyView open,
        MoneyView receivedNotInvoiced,
        List<Happened> events) {

    /** @param journal where an invoice was posted */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "CommitmentHappened")
    public record Happened(OrderEvent.Kind kind, LocalDate on, MoneyView amount, UUID journal, String note) {
        static Happened of(OrderEvent event) {
            MoneyView amount = event.kind() == OrderEvent.Kind.CANCELLED ? null : MoneyView.of(event.amount());
            return new Happened(event.kind(), event.on(), amount, event.journal(), event.note());
        }
    }

    static CommitmentView of(PurchaseOrder order, LocalDate asAt) {
        return new CommitmentView(
                order.reference(),
                order.year().code(),
                order.budgetLine(),
                order.partner(),
                order.coding().costCentre(),
                order.coding().subjective(),
                order.coding().project(),
                order.title(),
                order.supplier(),
                asAt,
                order.state(asAt),
                MoneyView.of(order.ordered(asAt)),
                MoneyView.of(order.received(asAt)),
                MoneyView.of(order.invoiced(asAt)),
                MoneyView.of(order.open(asAt)),
                MoneyView.of(order.receivedNotInvoiced(asAt)),
                order.events().stream()
                        .filter(event -> !event.on().isAfter(asAt))
                        .map(Happened::of)
                        .toList());
    }
}
