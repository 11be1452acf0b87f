package uk.jointdesk.incident.problem.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.jointdesk.incident.problem.domain.Problem;
import uk.jointdesk.incident.problem.domain.ProblemStatus;
import uk.jointdesk.kit.problem.FieldError;
import uk.jointdesk.kit.problem.Refusal;

/** A problem to be opened. */
public record NewProblem(
        @NotBlank @Size(max = 500) String title,
        @Size(max = 20_000) String description,
        @Size(max = 20_000) String rootCause,
        @Size(max = 20_000) String workaround,

        @Schema(description = "Whether the error is known: its cause, or a way around it")
        Boolean knownError,

        @Schema(description = "Since when it is known, if not since today")
        LocalDate knownErrorSince,

        @Schema(description = "Partner codes; these councils read the problem", examples = "[\"LBB\",\"LBL\"]")
        @Size(max = 100)
        List<String> affectedPartners) {

    Problem toProblem(List<String> partners, Instant now, LocalDate today, String client) {
        boolean known = knownError != null && knownError;
        if (!known && knownErrorSince != null) {
            throw Refusal.refused(
                    "known-error-required",
                    "An error that is not known is not known since a day.",
                    new FieldError("/knownErrorSince", "goes with knownError"));
        }
        return new Problem(
                null,
                title,
                description,
                ProblemStatus.OPEN,
                rootCause,
                workaround,
                known,
                known && knownErrorSince == null ? today : knownErrorSince,
                partners,
                null,
                now,
                client,
                1);
    }
}
