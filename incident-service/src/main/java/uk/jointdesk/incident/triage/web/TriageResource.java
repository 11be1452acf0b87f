package uk.jointdesk.incident.triage.web;

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
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uk.jointdesk.incident.priority.domain.Assessment;
import uk.jointdesk.incident.priority.web.Assessor;
import uk.jointdesk.incident.queue.store.QueuesInForce;
import uk.jointdesk.incident.ticket.domain.Fact;
import uk.jointdesk.incident.ticket.domain.Moves;
import uk.jointdesk.incident.ticket.domain.Ticket;
import uk.jointdesk.incident.ticket.store.Notes;
import uk.jointdesk.incident.ticket.store.Tickets;
import uk.jointdesk.incident.ticket.web.TicketView;
import uk.jointdesk.incident.ticket.web.TicketViews;
import uk.jointdesk.incident.web.Body;
import uk.jointdesk.kit.idempotency.Idempotency;
import uk.jointdesk.kit.problem.FieldError;
import uk.jointdesk.kit.problem.Refusal;
import uk.jointdesk.kit.scope.Roles;
import uk.jointdesk.kit.version.Version;

/** The first look at a new ticket. */
@Path("/api/v1/tickets/{reference}/triage")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Tickets")
public class TriageResource {

    private static final ZoneId LOCAL = ZoneId.of("Europe/London");

    private final Tickets tickets;
    private final Notes notes;
    private final TicketViews views;
    private final Assessor assessor;
    private final QueuesInForce queues;
    private final Idempotency idempotency;
    private final Body bodies;
    private final Clock clock;

    public TriageResource(
            Tickets tickets,
            Notes notes,
            TicketViews views,
            Assessor assessor,
            QueuesInForce queues,
            Idempotency idempotency,
            Body bodies,
            Clock clock) {
        this.tickets = tickets;
        this.notes = notes;
        this.views = views;
        this.assessor = assessor;
        this.queues = queues;
        this.idempotency = idempotency;
        this.bodies = bodies;
        this.clock = clock;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.SERVICE_DESK, Roles.INCIDENT_MANAGER})
    @Operation(
            summary = "Triage a new ticket",
            description =
                    "Category, queue, priority and assignee in one change. The priority is given or follows from an"
                            + " assessment; another one than the matrix says needs a reason. If-Match is honoured when it is sent.")
    @RequestBody(content = @Content(schema = @Schema(implementation = Triage.class)))
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = TicketView.class)))
    @APIResponse(responseCode = "404", description = "Unknown, or not the caller's")
    @APIResponse(responseCode = "409", description = "The ticket is no longer new")
    @APIResponse(responseCode = "422", description = "A field breaks a rule")
    public Response triage(
            @PathParam("reference") String reference,
            @HeaderParam("If-Match") String ifMatch,
            @HeaderParam("Idempotency-Key") String key,
            InputStream body) {
        notes.checkWritable(reference);
        Triage wanted = bodies.read(body, Triage.class);
        assessor.checkService(wanted.service(), "/service");
        Long expected = ifMatch == null ? null : Version.required(ifMatch);
        Map<String, Object> request = Map.of("path", "tickets/" + reference + "/triage", "body", wanted);
        return idempotency.once(
                key,
                request,
                () -> views.answer(tickets.change(reference, expected, seen -> Optional.of(fact(wanted, seen)))));
    }

    private Fact fact(Triage wanted, Tickets.Seen seen) {
        Ticket ticket = seen.ticket();
        if (!Moves.TRIAGE.allowedFrom(ticket.status())) {
            throw Refusal.conflict(
                    "transition-not-allowed", "A ticket that is " + ticket.status() + " is not triaged again.");
        }
        checkQueue(wanted.queue(), ticket.partner());
        Assessment assessment = assessor.assess(
                wanted.assessment(), wanted.subject(ticket), wanted.priority(), wanted.overrideReason());
        return wanted.fact(seen, clock.instant(), assessment);
    }

    /** A queue that nobody registered is the desk's own business; one that was given up is a mistake. */
    private void checkQueue(String name, String partner) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), LOCAL);
        boolean givenUp = queues.read()
                .find(name, partner)
                .filter(queue -> !queue.activeOn(today))
                .isPresent();
        if (givenUp) {
            throw Refusal.refused(
                    "queue-not-active", "Nobody works in that queue today.", new FieldError("/queue", "is not active"));
        }
    }
}
