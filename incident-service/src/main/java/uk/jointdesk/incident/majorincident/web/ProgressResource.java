package uk.jointdesk.incident.majorincident.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
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
import uk.jointdesk.incident.majorincident.domain.MajorStatus;
import uk.jointdesk.incident.majorincident.store.MajorIncidents;
import uk.jointdesk.incident.web.Body;
import uk.jointdesk.kit.idempotency.Idempotency;
import uk.jointdesk.kit.problem.FieldError;
import uk.jointdesk.kit.problem.Refusal;
import uk.jointdesk.kit.scope.Roles;
import uk.jointdesk.kit.version.Version;

/** How a major incident goes from one status to the next. */
@Path("/api/v1/major-incidents/{reference}/transitions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Major incidents")
public class ProgressResource {

    private final MajorIncidents incidents;
    private final MajorIncidentViews views;
    private final MajorIncidentRights rights;
    private final Idempotency idempotency;
    private final Body bodies;

    public ProgressResource(
            MajorIncidents incidents,
            MajorIncidentViews views,
            MajorIncidentRights rights,
            Idempotency idempotency,
            Body bodies) {
        this.incidents = incidents;
        this.views = views;
        this.rights = rights;
        this.idempotency = idempotency;
        this.bodies = bodies;
    }

    /** Its next status. */
    public record Progress(
            @NotNull MajorStatus to,

            @Schema(description = "What is told with it, to all who are affected") @Size(max = 20_000)
            String text,

            @Schema(description = "Of RESOLVED: whether its open tickets are resolved with it, all or none")
            Boolean resolveTickets) {

        boolean withTickets() {
            return resolveTickets != null && resolveTickets;
        }
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.INCIDENT_MANAGER)
    @Operation(
            summary = "Move a major incident to its next status",
            description =
                    "REVIEWED needs a review and a cause class, CLOSED that every action is done. If-Match is honoured"
                            + " when it is sent.")
    @RequestBody(content = @Content(schema = @Schema(implementation = Progress.class)))
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = MajorIncidentView.class)))
    @APIResponse(responseCode = "404", description = "Unknown, or it affects none of the caller's partners")
    @APIResponse(responseCode = "409", description = "It cannot go there from where it stands")
    public Response move(
            @PathParam("reference") String reference,
            @HeaderParam("If-Match") String ifMatch,
            @HeaderParam("Idempotency-Key") String key,
            InputStream body) {
        rights.checkWritable(reference);
        Progress wanted = bodies.read(body, Progress.class);
        if (wanted.withTickets() && wanted.to() != MajorStatus.RESOLVED) {
            throw Refusal.refused(
                    "tickets-not-resolved",
                    "Tickets are resolved with the major incident.",
                    new FieldError("/resolveTickets", "goes with RESOLVED"));
        }
        Long expected = ifMatch == null ? null : Version.required(ifMatch);
        Map<String, Object> request = Map.of("path", "major-incidents/" + reference + "/transitions", "body", wanted);
        return idempotency.once(
                key,
                request,
                () -> views.answer(
                        incidents.move(reference, expected, wanted.to(), wanted.text(), wanted.withTickets())));
    }
}
