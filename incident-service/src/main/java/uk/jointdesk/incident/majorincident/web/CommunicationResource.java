package uk.jointdesk.incident.majorincident.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
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
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uk.jointdesk.incident.majorincident.domain.Audience;
import uk.jointdesk.incident.majorincident.domain.Entry;
import uk.jointdesk.incident.majorincident.domain.EntryKind;
import uk.jointdesk.incident.majorincident.domain.MajorIncident;
import uk.jointdesk.incident.majorincident.store.MajorIncidentList;
import uk.jointdesk.incident.majorincident.store.MajorIncidents;
import uk.jointdesk.incident.majorincident.store.Timeline;
import uk.jointdesk.incident.web.Body;
import uk.jointdesk.incident.web.Slice;
import uk.jointdesk.kit.idempotency.Idempotency;
import uk.jointdesk.kit.paging.Page;
import uk.jointdesk.kit.problem.FieldError;
import uk.jointdesk.kit.problem.Refusal;
import uk.jointdesk.kit.scope.Roles;

/** What happened in a major incident, and what was said to whom. */
@Path("/api/v1/major-incidents/{reference}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Major incidents")
public class CommunicationResource {

    private final MajorIncidents incidents;
    private final MajorIncidentList list;
    private final Timeline timeline;
    private final MajorIncidentRights rights;
    private final Idempotency idempotency;
    private final Body bodies;
    private final Clock clock;

    public CommunicationResource(
            MajorIncidents incidents,
            MajorIncidentList list,
            Timeline timeline,
            MajorIncidentRights rights,
            Idempotency idempotency,
            Body bodies,
            Clock clock) {
        this.incidents = incidents;
        this.list = list;
        this.timeline = timeline;
        this.rights = rights;
        this.idempotency = idempotency;
        this.bodies = bodies;
        this.clock = clock;
    }

    /** Something that was said. */
    public record NewCommunication(
            @Schema(description = "USERS or COUNCILS; LEADERSHIP and RESOLVERS are not for the councils' clients")
            @NotNull
            Audience audience,

            @Schema(description = "How it was said", examples = "e-mail") @NotBlank @Size(max = 100)
            String channel,

            @NotBlank @Size(max = 20_000) String text,

            @Schema(description = "When it was said, if not now")
            Instant at) {}

    @GET
    @Path("timeline")
    @RolesAllowed({
        Roles.BOROUGH_CLIENT,
        Roles.SERVICE_DESK,
        Roles.INCIDENT_MANAGER,
        Roles.PERFORMANCE_ANALYST,
        Roles.BOARD_MEMBER,
        Roles.AUDITOR
    })
    @Operation(
            summary = "Read a major incident's timeline",
            description =
                    "In the order in which it happened. A council's client sees its own tickets, and what is said or to be done"
                            + " for USERS and COUNCILS.")
    @APIResponse(responseCode = "200", description = "A page of lines")
    @APIResponse(responseCode = "404", description = "Unknown, or it affects none of the caller's partners")
    public Page<EntryView> timeline(
            @PathParam("reference") String reference,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor) {
        return entries(reference, null, limit, cursor);
    }

    @GET
    @Path("communications")
    @RolesAllowed({
        Roles.BOROUGH_CLIENT,
        Roles.SERVICE_DESK,
        Roles.INCIDENT_MANAGER,
        Roles.PERFORMANCE_ANALYST,
        Roles.BOARD_MEMBER,
        Roles.AUDITOR
    })
    @Operation(
            summary = "Read a major incident's communications log",
            description =
                    "In the order in which they were said. A council's client reads those for USERS and COUNCILS.")
    @APIResponse(responseCode = "200", description = "A page of communications")
    @APIResponse(responseCode = "404", description = "Unknown, or it affects none of the caller's partners")
    public Page<EntryView> communications(
            @PathParam("reference") String reference,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor) {
        return entries(reference, EntryKind.COMMUNICATION, limit, cursor);
    }

    @POST
    @Path("communications")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.INCIDENT_MANAGER, Roles.SERVICE_DESK})
    @Operation(
            summary = "Write down what was said",
            description =
                    "Starts the audience's interval again. What is for USERS or COUNCILS is passed on to the councils"
                            + " affected.")
    @RequestBody(content = @Content(schema = @Schema(implementation = NewCommunication.class)))
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = EntryView.class)))
    @APIResponse(responseCode = "404", description = "Unknown, or it affects none of the caller's partners")
    @APIResponse(responseCode = "409", description = "It is only known from a published pack")
    public Response say(
            @PathParam("reference") String reference, @HeaderParam("Idempotency-Key") String key, InputStream body) {
        MajorIncident incident = rights.checkWritable(reference);
        rights.setUnseen(true);
        NewCommunication wanted = bodies.read(body, NewCommunication.class);
        rights.setUnseen(!wanted.audience().isForCouncils());
        Instant at = checkedTime(incident, wanted.at());
        Map<String, Object> request =
                Map.of("path", "major-incidents/" + reference + "/communications", "body", wanted);
        return idempotency.once(key, request, () -> said(reference, wanted, at));
    }

    private Response said(String reference, NewCommunication wanted, Instant at) {
        Entry entry = Entry.said(wanted.audience(), wanted.channel(), at, rights.client(), wanted.text());
        incidents.say(reference, entry);
        return Response.created(URI.create("/api/v1/major-incidents/" + reference + "/communications"))
                .entity(EntryView.of(entry))
                .build();
    }

    private Instant checkedTime(MajorIncident incident, Instant at) {
        if (incident.declaredAt() == null) {
            throw Refusal.conflict("not-declared-here", "It is only known from a published pack.");
        }
        Instant now = clock.instant();
        if (at != null && at.isAfter(now)) {
            throw Refusal.refused(
                    "time-in-future", "It has not been said yet.", new FieldError("/at", "lies in the future"));
        }
        if (at != null && at.isBefore(incident.declaredAt())) {
            throw Refusal.refused(
                    "time-before-declaration",
                    "It was not declared then.",
                    new FieldError("/at", "lies before " + incident.declaredAt()));
        }
        return at == null ? now : at;
    }

    private Page<EntryView> entries(String reference, EntryKind kind, Integer limit, String cursor) {
        list.read(reference);
        return Slice.of(timeline.of(reference, rights.readsInternal(), kind), limit, cursor)
                .map(EntryView::of);
    }
}
