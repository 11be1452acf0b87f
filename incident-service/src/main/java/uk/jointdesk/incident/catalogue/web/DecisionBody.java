package uk.jointdesk.incident.catalogue.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.jointdesk.incident.catalogue.domain.Approval.Decision;
import uk.jointdesk.kit.problem.FieldError;
import uk.jointdesk.kit.problem.Refusal;

/** An approval given or refused. */
public record DecisionBody(
        @NotBlank @Pattern(regexp = "APPROVED|REJECTED", message = "is APPROVED or REJECTED")
        String decision,

        @Schema(description = "Required when it is refused") @Size(max = 2_000)
        String reason) {

    Decision decided() {
        Decision decided = Decision.valueOf(decision);
        if (decided == Decision.REJECTED && (reason == null || reason.isBlank())) {
            throw Refusal.refused(
                    "reason-required", "Say why it is refused.", new FieldError("/reason", "is required"));
        }
        return decided;
    }
}
