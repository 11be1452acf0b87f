package uk.jointdesk.incident.escalation.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
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
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uk.jointdesk.incident.escalation.domain.Escalation;
import uk.jointdesk.incident.escalation.store.Escalations;
import uk.jointdesk.incident.ticket.store.Notes;
import uk.jointdesk.incident.web.Body;
import uk.jointdesk.kit.idempotency.Idempotency;
import uk.jointdesk.kit.paging.Limit;
import uk.jointdesk.kit.paging.Page;
import uk.jointdesk.kit.problem.FieldError;
import uk.jointdesk.kit.problem.Refusal;
import uk.jointdesk.kit.scope.Roles;

/** Which tickets' clocks have reached a threshold, and which will. */
@Path("/api/v1/escalations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
        name = "Escalations",
        description = "Thresholds of the agreement that a ticket's clock reaches, each announced once")
public class EscalationResource {

    private static final Duration USUAL = Duration.ofHours(4);
    private static final Duration LONGEST = Duration.ofDays(31);

    private final Escalations escalations;
    private final Notes notes;
    private final Idempotency idempotency;
    private final Body bodies;

    public EscalationResource(Escalations escalations, Notes notes, Idempotency idempotency, Body bodies) {
        this.escalations = escalations;
        this.notes = notes;
        this.idempotency = idempotency;
        this.bodies = bodies;
    }

    @GET
    @RolesAllowed({
        Roles.BOROUGH_CLIENT,
        Roles.SERVICE_DESK,
        Roles.INCIDENT_MANAGER,
        Roles.PERFORMANCE_ANALYST,
        Roles.BOARD_MEMBER,
        Roles.AUDITOR
    })
    @Operation(
            summary = "List escalations",
            description = "What was announced of the tickets of the caller's partners, the latest first.")
    public Page<EscalationView> list(@BeanParam EscalationQuery query) {
        return escalations
                .page(query.filter(), query.cursor, Limit.of(query.limit))
                .map(EscalationView::of);
    }

    @GET
    @Path("upcoming")
    @RolesAllowed({
        Roles.BOROUGH_CLIENT,
        Roles.SERVICE_DESK,
        Roles.INCIDENT_MANAGER,
        Roles.PERFORMANCE_ANALYST,
        Roles.BOARD_MEMBER,
        Roles.AUDITOR
    })
    @Operation(
            summary = "List what is due next",
            description = "The thresholds that running clocks reach within a span if nothing happens, the next first.")
    public Page<UpcomingView> upcoming(
            @Parameter(description = "An ISO 8601 duration of at most 31 days, normally PT4H") @QueryParam("within")
                    String within,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor) {
        return escalations.ahead(span(within), cursor, Limit.of(limit)).map(UpcomingView::of);
    }

    @POST
    @Path("{id}/acknowledgement")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.SERVICE_DESK, Roles.INCIDENT_MANAGER})
    @Operation(summary = "Acknowledge an escalation", description = "Says what is done about it; once.")
    @RequestBody(content = @Content(schema = @Schema(implementation = Reason.class)))
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = EscalationView.class)))
    @APIResponse(responseCode = "404", description = "Unknown, or not the caller's")
    @APIResponse(responseCode = "409", description = "Somebody has acknowledged it")
    public Response acknowledge(
            @PathParam("id") String id, @HeaderParam("Idempotency-Key") String key, InputStream body) {
        Escalation reached = escalations.find(uuid(id));
        notes.checkWritable(reached.reached().ticket());
        UUID escalation = reached.id();
        Reason wanted = bodies.read(body, Reason.class);
        Map<String, Object> request = Map.of("path", "escalations/" + escalation + "/acknowledgement", "body", wanted);
        return idempotency.once(key, request, () -> acknowledged(escalation, wanted));
    }

    private Response acknowledged(UUID id, Reason wanted) {
        EscalationView escalation = EscalationView.of(escalations.acknowledge(id, wanted.reason()));
        return Response.created(URI.create("/api/v1/tickets/" + escalation.ticket() + "/escalations"))
                .entity(escalation)
                .build();
    }

    private static Duration span(String within) {
        Duration span;
        try {
            span = within == null ? USUAL : Duration.parse(within);
        } catch (DateTimeException unreadable) {
            throw outOfRange();
        }
        if (span.isNegative() || span.compareTo(LONGEST) > 0) {
            throw outOfRange();
        }
        return span;
    }

    private static Refusal outOfRange() {
        return Refusal.malformed(
                "parameter-invalid",
                "The span is an ISO 8601 duration such as PT4H, of at most 31 days.",
                FieldError.query("within", "is a duration from PT0S to P31D"));
    }

    /** An id that is none names nothing. */
    private static UUID uuid(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException none) {
            throw Refusal.notFound();
        }
    }
}
