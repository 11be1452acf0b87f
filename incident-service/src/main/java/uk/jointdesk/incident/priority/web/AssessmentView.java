package uk.jointdesk.incident.priority.web;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.jointdesk.incident.priority.domain.PriorityMatrix;
import uk.jointdesk.incident.priority.domain.Situation;

/** A priority and the line of the matrix that it follows from. */
public record AssessmentView(
        String priority,

        @Schema(description = "The line of the matrix that decided", examples = "CRITICAL_SERVICE_OUTAGE")
        String line,

        @Schema(description = "The line in the words of the agreement")
        String definition,

        String partner,
        String service,

        @Schema(description = "Whether the service is critical for the partner today")
        boolean critical) {

    private static final String REQUEST = "STANDARD_REQUEST";

    static AssessmentView of(NewAssessment asked, Situation situation) {
        if (asked.subject().isRequest()) {
            return view(asked, situation, PriorityMatrix.REQUEST, REQUEST, "a standard request from the catalogue");
        }
        PriorityMatrix line = PriorityMatrix.line(situation);
        return view(asked, situation, line.priority(), line.name(), line.definition());
    }

    private static AssessmentView view(
            NewAssessment asked, Situation situation, String priority, String line, String definition) {
        return new AssessmentView(priority, line, definition, asked.partner(), asked.service(), situation.critical());
    }
}
