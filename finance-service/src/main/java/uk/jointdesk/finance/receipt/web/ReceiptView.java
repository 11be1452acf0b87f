package uk.jointdesk.finance.receipt.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.jointdesk.finance.money.web.MoneyView;
import uk.jointdesk.finance.receipt.domain.Receipt;

/** Money received, or paid back. */
@Schema(name = "Receipt")
public record ReceiptView(
        UUID id,
        String partner,

        @Schema(description = "The invoice it pays; absent for money on account")
        String bill,

        @Schema(description = "Below zero for money paid back")
        MoneyView amount,

        LocalDate receivedOn,
        String reference,
        Instant recordedAt) {

    static ReceiptView of(Receipt receipt) {
        return new ReceiptView(
                receipt.id(),
                receipt.partner(),
                receipt.bill(),
                MoneyView.of(receipt.amount()),
                receipt.receivedOn(),
                receipt.reference(),
                receipt.recordedAt());
    }
}
