package uk.jointdesk.incident.bulkclosure.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.net.URI;
import java.time.Clock;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uk.jointdesk.incident.bulkclosure.BulkClosureWorker;
import uk.jointdesk.incident.bulkclosure.domain.BulkClosure;
import uk.jointdesk.incident.bulkclosure.domain.ClosedTicket;
import uk.jointdesk.incident.bulkclosure.domain.ClosedTicket.State;
import uk.jointdesk.incident.bulkclosure.store.BulkClosures;
import uk.jointdesk.incident.bulkclosure.store.ClosedTickets;
import uk.jointdesk.incident.web.Body;
import uk.jointdesk.kit.idempotency.Idempotency;
import uk.jointdesk.kit.paging.Limit;
import uk.jointdesk.kit.paging.Page;
import uk.jointdesk.kit.problem.FieldError;
import uk.jointdesk.kit.problem.Refusal;
import uk.jointdesk.kit.scope.Roles;

/** Old tickets closed together, with a reason and by somebody's authority. */
@Path("/api/v1/tickets/bulk-closures")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Bulk closures", description = "Old tickets closed together; flagged in every figure they touch")
public class BulkClosureResource {

    private final BulkClosures closures;
    private final ClosedTickets tickets;
    private final BulkClosureWorker worker;
    private final Idempotency idempotency;
    private final Body bodies;
    private final Clock clock;

