package uk.jointdesk.incident.satisfaction.web;

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
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uk.jointdesk.incident.satisfaction.store.Surveys;
import uk.jointdesk.incident.ticket.store.Notes;
import uk.jointdesk.incident.web.Body;
import uk.jointdesk.kit.idempotency.Idempotency;
import uk.jointdesk.kit.scope.Roles;

/** A council's client rates how its ticket was resolved. */
@Path("/api/v1/tickets/{reference}/feedback")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Satisfaction", description = "How it went, in the words of those who asked")
public class TicketFeedbackResource {

    private final Surveys surveys;
    private final Notes notes;
    private final Idempotency idempotency;
    private final Body bodies;

    public TicketFeedbackResource(Surveys surveys, Notes notes, Idempotency idempotency, Body bodies) {
        this.surveys = surveys;
        this.notes = notes;
        this.idempotency = idempotency;
        this.bodies = bodies;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.BOROUGH_CLIENT)
    @Operation(
            summary = "Rate a resolved ticket",
            description =
                    "Once for each time it was resolved; it answers the ticket's survey if there is one. An answer that"
                            + " nobody asked for counts in satisfaction, not in the response rate.")
    @RequestBody(content = @Content(schema = @Schema(implementation = Answer.class)))
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = Answer.class)))
    @APIResponse(responseCode = "404", description = "Unknown, or not the caller's")
    @APIResponse(responseCode = "409", description = "Not resolved, answered already, or too late")
    @APIResponse(responseCode = "422", description = "A field breaks a rule")
    public Response rate(
            @PathParam("reference") String reference, @HeaderParam("Idempotency-Key") String key, InputStream body) {
        notes.checkWritable(reference);
        Answer answer = bodies.read(body, Answer.class);
        Map<String, Object> request = Map.of("path", "tickets/" + reference + "/feedback", "body", answer);
        return idempotency.once(key, request, () -> {
            surveys.answerByClient(reference, answer.toDomain());
            return Response.status(Response.Status.CREATED).entity(answer).build();
        });
    }
}
