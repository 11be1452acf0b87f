package uk.jointdesk.incident.ticket.web;

import io.quarkus.arc.All;
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
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uk.jointdesk.incident.audit.AuditedRequest;
import uk.jointdesk.incident.ticket.domain.Note;
import uk.jointdesk.incident.ticket.domain.Recorded;
import uk.jointdesk.incident.ticket.store.Notes;
import uk.jointdesk.incident.ticket.store.Tickets;
import uk.jointdesk.incident.web.Body;
import uk.jointdesk.kit.idempotency.Idempotency;
import uk.jointdesk.kit.paging.Cursor;
import uk.jointdesk.kit.paging.Limit;
import uk.jointdesk.kit.paging.Page;
import uk.jointdesk.kit.problem.Refusal;
import uk.jointdesk.kit.scope.Roles;

/** A ticket's story: what happened, and what was said. */
@Path("/api/v1/tickets/{reference}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Tickets")
public class TimelineResource {

    private static final Comparator<Recorded> EVENTS = Comparator.comparing(
                    (Recorded told) -> told.fact().at())
            .thenComparingLong(told -> told.fact().sequence())
            .thenComparing(told -> told.fact().kind());
    private static final Comparator<TimelineEntry> ENTRIES = Comparator.comparing(TimelineEntry::occurredAt);

    private final Tickets tickets;
    private final Notes notes;
    private final List<TimelineAddition> additions;
    private final TicketRights rights;
    private final Idempotency idempotency;
    private final Body bodies;
    private final AuditedRequest request;
    private final Clock clock;

    public TimelineResource(
            Tickets tickets,
            Notes notes,
            @All List<TimelineAddition> additions,
            TicketRights rights,
            Idempotency idempotency,
            Body bodies,
            AuditedRequest request,
            Clock clock) {
        this.tickets = tickets;
        this.notes = notes;
        this.additions = additions;
        this.rights = rights;
        this.idempotency = idempotency;
        this.bodies = bodies;
        this.request = request;
        this.clock = clock;
    }

    @GET
    @Path("timeline")
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
            summary = "Read a ticket's timeline",
            description =
                    "Events, notes and links in the order in which they happened, with the notes of the tickets merged into"
                            + " this one. A council's client sees no internal notes.")
    @APIResponse(responseCode = "200", description = "A page of events and notes")
    @APIResponse(responseCode = "404", description = "Unknown, or not the caller's")
    public Page<TimelineEntry> timeline(
            @PathParam("reference") String reference,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor) {
        Tickets.Seen seen = tickets.see(reference);
        List<TimelineEntry> entries = Stream.of(
                        seen.recorded().stream().sorted(EVENTS).map(TimelineEntry::of),
                        visibleNotes(reference, seen.heldUntil()).map(TimelineEntry::of),
                        additions.stream().flatMap(addition -> addition.to(reference)))
                .flatMap(part -> part)
                .sorted(ENTRIES)
                .toList();
        int most = Limit.of(limit);
        int start = cursor == null ? 0 : start(cursor);
        List<TimelineEntry> page = entries.stream().skip(start).limit(most + 1L).toList();
        return Page.of(page, most, last -> Cursor.encode(Integer.toString(start + most)));
    }

    @POST
    @Path("notes")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.BOROUGH_CLIENT, Roles.SERVICE_DESK, Roles.INCIDENT_MANAGER})
    @Operation(
            summary = "Write a note",
            description =
                    "PUBLIC notes are for the council too, INTERNAL ones for the desk only. The first public note of an"
                            + " agent is the response to the ticket, unless it is automatic.")
    @RequestBody(content = @Content(schema = @Schema(implementation = NewNote.class)))
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = TimelineEntry.class)))
    @APIResponse(responseCode = "403", description = "A council's client writes no internal notes")
    @APIResponse(responseCode = "404", description = "Unknown, or not the caller's")
    public Response write(
            @PathParam("reference") String reference, @HeaderParam("Idempotency-Key") String key, InputStream body) {
        notes.checkWritable(reference);
        NewNote wanted = readUnseen(body);
        if (wanted.internal() && !rights.readsInternal()) {
            throw Refusal.forbidden("note-internal", "Internal notes are for the desk.");
        }
        if (wanted.minutes() != null && !rights.readsInternal()) {
            throw Refusal.forbidden("note-minutes", "Only the desk writes down how long it worked.");
        }
        Map<String, Object> named = Map.of("path", "tickets/" + reference + "/notes", "body", wanted);
        return idempotency.once(key, named, () -> written(reference, wanted));
    }

    /** As long as the desk's note does not say that it is public, nobody else is told that one was begun. */
    private NewNote readUnseen(InputStream body) {
        request.setInternal(rights.readsInternal());
        NewNote wanted = bodies.read(body, NewNote.class);
        request.setInternal(rights.readsInternal() && wanted.internal());
        return wanted;
    }

    private Response written(String reference, NewNote wanted) {
        Note note = notes.add(reference, wanted.note(UUID.randomUUID(), clock.instant(), rights.client()));
        return Response.created(URI.create("/api/v1/tickets/" + reference + "/timeline"))
                .entity(TimelineEntry.of(note))
                .build();
    }

    private Stream<Note> visibleNotes(String reference, Instant heldUntil) {
        return notes.of(reference).stream()
                .filter(note -> rights.readsInternal() || !note.internal())
                .filter(note -> heldUntil == null || !note.at().isAfter(heldUntil));
    }

    /** A timeline only grows at places that a reader may not have passed; a place in it is cursor enough. */
    private static int start(String cursor) {
        String place = Cursor.decode(cursor, 1).get(0);
        if (!place.matches("\\d{1,9}")) {
            throw Cursor.invalid();
        }
        return Integer.parseInt(place);
    }
}
