package uk.jointdesk.incident.ticket.web;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uk.jointdesk.incident.priority.domain.Assessment;
import uk.jointdesk.incident.priority.web.Assessor;
import uk.jointdesk.incident.ticket.domain.Ticket;
import uk.jointdesk.incident.ticket.store.TicketList;
import uk.jointdesk.incident.ticket.store.Tickets;
import uk.jointdesk.incident.web.Body;
import uk.jointdesk.kit.idempotency.Idempotency;
import uk.jointdesk.kit.paging.Limit;
import uk.jointdesk.kit.paging.Page;
import uk.jointdesk.kit.problem.Refusal;
import uk.jointdesk.kit.scope.Roles;
import uk.jointdesk.kit.version.Version;

/** What councils asked for. */
@Path("/api/v1/tickets")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Tickets", description = "What each council asked for and when it was fixed")
public class TicketResource {

    private final Tickets tickets;
    private final TicketList list;
    private final TicketRights rights;
    private final OpeningRights opening;
    private final TicketViews views;
    private final Assessor assessor;
    private final Idempotency idempotency;
    private final Body bodies;
    private final Clock clock;

    public TicketResource(
            Tickets tickets,
            TicketList list,
            TicketRights rights,
            OpeningRights opening,
            TicketViews views,
            Assessor assessor,
            Idempotency idempotency,
            Body bodies,
            Clock clock) {
        this.tickets = tickets;
        this.list = list;
        this.rights = rights;
        this.opening = opening;
        this.views = views;
        this.assessor = assessor;
        this.idempotency = idempotency;
        this.bodies = bodies;
        this.clock = clock;
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
            summary = "List tickets",
            description =
                    "The tickets of the caller's partners, the latest logged first. Filters add up; `next` goes on.")
    public Page<TicketView> list(@BeanParam TicketQuery query) {
        Instant now = clock.instant();
        return views.of(list.page(query.filter(now), query.order(), query.cursor, Limit.of(query.limit)), now);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.BOROUGH_CLIENT, Roles.SERVICE_DESK, Roles.INCIDENT_MANAGER})
    @Operation(
            summary = "Open a ticket",
            description =
                    "A council opens its own: logged now, NEW, for a queue of the shared service or its own and an item"
                            + " that is offered to it. The desk also says when it was logged and where it stands; it may stand"
                            + " ON_HOLD from the beginning. With an Idempotency-Key it can be sent twice without harm.")
    @RequestBody(content = @Content(schema = @Schema(implementation = NewTicket.class)))
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = TicketView.class)))
    @APIResponse(responseCode = "403", description = "The partner or the source is not the caller's")
    @APIResponse(responseCode = "409", description = "The desk's reference has a ticket already")
    @APIResponse(responseCode = "422", description = "A field breaks a rule")
    public Response open(@HeaderParam("Idempotency-Key") String key, InputStream body) {
        NewTicket wanted = bodies.read(body, NewTicket.class);
        opening.check(wanted);
        assessor.checkService(wanted.service(), "/service");
        Assessment assessment =
                assessor.assess(wanted.assessment(), wanted.subject(), wanted.priority(), wanted.overrideReason());
        Instant now = clock.instant();
        Instant loggedAt = Times.past(wanted.loggedAt(), "/loggedAt", now, now);
        return idempotency.once(
                key, Map.of("path", "tickets", "body", wanted), () -> created(wanted, loggedAt, assessment));
    }

    @GET
    @Path("{reference}")
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
            summary = "Read a ticket",
            description =
                    "A ticket that was handed on to another partner reads as it was just before. The ETag is the version to"
                            + " name when changing it.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = TicketView.class)))
    @APIResponse(responseCode = "404", description = "Unknown, or not the caller's")
    public Response read(@PathParam("reference") String reference) {
        Tickets.Seen seen = tickets.see(reference);
        Instant now = seen.heldUntil() == null ? clock.instant() : seen.heldUntil();
        return Response.ok(views.of(seen.ticket(), now))
                .tag(Version.tag(seen.ticket().version()))
                .build();
    }

    @PATCH
    @Path("{reference}")
    @Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
    @RolesAllowed({Roles.SERVICE_DESK, Roles.INCIDENT_MANAGER})
    @Operation(
            summary = "Change a ticket",
            description =
                    "JSON merge patch of title, description, type, priority, category, catalogueItem, queue, requester,"
                            + " service, assignee or partner. If-Match names the version it starts from. Status changes are transitions.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = "application/merge-patch+json",
                            schema =
                                    @Schema(
                                            type =
                                                    org.eclipse.microprofile.openapi.annotations.enums.SchemaType
                                                            .OBJECT)))
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = TicketView.class)))
    @APIResponse(responseCode = "404", description = "Unknown, or not the caller's")
    @APIResponse(responseCode = "412", description = "It has changed since")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Response change(
            @PathParam("reference") String reference, @HeaderParam("If-Match") String ifMatch, InputStream body) {
        checkChangeable(reference);
        long expected = Version.required(ifMatch);
        TicketPatch patch = new TicketPatch(bodies.read(body, JsonNode.class));
        patch.partner().ifPresent(rights::checkPartner);
        patch.service().ifPresent(service -> assessor.checkService(service, "/service"));
        return views.answer(
                tickets.change(reference, expected, seen -> patch.fact(seen, seen.notBeforeItsEnd(clock.instant()))));
    }

    private void checkChangeable(String reference) {
        if (tickets.see(reference).heldUntil() != null) {
            throw Refusal.notFound();
        }
    }

    private Response created(NewTicket wanted, Instant loggedAt, Assessment assessment) {
        NewTicket.SourceName source = wanted.source();
        Ticket ticket = tickets.open(
                wanted.partner(),
                source == null ? null : source.system(),
                source == null ? null : source.reference(),
                identity -> wanted.facts(identity, loggedAt, assessment));
        return Response.created(
                        URI.create("/api/v1/tickets/" + ticket.identity().reference()))
                .tag(Version.tag(ticket.version()))
                .entity(views.of(ticket, clock.instant()))
                .build();
    }
}
