package uk.jointdesk.finance.suspense.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.jointdesk.finance.money.web.MoneyView;
import uk.jointdesk.finance.suspense.domain.SuspenseItem;

/**
 * A payment in suspense.
 *
 * @param id of the journal that put it there
 * @param costCentre the sender's code, kept as it came
 * @param expense the sender's subjective code or expense type
 * @param clearedBy the journal that took it out; absent while it waits
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "SuspenseItem")
public record SuspenseView(
        UUID id,
        LocalDate date,
        MoneyView amount,
        String description,
        String source,
        String reference,
        String costCentre,
        String expense,
        String supplier,

        @Schema(description = "code-unknown, line-unknown or line-needs-partner")
        String reason,

        UUID importId,
        Long row,
        UUID clearedBy) {

    private static final SuspenseItem.Sent ENTERED =
            new SuspenseItem.Sent(null, null, null, null, null, null, null, null);

    static SuspenseView of(SuspenseItem item) {
        SuspenseItem.Sent sent = item.sent() == null ? ENTERED : item.sent();
        return new SuspenseView(
                item.journal(),
                item.date(),
                MoneyView.of(item.amount()),
                item.description(),
                sent.source(),
                sent.reference(),
                sent.costCentre(),
                sent.expense(),
                sent.supplier(),
                sent.reason(),
                sent.importId(),
                sent.row(),
                item.clearedBy());
    }
}
