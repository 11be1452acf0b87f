package uk.jointdesk.incident.ticket.web;

import io.quarkus.arc.All;
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
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uk.jointdesk.incident.merge.store.Merges;
import uk.jointdesk.incident.ticket.domain.Note;
import uk.jointdesk.incident.ticket.domain.Ticket;
import uk.jointdesk.incident.ticket.store.MoveGuard;
import uk.jointdesk.incident.ticket.store.Notes;
import uk.jointdesk.incident.ticket.store.Tickets;
import uk.jointdesk.incident.web.Body;
import uk.jointdesk.kit.idempotency.Idempotency;
import uk.jointdesk.kit.scope.Roles;
import uk.jointdesk.kit.version.Version;
import uk.jointdesk.servicelevel.life.TicketStatus;

/** How a ticket goes from one status to the next. */
@Path("/api/v1/tickets/{reference}/transitions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Tickets")
public class TransitionResource {

    private final Tickets tickets;
    private final Notes notes;
    private final Merges merges;
    private final List<MoveGuard> guards;
    private final TicketViews views;
    private final TicketRights rights;
    private final Idempotency idempotency;
    private final Body bodies;
    private final Clock clock;

    public TransitionResource(
            Tickets tickets,
            Notes notes,
            Merges merges,
            @All List<MoveGuard> guards,
            TicketViews views,
            TicketRights rights,
            Idempotency idempotency,
            Body bodies,
            Clock clock) {
        this.tickets = tickets;
        this.notes = notes;
        this.merges = merges;
        this.guards = guards;
        this.views = views;
        this.rights = rights;
        this.idempotency = idempotency;
        this.bodies = bodies;
        this.clock = clock;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.SERVICE_DESK, Roles.INCIDENT_MANAGER})
    @Operation(
            summary = "Move a ticket to its next status",
            description =
                    "ON_HOLD has a reason; AWAITING_USER, AWAITING_SUPPLIER and AWAITING_RESOURCE stop the clock. A"
                            + " RESOLVED ticket goes back to IN_PROGRESS to be reopened. MERGED names the open ticket of the"
                            + " same partner that goes on. If-Match is honoured when it is sent.")
    @RequestBody(content = @Content(schema = @Schema(implementation = Transition.class)))
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = TicketView.class)))
    @APIResponse(responseCode = "404", description = "Unknown, or not the caller's")
    @APIResponse(responseCode = "409", description = "The ticket cannot go there from where it stands")
    public Response move(
            @PathParam("reference") String reference,
            @HeaderParam("If-Match") String ifMatch,
            @HeaderParam("Idempotency-Key") String key,
            InputStream body) {
        notes.checkWritable(reference);
        Transition wanted = bodies.read(body, Transition.class);
        wanted.checkComplete(reference);
        Long expected = ifMatch == null ? null : Version.required(ifMatch);
        Map<String, Object> request = Map.of("path", "tickets/" + reference + "/transitions", "body", wanted);
        return idempotency.once(key, request, () -> tickets.together(() -> moved(reference, expected, wanted)));
    }

    private Response moved(String reference, Long expected, Transition wanted) {
        Instant now = clock.instant();
        Supplier<Ticket> move = () -> tickets.change(reference, expected, seen -> {
            guards.forEach(guard -> guard.check(reference, wanted.to()));
            return Optional.of(wanted.fact(seen, now));
        });
        Ticket ticket = wanted.to() == TicketStatus.MERGED ? merges.merge(reference, wanted.into(), move) : move.get();
        if (wanted.note() != null && !wanted.note().isBlank()) {
            boolean internal = !"PUBLIC".equals(wanted.visibility());
            Note note = new Note(UUID.randomUUID(), now, rights.client(), internal, wanted.note());
            notes.add(reference, note, Times.past(wanted.at(), "/at", now, now));
            // A public note may have been the first answer: the ticket has grown once more.
            ticket = tickets.see(reference).ticket();
        }
        return views.answer(ticket);
    }
}
