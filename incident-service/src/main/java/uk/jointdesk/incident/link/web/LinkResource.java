package uk.jointdesk.incident.link.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uk.jointdesk.incident.link.domain.Link;
import uk.jointdesk.incident.link.store.Links;
import uk.jointdesk.incident.ticket.store.Notes;
import uk.jointdesk.incident.ticket.store.Tickets;
import uk.jointdesk.incident.web.Body;
import uk.jointdesk.kit.idempotency.Idempotency;
import uk.jointdesk.kit.paging.Page;
import uk.jointdesk.kit.problem.Refusal;
import uk.jointdesk.kit.scope.Roles;
import uk.jointdesk.kit.version.Version;

/** What a ticket has to do with others. */
@Path("/api/v1/tickets/{reference}/links")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Links", description = "Duplicates, parents and children, causes, and parts of tickets")
public class LinkResource {

    private final Links links;
    private final Tickets tickets;
    private final Notes notes;
    private final Idempotency idempotency;
    private final Body bodies;

    public LinkResource(Links links, Tickets tickets, Notes notes, Idempotency idempotency, Body bodies) {
        this.links = links;
        this.tickets = tickets;
        this.notes = notes;
        this.idempotency = idempotency;
        this.bodies = bodies;
    }

    @GET
    @RolesAllowed({
        Roles.BOROUGH_CLIENT,
        Roles.SERVICE_DESK,
        Roles.INCIDENT_MANAGER,
        Roles.DESK_INTEGRATION,
        Roles.PERFORMANCE_ANALYST,
        Roles.BOARD_MEMBER,
        Roles.AUDITOR
    })
    @Operation(
            summary = "List a ticket's links",
            description =
                    "From both sides: the child names its parent, the parent its children. A link to a ticket that the"
                            + " caller may not see is not shown.")
    @APIResponse(responseCode = "200", description = "The links, the oldest first")
    @APIResponse(responseCode = "404", description = "Unknown, or not the caller's")
    public Page<LinkView> list(@PathParam("reference") String reference) {
        tickets.see(reference);
        List<Link> found = links.of(reference);
        return Page.whole(
                found.stream().map(link -> LinkView.of(link, reference)).toList());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.SERVICE_DESK, Roles.INCIDENT_MANAGER})
    @Operation(
            summary = "Link a ticket",
            description =
                    "To another ticket that the caller may see. A ticket has one parent at most, and no way leads back"
                            + " to where it began.")
    @RequestBody(content = @Content(schema = @Schema(implementation = NewLink.class)))
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = LinkView.class)))
    @APIResponse(responseCode = "404", description = "Unknown, or not the caller's")
    @APIResponse(responseCode = "409", description = "Linked already, a second parent, or a circle")
    @APIResponse(responseCode = "422", description = "The other ticket is unknown, or the same")
    public Response add(
            @PathParam("reference") String reference, @HeaderParam("Idempotency-Key") String key, InputStream body) {
        notes.checkWritable(reference);
        NewLink wanted = bodies.read(body, NewLink.class);
        Map<String, Object> request = Map.of("path", "tickets/" + reference + "/links", "body", wanted);
        return idempotency.once(key, request, () -> created(reference, links.add(wanted.edge(reference))));
    }

    @DELETE
    @Path("{id}")
    @RolesAllowed({Roles.SERVICE_DESK, Roles.INCIDENT_MANAGER})
    @Operation(
            summary = "Take a link away",
            description = "The timelines keep that there was one. If-Match names its version.")
    @APIResponse(responseCode = "204", description = "It is gone")
    @APIResponse(responseCode = "404", description = "Unknown, or not the caller's")
    @APIResponse(responseCode = "412", description = "It has changed since")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Response remove(
            @PathParam("reference") String reference,
            @PathParam("id") String id,
            @HeaderParam("If-Match") String ifMatch) {
        notes.checkWritable(reference);
        links.remove(reference, uuid(id), Version.required(ifMatch));
        return Response.noContent().build();
    }

    private static UUID uuid(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException noId) {
            throw Refusal.notFound();
        }
    }

    private static Response created(String reference, Link link) {
        return Response.created(URI.create("/api/v1/tickets/" + reference + "/links/" + link.id()))
                .tag(Version.tag(link.version()))
                .entity(LinkView.of(link, reference))
                .build();
    }
}
