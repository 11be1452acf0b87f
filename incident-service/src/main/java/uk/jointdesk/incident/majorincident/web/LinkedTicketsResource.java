package uk.jointdesk.incident.majorincident.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
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
import uk.jointdesk.incident.majorincident.domain.LinkRole;
import uk.jointdesk.incident.majorincident.store.MajorIncidents;
import uk.jointdesk.incident.majorincident.store.MajorIncidents.Link;
import uk.jointdesk.incident.web.Body;
import uk.jointdesk.kit.idempotency.Idempotency;
import uk.jointdesk.kit.scope.Roles;
import uk.jointdesk.kit.version.Version;

/** The tickets that came of a major incident. */
@Path("/api/v1/major-incidents/{reference}/tickets")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Major incidents")
public class LinkedTicketsResource {

    private final MajorIncidents incidents;
    private final MajorIncidentViews views;
    private final MajorIncidentRights rights;
    private final Idempotency idempotency;
    private final Body bodies;

    public LinkedTicketsResource(
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

    /** A ticket to be linked. */
    public record NewLink(
            @Schema(description = "The ticket's reference", examples = "LBL-0000123") @NotBlank @Size(max = 100)
            String ticket) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.INCIDENT_MANAGER, Roles.SERVICE_DESK})
    @Operation(
            summary = "Link a ticket to a major incident",
            description = "The ticket's partner is affected from then on. Linking it again changes nothing.")
    @RequestBody(content = @Content(schema = @Schema(implementation = NewLink.class)))
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = MajorIncidentView.class)))
    @APIResponse(responseCode = "404", description = "Unknown, or it affects none of the caller's partners")
    @APIResponse(responseCode = "422", description = "There is no such ticket")
    public Response link(
            @PathParam("reference") String reference, @HeaderParam("Idempotency-Key") String key, InputStream body) {
        rights.checkLinkable(reference);
        NewLink wanted = bodies.read(body, NewLink.class);
        Map<String, Object> request = Map.of("path", "major-incidents/" + reference + "/tickets", "body", wanted);
        Link link = new Link(wanted.ticket(), LinkRole.CHILD, "/ticket");
        return idempotency.once(key, request, () -> views.answer(incidents.link(reference, link)));
    }

    @DELETE
    @Path("{ticket}")
    @RolesAllowed({Roles.INCIDENT_MANAGER, Roles.SERVICE_DESK})
    @Operation(
            summary = "Take a ticket off a major incident",
            description = "Its partner stays affected. If-Match names the major incident's version.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = MajorIncidentView.class)))
    @APIResponse(responseCode = "404", description = "Unknown, or not linked")
    @APIResponse(responseCode = "412", description = "The major incident has changed since")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Response unlink(
            @PathParam("reference") String reference,
            @PathParam("ticket") String ticket,
            @HeaderParam("If-Match") String ifMatch) {
        rights.checkLinkable(reference);
        return views.answer(incidents.unlink(reference, ticket, Version.required(ifMatch)));
    }
}
