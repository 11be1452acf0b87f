package uk.jointdesk.incident.correction.web;

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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uk.jointdesk.incident.correction.domain.Correction;
import uk.jointdesk.incident.correction.domain.CorrectionRefused;
import uk.jointdesk.incident.ticket.domain.Fact;
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

/** How people take back what should not have been told. */
@Path("/api/v1/tickets/{reference}/corrections")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Tickets")
public class CorrectionResource {

    private final Tickets tickets;
    private final Notes notes;
    private final TicketViews views;
    private final Idempotency idempotency;
    private final Body bodies;
    private final Clock clock;

    public CorrectionResource(
            Tickets tickets, Notes notes, TicketViews views, Idempotency idempotency, Body bodies, Clock clock) {
        this.tickets = tickets;
        this.notes = notes;
        this.views = views;
        this.idempotency = idempotency;
        this.bodies = bodies;
        this.clock = clock;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.SERVICE_DESK, Roles.INCIDENT_MANAGER})
    @Operation(
            summary = "Take an event back",
            description =
                    "Adds a CORRECTED event that names the one that does not hold, and the one that should stand in"
                            + " its place, if any. Nothing is deleted. A correction can be taken back like any event."
                            + " If-Match is honoured when it is sent.")
    @RequestBody(content = @Content(schema = @Schema(implementation = NewCorrection.class)))
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = TicketView.class)))
    @APIResponse(responseCode = "404", description = "Unknown, or not the caller's")
    @APIResponse(responseCode = "409", description = "The event has been taken back already")
    @APIResponse(responseCode = "422", description = "No event of this ticket, or one that it cannot be without")
    public Response correct(
            @PathParam("reference") String reference,
            @HeaderParam("If-Match") String ifMatch,
            @HeaderParam("Idempotency-Key") String key,
            InputStream body) {
        notes.checkWritable(reference);
        NewCorrection wanted = bodies.read(body, NewCorrection.class);
        Instant now = clock.instant();
        Correction correction = wanted.toCorrection(now);
        Long expected = ifMatch == null ? null : Version.required(ifMatch);
        Map<String, Object> request = Map.of("path", "tickets/" + reference + "/corrections", "body", wanted);
        return idempotency.once(
                key,
                request,
                () -> views.answer(tickets.tell(reference, expected, seen -> facts(correction, seen, now))));
    }

    private static List<Fact> facts(Correction correction, Tickets.Seen seen, Instant now) {
        try {
            return correction.facts(seen.ticket().identity(), seen.history(), seen.notBeforeItsEnd(now));
        } catch (CorrectionRefused refused) {
            String detail = "The event cannot be taken back.";
            if (refused.reason() == CorrectionRefused.Reason.EVENT_SUPERSEDED) {
                throw new Refusal(409, refused.code(), detail, error(refused));
            }
            throw Refusal.refused(refused.code(), detail, error(refused));
        }
    }

    private static FieldError error(CorrectionRefused refused) {
        return new FieldError(refused.pointer(), refused.getMessage());
    }
}
