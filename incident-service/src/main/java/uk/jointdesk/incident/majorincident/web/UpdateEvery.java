package uk.jointdesk.incident.majorincident.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.jointdesk.incident.majorincident.domain.Audience;
import uk.jointdesk.incident.majorincident.domain.Cadence.Promise;

/** How often an audience is told how it stands. */
public record UpdateEvery(
        @NotNull Audience audience,

        @Schema(description = "Minutes by the wall clock, at most a week") @NotNull @Min(1) @Max(10_080)
        Integer everyMinutes) {

    Promise promise() {
        return new Promise(audience, everyMinutes);
    }
}