    public BulkClosureResource(
            BulkClosures closures,
            ClosedTickets tickets,
            BulkClosureWorker worker,
            Idempotency idempotency,
            Body bodies,
            Clock clock) {
        this.closures = closures;
        this.tickets = tickets;
        this.worker = worker;
        this.idempotency = idempotency;
        this.bodies = bodies;
        this.clock = clock;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.SERVICE_DESK, Roles.INCIDENT_MANAGER})
    @Operation(
            summary = "Close tickets together, or see what would be closed",
            description =
                    "A dry run counts per partner, priority and age and lists the tickets. The real run closes in the"
                            + " background: open tickets are RESOLVED and CLOSED, resolved ones CLOSED. It closes a filter's"
                            + " tickets, named ones, or exactly what a dry run has shown, once; what has changed since, is over already"
                            + " or is not the caller's is listed as skipped, with the cause.")
    @RequestBody(content = @Content(schema = @Schema(implementation = NewBulkClosure.class)))
    @APIResponse(
            responseCode = "200",
            description = "A dry run",
            content = @Content(schema = @Schema(implementation = BulkClosureView.class)))
    @APIResponse(
            responseCode = "202",
            description = "It will be done, also if this service stops now",
            content = @Content(schema = @Schema(implementation = BulkClosureView.class)))
    @APIResponse(responseCode = "409", description = "The dry run has been carried out")
    @APIResponse(responseCode = "422", description = "A field breaks a rule")
    public Response close(@HeaderParam("Idempotency-Key") String key, InputStream body) {
        NewBulkClosure wanted = bodies.read(body, NewBulkClosure.class);
        var selection = wanted.selection(clock.instant());
        Response answer = idempotency.once(
                key,
                Map.of("path", "tickets/bulk-closures", "body", wanted),
                () -> accepted(closures.accept(wanted.status(), selection, wanted.reason(), wanted.authoriser())));
        worker.kick();
        return answer;
    }

    @GET
    @RolesAllowed({
        Roles.SERVICE_DESK,
        Roles.INCIDENT_MANAGER,
        Roles.PERFORMANCE_ANALYST,
        Roles.BOARD_MEMBER,
        Roles.AUDITOR,
        Roles.SUITE_SERVICE
    })
    @Operation(summary = "List bulk closures", description = "The latest first; without dry runs.")
    public Page<BulkClosureView> list(@QueryParam("limit") Integer limit, @QueryParam("cursor") String cursor) {
        return tickets.closures(cursor, Limit.of(limit))
                .map(closure -> BulkClosureView.of(closure, tickets.counts(closure.id()), null));
    }

    @GET
    @Path("{id}")
    @RolesAllowed({
        Roles.SERVICE_DESK,
        Roles.INCIDENT_MANAGER,
        Roles.PERFORMANCE_ANALYST,
        Roles.BOARD_MEMBER,
        Roles.AUDITOR,
        Roles.SUITE_SERVICE
    })
    @Operation(summary = "Read a bulk closure", description = "Its counts grow with every batch that is committed.")
    @APIResponse(responseCode = "200", description = "The bulk closure as it stands")
    @APIResponse(responseCode = "404", description = "Unknown, or not the caller's")
    public BulkClosureView read(@PathParam("id") String id) {
        return view(closures.read(id(id)));
    }

    @GET
    @Path("{id}/tickets")
    @RolesAllowed({
        Roles.SERVICE_DESK,
        Roles.INCIDENT_MANAGER,
        Roles.PERFORMANCE_ANALYST,
        Roles.BOARD_MEMBER,
        Roles.AUDITOR,
        Roles.SUITE_SERVICE
    })
    @Operation(
            summary = "List the tickets of a bulk closure",
            description = "By reference: what closed each of them, or why it was skipped or left.")
    @APIResponse(responseCode = "200", description = "A page of tickets")
    @APIResponse(responseCode = "404", description = "Unknown, or not the caller's")
    public Page<ClosedTicket> tickets(
            @PathParam("id") String id,
            @Parameter(description = "PENDING, CLOSED, SKIPPED, UNDONE or LEFT") @QueryParam("state") String state,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor) {
        UUID found = closures.read(id(id)).id();
        return tickets.tickets(found, state(state), cursor, Limit.of(limit));
    }

    @POST
    @Path("{id}/undo")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.SERVICE_DESK, Roles.INCIDENT_MANAGER})
    @Operation(
            summary = "Undo a bulk closure",
            description =
                    "Within its period. Every event it wrote is corrected away, so that figures are as before; tickets that"
                            + " somebody has touched since are left as they are and listed.")
    @RequestBody(content = @Content(schema = @Schema(implementation = UndoRequest.class)))
    @APIResponse(
            responseCode = "202",
            description = "It will be undone",
            content = @Content(schema = @Schema(implementation = BulkClosureView.class)))
    @APIResponse(responseCode = "404", description = "Unknown, or not the caller's")
    @APIResponse(responseCode = "409", description = "It is not completed, or the period is over")
    public Response undo(@PathParam("id") String id, @HeaderParam("Idempotency-Key") String key, InputStream body) {
        UUID found = closures.read(id(id)).id();
        UndoRequest wanted = bodies.read(body, UndoRequest.class);
        Response answer = idempotency.once(
                key,
                Map.of("path", "tickets/bulk-closures/" + found + "/undo", "body", wanted),
                () -> accepted(closures.undo(found, wanted.reason())));
        worker.kick();
        return answer;
    }

    private Response accepted(BulkClosure closure) {
        Response.ResponseBuilder answer = closure.planned() ? Response.ok() : Response.accepted();
        return answer.location(URI.create("/api/v1/tickets/bulk-closures/" + closure.id()))
                .entity(view(closure))
                .build();
    }

    private BulkClosureView view(BulkClosure closure) {
        Page<ClosedTicket> shown = closure.planned() ? tickets.tickets(closure.id(), null, null, Limit.MOST) : null;
        return BulkClosureView.of(closure, tickets.counts(closure.id()), shown);
    }

    private static State state(String asked) {
        if (asked == null) {
            return null;
        }
        return Arrays.stream(State.values())
                .filter(state -> state.name().equals(asked))
                .findFirst()
                .orElseThrow(() -> Refusal.malformed(
                        "parameter-invalid",
                        "There is no such state.",
                        FieldError.query("state", "PENDING, CLOSED, SKIPPED, UNDONE or LEFT")));
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException notOurs) {
            throw Refusal.notFound();
        }
    }
}
