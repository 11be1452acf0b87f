package uk.jointdesk.incident.bulkclosure.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.jointdesk.incident.bulkclosure.domain.BulkClosure.Status;
import uk.jointdesk.incident.bulkclosure.store.Selections.Selection;
import uk.jointdesk.kit.problem.FieldError;
import uk.jointdesk.kit.problem.Refusal;

/** Tickets to be closed together: by a filter, by their references, or as a dry run has shown them. */
public record NewBulkClosure(
        @Valid BulkFilter filter,
        @Size(min = 1, max = 10_000) List<@NotNull @Size(max = 100) String> references,

        @Schema(description = "Closes what this dry run has shown, except what has changed since")
        UUID dryRunId,

        @Schema(description = "Only says what would be closed")
        Boolean dryRun,

        @NotBlank @Size(max = 2_000) String reason,

        @Schema(
                description = "By whose authority: a role or an opaque id, not a name",
                examples = "head-of-shared-service")
        @NotBlank
        @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9._:/-]{0,99}", message = "is a role or an opaque id without spaces")
        String authoriser) {

    Status status() {
        return Boolean.TRUE.equals(dryRun) ? Status.PLANNED : Status.RUNNING;
    }

    Selection selection(Instant now) {
        if (Stream.of(filter != null, references != null, dryRunId != null)
                        .filter(given -> given)
                        .count()
                != 1) {
            throw Refusal.refused(
                    "selection-required",
                    "Say which tickets: filter, references or dryRunId.",
                    new FieldError("/filter", "exactly one of filter, references and dryRunId is required"));
        }
        if (dryRunId != null && status() == Status.PLANNED) {
            throw Refusal.refused(
                    "dry-run-of-dry-run",
                    "A dry run shows tickets as they stand; it does not show another one's.",
                    new FieldError("/dryRunId", "cannot be tried dry again"));
        }
        return new Selection(filter == null ? null : filter.at(now), references, dryRunId);
    }
}
