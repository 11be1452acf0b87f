package uk.jointdesk.incident.satisfaction.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.jointdesk.incident.satisfaction.domain.Feedback;

/** What somebody thinks of how a ticket was resolved. */
public record Answer(
        @Schema(description = "Is the problem gone, or the request met?") @NotNull
        Boolean satisfied,

        @Schema(description = "Was it soon enough?") @NotNull
        Boolean timely,

        @Schema(description = "How likely to recommend the service: 0 not at all, 10 by all means")
        @NotNull
        @Min(0)
        @Max(10)
        Integer recommend,

        @Size(max = 4_000) @Pattern(regexp = "(?s)[^\\x00]*", message = "holds a zero character")
        String comment) {

    Feedback toDomain() {
        String said = comment == null || comment.isBlank() ? null : comment;
        return new Feedback(satisfied, timely, recommend, said);
    }
}
