package uk.jointdesk.incident.live.web;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import io.vertx.core.http.HttpServerResponse;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uk.jointdesk.incident.live.ChangeStream;
import uk.jointdesk.incident.live.Reader;
import uk.jointdesk.incident.live.Told;
import uk.jointdesk.kit.problem.Refusal;
import uk.jointdesk.kit.scope.Caller;
import uk.jointdesk.kit.scope.Roles;

/** Ticket changes as they happen, as server-sent events. */
@Path("/api/v1/tickets/stream")
@Tag(name = "Live")
public class StreamResource {

    /** A token that says no end is not believed for longer. */
    private static final Duration LONGEST = Duration.ofHours(1);

    private final ChangeStream stream;
    private final Caller caller;
    private final SecurityIdentity identity;
    private final Clock clock;

    public StreamResource(ChangeStream stream, Caller caller, SecurityIdentity identity, Clock clock) {
        this.stream = stream;
        this.caller = caller;
        this.identity = identity;
        this.clock = clock;
    }

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Blocking
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
            summary = "Listen to ticket changes",
            description =
                    "Server-sent events. `ready`: from here on nothing is missed, read the lists now. `ticket`: reference,"
                            + " partner, event, at, and where the ticket stands when it is told (status, priority, version); a"
                            + " partner that has handed the ticket on is told what happened until then, without where it stands."
                            + " `heartbeat` every 15 seconds. `reset`: too much was missed, read the lists again. `end`: the"
                            + " token has expired or the service stops. Every event has an opaque id; Last-Event-ID goes on"
                            + " after it. A reader that does not keep up is cut off.")
    @APIResponse(
            responseCode = "200",
            description = "Events without end",
            content = @Content(mediaType = MediaType.SERVER_SENT_EVENTS, schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(responseCode = "400", description = "Last-Event-ID is not an id of this stream")
    @APIResponse(responseCode = "429", description = "The caller has too many streams open")
    public Multi<OutboundSseEvent> listen(
            @HeaderParam("Last-Event-ID") String lastEventId, @Context Sse sse, @Context HttpServerResponse response) {
        Reader reader =
                new Reader(caller.subject(), caller.scope(), tokenEnds(), stream.place(lastEventId), response::reset);
        Multi<Told> told = opened(reader, response);
        // A proxy that collects an answer before it passes it on would never pass this one on.
        response.putHeader("X-Accel-Buffering", "no").putHeader("Cache-Control", "no-store");
        return told.map(event -> sse.newEventBuilder()
                .id(event.id())
                .name(event.event())
                .data(event.data())
                .build());
    }

    private Multi<Told> opened(Reader reader, HttpServerResponse response) {
        try {
            return stream.open(reader);
        } catch (Refusal tooMany) {
            response.putHeader("Retry-After", "30");
            throw tooMany;
        }
    }

    private Instant tokenEnds() {
        Instant longest = clock.instant().plus(LONGEST);
        if (identity.getPrincipal() instanceof JsonWebToken token && token.getExpirationTime() > 0) {
            Instant expires = Instant.ofEpochSecond(token.getExpirationTime());
            return expires.isBefore(longest) ? expires : longest;
        }
        return longest;
    }
}
