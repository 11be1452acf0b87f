package uk.jointdesk.incident.queue.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.jointdesk.incident.queue.domain.Queue;

/** A queue to be registered. */
public record NewQueue(
        @NotBlank String code,
        @NotBlank @Size(max = 200) String name,

        @Schema(description = "STS for the shared service, or the partner whose own team it is") @NotBlank
        String organisation,

        @NotNull LocalDate activeFrom,
        LocalDate activeTo) {

    Queue toQueue() {
        return new Queue(code, name, organisation, activeFrom, activeTo, 1);
    }
}
