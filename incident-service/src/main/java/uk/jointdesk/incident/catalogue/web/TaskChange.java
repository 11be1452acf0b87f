package uk.jointdesk.incident.catalogue.web;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.jointdesk.incident.catalogue.domain.Task.State;
import uk.jointdesk.kit.problem.FieldError;
import uk.jointdesk.kit.problem.Refusal;

/** What happens to a task: it is started, done, or given to another queue. */
public record TaskChange(
        @Pattern(regexp = "STARTED|DONE", message = "is STARTED or DONE")
        String state,

        @Schema(description = "The team that has it from now on") @Size(min = 1, max = 200)
        String queue) {

    State to() {
        if (state == null && queue == null) {
            throw Refusal.refused(
                    "change-empty", "Say what is to change.", new FieldError("/state", "or queue is required"));
        }
        return state == null ? null : State.valueOf(state);
    }
}
