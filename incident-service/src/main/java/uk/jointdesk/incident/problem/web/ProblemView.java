package uk.jointdesk.incident.problem.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.jointdesk.incident.problem.domain.Problem;
import uk.jointdesk.incident.problem.domain.Recurrence;

/** A problem, with as much of it as concerns the caller. */
public record ProblemView(
        String reference,
        String title,
        String description,

        @Schema(description = "OPEN, INVESTIGATING, RESOLVED or CLOSED")
        String status,

        String rootCause,
        String workaround,
        boolean knownError,

        @Schema(description = "Left out when nobody says since when")
        LocalDate knownErrorSince,

        @Schema(description = "Those of the partners affected that the caller may know of")
        List<String> affectedPartners,

        @Schema(description = "Whether others are affected too")
        boolean othersAffected,

        @Schema(description = "Major incidents that came of it and concern the caller")
        List<String> majorIncidents,

        @Schema(description = "Linked incidents that the caller sees, per local month and partner; left out in lists")
        Counts recurrence,

        @Schema(description = "The document it was taken from, of a problem that was not opened here")
        String recordedFrom,

        Instant openedAt,
        String openedBy,

        @Schema(description = "The ETag to name when changing it")
        long version) {

    /** How often it came back. */
    public record Counts(long total, Map<String, Long> byMonth, Map<String, Long> byPartner) {

        static Counts of(Recurrence recurrence) {
            return new Counts(recurrence.total(), recurrence.byMonth(), recurrence.byPartner());
        }
    }

    static ProblemView of(Problem problem, List<String> visible, List<String> majorIncidents, Counts recurrence) {
        return new ProblemView(
                problem.reference(),
                problem.title(),
                problem.description(),
                problem.status().name(),
                problem.rootCause(),
                problem.workaround(),
                problem.knownError(),
                problem.knownErrorSince(),
                visible,
                visible.size() < problem.partners().size(),
                majorIncidents,
                recurrence,
                problem.recordedFrom(),
                problem.openedAt(),
                problem.openedBy(),
                problem.version());
    }
}
