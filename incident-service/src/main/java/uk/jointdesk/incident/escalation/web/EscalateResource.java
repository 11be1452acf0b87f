package uk.jointdesk.incident.escalation.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.net.URI;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uk.jointdesk.incident.escalation.store.ManualEscalations;
import uk.jointdesk.incident.ticket.store.Notes;
import uk.jointdesk.incident.web.Body;
import uk.jointdesk.kit.idempotency.Idempotency;
import uk.jointdesk.kit.scope.Roles;

/** An incident manager says that a ticket needs more than its clock does; a candidate of a major incident may rest on it. */
@Path("/api/v1/tickets/{reference}/escalate")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Escalations")
public class EscalateResource {

    private final Notes notes;
    private final ManualEscalations manual;
    private final Idempotency idempotency;
    private final Body bodies;

    public EscalateResource(Notes notes, ManualEscalations manual, Idempotency idempotency, Body bodies) {
        this.notes = notes;
        this.manual = manual;
        this.idempotency = idempotency;
        this.bodies = bodies;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.INCIDENT_MANAGER)
    @Operation(summary = "Escalate a ticket", description = "Written down for good, with its reason.")
    @RequestBody(content = @Content(schema = @Schema(implementation = Reason.class)))
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = EscalationView.class)))
    @APIResponse(responseCode = "404", description = "Unknown, or not the caller's")
    public Response escalate(
            @PathParam("reference") String reference, @HeaderParam("Idempotency-Key") String key, InputStream body) {
        notes.checkWritable(reference);
        Reason wanted = bodies.read(body, Reason.class);
        Map<String, Object> request = Map.of("path", "tickets/" + reference + "/escalate", "body", wanted);
        return idempotency.once(
                key, request, () -> Response.created(URI.create("/api/v1/tickets/" + reference + "/escalations"))
                        .entity(EscalationView.of(manual.add(reference, wanted.reason())))
                        .build());
    }
}
