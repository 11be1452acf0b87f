package uk.jointdesk.incident.ticket.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.jointdesk.incident.ticket.domain.Note;

/** Something to be said about a ticket. */
public record NewNote(
        @NotBlank @Size(max = 20_000) String text,

        @Schema(description = "PUBLIC unless said otherwise; INTERNAL is for the desk only")
        @Pattern(regexp = "PUBLIC|INTERNAL", message = "is PUBLIC or INTERNAL")
        String visibility,

        @Schema(description = "How many minutes somebody worked on it") @Min(1) @Max(10_000)
        Integer minutes,

        @Schema(description = "Written by a machine, such as an acknowledgement of receipt; never counts as a response")
        Boolean automatic) {

    boolean internal() {
        return "INTERNAL".equals(visibility);
    }

    Note note(UUID id, Instant at, String author) {
        return new Note(id, at, author, internal(), text, minutes, Boolean.TRUE.equals(automatic), null);
    }
}
