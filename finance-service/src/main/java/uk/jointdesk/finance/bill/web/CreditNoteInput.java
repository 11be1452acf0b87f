package uk.jointdesk.finance.bill.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.jointdesk.finance.bill.domain.Correction;
import uk.jointdesk.finance.bill.domain.Creditable;
import uk.jointdesk.finance.money.web.MoneyInput;

/** What a credit note takes back, and why. */
@Schema(name = "CreditNoteInput")
public record CreditNoteInput(
        @NotBlank @Size(max = 500) String reason,

        @Schema(description = "The day on the credit note; today unless told")
        LocalDate issuedOn,

        @Schema(description = "Parts of some lines; all that is left of the bill when left out")
        @Size(min = 1, max = 500)
        List<@NotNull @Valid PartInput> lines) {

    /** A part of one line. */
    @Schema(name = "CreditNotePart")
    public record PartInput(
            @NotNull @Schema(description = "Of the bill, counted from 1")
            Integer line,

            @NotNull @Schema(description = "No more than what is left of the line, with the line's sign")
            MoneyInput amount) {}

    Correction correction(Creditable left, LocalDate on) {
        if (lines == null) {
            return Correction.whole(left, on);
        }
        List<Correction.Part> parts = new ArrayList<>();
        for (PartInput part : lines) {
            parts.add(new Correction.Part(part.line(), part.amount().read("/lines/" + parts.size() + "/amount")));
        }
        return Correction.partial(left, parts, on);
    }
}
