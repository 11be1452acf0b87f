package uk.jointdesk.incident.split.web;

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
import java.net.URI;
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
import uk.jointdesk.incident.split.store.Splits;
import uk.jointdesk.incident.ticket.store.Notes;
import uk.jointdesk.incident.ticket.web.TicketViews;
import uk.jointdesk.incident.web.Body;
import uk.jointdesk.kit.idempotency.Idempotency;
import uk.jointdesk.kit.paging.Page;
import uk.jointdesk.kit.scope.Roles;
import uk.jointdesk.kit.version.Version;

/** How one ticket becomes several. */
@Path("/api/v1/tickets/{reference}/splits")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Tickets")
public class SplitResource {

    private final Splits splits;
    private final Notes notes;
    private final TicketViews views;
    private final Idempotency idempotency;
    private final Body bodies;
    private final Clock clock;

    public SplitResource(
            Splits splits, Notes notes, TicketViews views, Idempotency idempotency, Body bodies, Clock clock) {
        this.splits = splits;
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
            summary = "Split a ticket",
            description =
                    "Opens a ticket of the same partner for each part and links it, SPLIT_FROM this one, which goes on."
                            + " The caller says whether the parts count from when this one was logged or from now."
                            + " If-Match is honoured when it is sent.")
    @RequestBody(content = @Content(schema = @Schema(implementation = Split.class)))
    @APIResponse(
            responseCode = "201",
            description = "The new tickets",
            content = @Content(schema = @Schema(ref = "PageTicketView")))
    @APIResponse(responseCode = "404", description = "Unknown, or not the caller's")
    @APIResponse(responseCode = "409", description = "It is over, or was never logged")
    public Response split(
            @PathParam("reference") String reference,
            @HeaderParam("If-Match") String ifMatch,
            @HeaderParam("Idempotency-Key") String key,
            InputStream body) {
        notes.checkWritable(reference);
        Split wanted = bodies.read(body, Split.class);
        Long expected = ifMatch == null ? null : Version.required(ifMatch);
        Map<String, Object> request = Map.of("path", "tickets/" + reference + "/splits", "body", wanted);
        return idempotency.once(key, request, () -> done(reference, expected, wanted));
    }

    private Response done(String reference, Long expected, Split wanted) {
        Instant now = clock.instant();
        List<Splits.Part> parts = wanted.tickets().stream()
                .map(part -> (Splits.Part) (identity, original) -> wanted.logged(part, identity, original, now))
                .toList();
        var opened = splits.split(reference, expected, seen -> wanted.told(seen, now), parts);
        return Response.created(URI.create("/api/v1/tickets/" + reference + "/links"))
                .entity(views.of(Page.whole(opened), now))
                .build();
    }
}
