package uk.jointdesk.incident.priority.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.jointdesk.incident.priority.domain.Effect;
import uk.jointdesk.incident.priority.domain.Scope;

/** What somebody says of an incident, so that its priority follows. */
public record AssessmentBody(
        @Schema(description = "Who is affected") @NotNull Scope scope,

        @Schema(description = "The code of the business service that is affected", examples = "PAYROLL") @Size(max = 40)
        String service,

        @Schema(description = "LOST, DEGRADED (virtually unusable) or PARTIAL (still usable)") @NotNull
        Effect effect,

        @Schema(description = "Whether people can get on with their work in another way; false unless said otherwise")
        Boolean workaround) {

    boolean canBeWorkedAround() {
        return workaround != null && workaround;
    }
}
