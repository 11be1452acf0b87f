package uk.jointdesk.incident.catalogue.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uk.jointdesk.incident.catalogue.domain.Approval;
import uk.jointdesk.incident.catalogue.store.Requests;
import uk.jointdesk.incident.web.Body;
import uk.jointdesk.kit.idempotency.Idempotency;
import uk.jointdesk.kit.problem.Refusal;
import uk.jointdesk.kit.scope.Caller;
import uk.jointdesk.kit.scope.Roles;

/** Whether a request may go on. */
@Path("/api/v1/tickets/{reference}/approval")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Catalogue")
public class ApprovalResource {

    private final Requests requests;
    private final RequestViews views;
    private final Caller caller;
    private final Idempotency idempotency;
    private final Body bodies;

    public ApprovalResource(
            Requests requests, RequestViews views, Caller caller, Idempotency idempotency, Body bodies) {
        this.requests = requests;
        this.views = views;
        this.caller = caller;
        this.idempotency = idempotency;
        this.bodies = bodies;
    }

    @GET
    @RolesAllowed({Roles.BOROUGH_CLIENT, Roles.SERVICE_DESK, Roles.INCIDENT_MANAGER, Roles.AUDITOR})
    @Operation(
            summary = "Read a request and its approval",
            description = "What was asked for, by whom it is to be approved, and what was decided.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = RequestView.class)))
    @APIResponse(responseCode = "404", description = "Unknown, not the caller's, or not out of the catalogue")
    public RequestView read(@PathParam("reference") String reference) {
        return views.of(requests.read(reference));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.BOROUGH_CLIENT, Roles.SERVICE_DESK, Roles.INCIDENT_MANAGER})
    @Operation(
            summary = "Approve or refuse a request",
            description =
                    "By the role the item names, and not by who asked. Approved, the tasks go to their queues; refused, the ticket"
                            + " is CANCELLED. Who asked may refuse it, which takes the request back.")
    @RequestBody(content = @Content(schema = @Schema(implementation = DecisionBody.class)))
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = RequestView.class)))
    @APIResponse(responseCode = "403", description = "Another role approves this")
    @APIResponse(responseCode = "404", description = "Unknown, not the caller's, or not out of the catalogue")
    @APIResponse(responseCode = "409", description = "Nothing is waiting for an approval, or the caller asked for it")
    public Response decide(
            @PathParam("reference") String reference, @HeaderParam("Idempotency-Key") String key, InputStream body) {
        Approval approval = requests.read(reference).approval();
        if (approval != null && !caller.hasRole(approval.role())) {
            throw Refusal.forbidden("approval-not-yours", "This is approved by " + approval.role() + ".");
        }
        DecisionBody wanted = bodies.read(body, DecisionBody.class);
        var decision = wanted.decided();
        return idempotency.once(
                key, Map.of("path", "tickets/" + reference + "/approval", "body", wanted), () -> Response.ok(
                                views.of(requests.decide(reference, decision, wanted.reason())))
                        .build());
    }
}
