package uk.jointdesk.incident.correction.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.jointdesk.incident.correction.domain.Correction;
import uk.jointdesk.incident.ticket.domain.Said;
import uk.jointdesk.incident.ticket.web.Times;

/** An event to be taken back. */
public record NewCorrection(
        @Schema(description = "The id of the event that does not hold, as the timeline shows it")
        @NotBlank
        @Size(max = 100)
        String supersedes,

        @Schema(description = "Why it does not hold") @NotBlank @Size(max = 2_000)
        String reason,

        @Schema(description = "What it should have said, if it should be there at all") @Valid
        Instead replacement) {

    /** What the event should have said; the rest stays as it was. */
    public record Instead(
            @Schema(description = "When it happened", examples = "2021-06-07T09:00:00Z")
            String at,

            @Pattern(regexp = "INCIDENT|SERVICE_REQUEST", message = "is INCIDENT or SERVICE_REQUEST")
            String type,

            @Pattern(regexp = "P[1-4]", message = "is P1, P2, P3 or P4")
            String priority,

            @Size(max = 200) String queue,
            @Size(max = 200) String category,
            @Size(max = 100) String catalogueItem,

            @Schema(description = "Why it waits, of ON_HOLD")
            @Pattern(
                    regexp = "AWAITING_USER|AWAITING_SUPPLIER|AWAITING_RESOURCE|OTHER",
                    message = "is AWAITING_USER, AWAITING_SUPPLIER, AWAITING_RESOURCE or OTHER")
            String reason) {

        Correction.Replacement toReplacement(Instant now) {
            return new Correction.Replacement(
                    Times.past(at, "/replacement/at", now, null),
                    new Said(type, priority, null, queue, category, catalogueItem),
                    reason);
        }
    }

    Correction toCorrection(Instant now) {
        return new Correction(supersedes, reason, replacement == null ? null : replacement.toReplacement(now));
    }
}
