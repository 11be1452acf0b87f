package uk.jointdesk.incident.priority.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.jointdesk.incident.priority.domain.Effect;
import uk.jointdesk.incident.priority.domain.Scope;

/** A question for the priority that would follow. */
public record NewAssessment(
        @Schema(
                description = "Whose ticket it would be; decides whether the service is a critical one",
                examples = "LBL")
        String partner,

        @Schema(description = "INCIDENT unless said otherwise; a SERVICE_REQUEST is a P4")
        @Pattern(regexp = "INCIDENT|SERVICE_REQUEST", message = "is INCIDENT or SERVICE_REQUEST")
        String type,

        @Schema(description = "Who is affected") @NotNull Scope scope,

        @Schema(description = "The code of the business service that is affected") @Size(max = 40)
        String service,

        @NotNull Effect effect,

        @Schema(description = "False unless said otherwise") Boolean workaround) {

    AssessmentBody said() {
        return new AssessmentBody(scope, service, effect, workaround);
    }

    Assessor.Subject subject() {
        return new Assessor.Subject(partner, type);
    }
}
