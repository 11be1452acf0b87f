package uk.jointdesk.incident.transfer.web;

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
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uk.jointdesk.incident.ticket.store.Notes;
import uk.jointdesk.incident.ticket.store.Tickets;
import uk.jointdesk.incident.ticket.web.TicketRights;
import uk.jointdesk.incident.ticket.web.TicketView;
import uk.jointdesk.incident.ticket.web.TicketViews;
import uk.jointdesk.incident.web.Body;
import uk.jointdesk.kit.idempotency.Idempotency;
import uk.jointdesk.kit.scope.Roles;
import uk.jointdesk.kit.version.Version;

/** How a ticket goes from one partner to another. */
@Path("/api/v1/tickets/{reference}/transfer")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Tickets")
public class TransferResource {

    private final Tickets tickets;
    private final Notes notes;
    private final TicketViews views;
    private final TicketRights rights;
    private final Idempotency idempotency;
    private final Body bodies;
    private final Clock clock;

    public TransferResource(
            Tickets tickets,
            Notes notes,
            TicketViews views,
            TicketRights rights,
            Idempotency idempotency,
            Body bodies,
            Clock clock) {
        this.tickets = tickets;
        this.notes = notes;
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
            summary = "Hand a ticket on to another partner",
            description =
                    "An open ticket. The former partner goes on reading it as it was until then; time already past"
                            + " keeps the former partner's service hours. If-Match is honoured when it is sent.")
    @RequestBody(content = @Content(schema = @Schema(implementation = Transfer.class)))
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = TicketView.class)))
    @APIResponse(responseCode = "403", description = "The partner is not the caller's")
    @APIResponse(responseCode = "404", description = "Unknown, or not the caller's")
    @APIResponse(responseCode = "409", description = "It is over, or the partner holds it already")
    @APIResponse(responseCode = "422", description = "There is no such partner")
    public Response handOn(
            @PathParam("reference") String reference,
            @HeaderParam("If-Match") String ifMatch,
            @HeaderParam("Idempotency-Key") String key,
            InputStream body) {
        notes.checkWritable(reference);
        Transfer wanted = bodies.read(body, Transfer.class);
        rights.checkPartner(wanted.to(), "/to");
        Long expected = ifMatch == null ? null : Version.required(ifMatch);
        Map<String, Object> request = Map.of("path", "tickets/" + reference + "/transfer", "body", wanted);
        return idempotency.once(
                key,
                request,
                () -> views.answer(
                        tickets.change(reference, expected, seen -> Optional.of(wanted.fact(seen, clock.instant())))));
    }
}
