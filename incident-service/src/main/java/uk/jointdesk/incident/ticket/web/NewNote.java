package uk.jointdesk.incident.ticket.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Something to be said about a ticket. */
public record NewNote(
        @NotBlank @Size(max = 20_000) String text,

        @Schema(description = "PUBLIC unless said otherwise; INTERNAL is for the desk only")
        @Pattern(regexp = "PUBLIC|INTERNAL", message = "is PUBLIC or INTERNAL")
        String visibility,

        @Schema(description = "How many minutes somebody worked on it") @Min(1) @Max(10_000)
        Integer minutes) {

    boolean internal() {
        return "INTERNAL".equals(visibility);
    }
}
