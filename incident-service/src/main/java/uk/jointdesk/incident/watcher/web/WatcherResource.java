package uk.jointdesk.incident.watcher.web;

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
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uk.jointdesk.incident.ticket.store.Notes;
import uk.jointdesk.incident.ticket.store.Tickets;
import uk.jointdesk.incident.ticket.web.TicketRights;
import uk.jointdesk.incident.watcher.domain.Watcher;
import uk.jointdesk.incident.watcher.store.Watchers;
import uk.jointdesk.incident.web.Body;
import uk.jointdesk.kit.idempotency.Idempotency;
import uk.jointdesk.kit.paging.Page;
import uk.jointdesk.kit.problem.Refusal;
import uk.jointdesk.kit.scope.Caller;
import uk.jointdesk.kit.scope.Roles;
import uk.jointdesk.kit.version.Version;

/** Who wants to hear of a ticket. */
@Path("/api/v1/tickets/{reference}/watchers")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Watchers", description = "Who wants to hear of a ticket")
public class WatcherResource {

    private final Watchers watchers;
    private final Tickets tickets;
    private final Notes notes;
    private final TicketRights rights;
    private final Caller caller;
    private final Idempotency idempotency;
    private final Body bodies;
    private final Clock clock;

    public WatcherResource(
            Watchers watchers,
            Tickets tickets,
            Notes notes,
            TicketRights rights,
            Caller caller,
            Idempotency idempotency,
            Body bodies,
            Clock clock) {
        this.watchers = watchers;
        this.tickets = tickets;
        this.notes = notes;
        this.rights = rights;
        this.caller = caller;
        this.idempotency = idempotency;
        this.bodies = bodies;
        this.clock = clock;
    }

    @GET
    @RolesAllowed({Roles.BOROUGH_CLIENT, Roles.SERVICE_DESK, Roles.INCIDENT_MANAGER, Roles.AUDITOR})
    @Operation(summary = "List a ticket's watchers", description = "The first to watch first.")
    @APIResponse(responseCode = "200", description = "The watchers")
    @APIResponse(responseCode = "404", description = "Unknown, or not the caller's")
    public Page<WatcherView> list(@PathParam("reference") String reference) {
        notes.checkWritable(reference);
        return Page.whole(watchers.of(reference).stream().map(WatcherView::of).toList());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.BOROUGH_CLIENT, Roles.SERVICE_DESK, Roles.INCIDENT_MANAGER})
    @Operation(
            summary = "Watch a ticket",
            description =
                    "The caller itself, or whom it names. A council's client watches for its council, until the ticket"
                            + " is handed on.")
    @RequestBody(content = @Content(schema = @Schema(implementation = NewWatcher.class)))
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = WatcherView.class)))
    @APIResponse(responseCode = "404", description = "Unknown, or not the caller's")
    public Response add(
            @PathParam("reference") String reference, @HeaderParam("Idempotency-Key") String key, InputStream body) {
        notes.checkWritable(reference);
        NewWatcher wanted = bodies.read(body, NewWatcher.class);
        Map<String, Object> request = Map.of("path", "tickets/" + reference + "/watchers", "body", wanted);
        return idempotency.once(
                key, request, () -> created(reference, watchers.add(reference, watcher(reference, wanted))));
    }

    @DELETE
    @Path("{watcher}")
    @RolesAllowed({Roles.BOROUGH_CLIENT, Roles.SERVICE_DESK, Roles.INCIDENT_MANAGER})
    @Operation(
            summary = "Watch a ticket no more",
            description = "A council's client takes away its own council's watchers. If-Match names the version.")
    @APIResponse(responseCode = "204", description = "It is gone")
    @APIResponse(responseCode = "403", description = "The watcher is the desk's")
    @APIResponse(responseCode = "404", description = "Unknown, or not the caller's")
    @APIResponse(responseCode = "412", description = "It has changed since")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Response remove(
            @PathParam("reference") String reference,
            @PathParam("watcher") String watcher,
            @HeaderParam("If-Match") String ifMatch) {
        notes.checkWritable(reference);
        long expected = Version.required(ifMatch);
        watchers.remove(reference, watcher, removable(reference, watcher), expected);
        return Response.noContent().build();
    }

    /** For whom the watcher watches that the caller means: its own first; the desk may take away a council's too. */
    private String removable(String reference, String watcher) {
        Map<Boolean, List<Watcher>> ofDesk = watchers.of(reference).stream()
                .filter(other -> other.id().equals(watcher))
                .collect(Collectors.partitioningBy(other -> other.partner() == null));
        List<Watcher> councils = ofDesk.get(false);
        boolean desks = !ofDesk.get(true).isEmpty();
        if (!rights.readsInternal() && councils.isEmpty() && desks) {
            throw Refusal.forbidden("watcher-not-yours", "The watcher is the desk's.");
        }
        boolean meansDesks = desks && rights.readsInternal();
        return meansDesks || councils.isEmpty() ? null : councils.get(0).partner();
    }

    private Watcher watcher(String reference, NewWatcher wanted) {
        String partner =
                rights.readsInternal() ? null : tickets.see(reference).ticket().partner();
        String id = wanted.watcher() == null ? caller.subject() : wanted.watcher();
        return new Watcher(id, partner, clock.instant(), caller.client(), 1);
    }

    private static Response created(String reference, Watcher watcher) {
        return Response.created(URI.create("/api/v1/tickets/" + reference + "/watchers/" + watcher.id()))
                .tag(Version.tag(watcher.version()))
                .entity(WatcherView.of(watcher))
                .build();
    }
}
