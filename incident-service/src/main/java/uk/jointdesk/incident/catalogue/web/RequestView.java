package uk.jointdesk.incident.catalogue.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.jointdesk.incident.catalogue.domain.Approval;
import uk.jointdesk.incident.catalogue.domain.Request;
import uk.jointdesk.incident.catalogue.domain.Task;

/** A request: what was asked for, whether it is approved, and what is done about it. */
public record RequestView(
        @Schema(description = "The ticket") String reference,
        String item,

        @Schema(type = SchemaType.OBJECT, description = "What the requester filled in")
        JsonNode form,

        @Schema(description = "Left out when none is needed")
        ApprovalView approval,

        List<Task> tasks) {

    /** The approval that is needed or was given. */
    public record ApprovalView(
            @Schema(description = "Who may give it") String role,

            @Schema(description = "PENDING, APPROVED or REJECTED")
            String decision,

            Instant decidedAt,
            @Schema(description = "The client that decided") String decidedBy,
            String reason) {

        static ApprovalView of(Approval approval) {
            return approval == null
                    ? null
                    : new ApprovalView(
                            approval.role(),
                            approval.decision().name(),
                            approval.decidedAt(),
                            approval.decidedBy(),
                            approval.reason());
        }
    }

    static RequestView of(Request request, JsonNode form, List<Task> tasks) {
        return new RequestView(request.ticket(), request.item(), form, ApprovalView.of(request.approval()), tasks);
    }
}
