package uk.jointdesk.incident.majorincident.web;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
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
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uk.jointdesk.incident.majorincident.domain.CauseClass;
import uk.jointdesk.incident.majorincident.domain.MajorIncident;
import uk.jointdesk.incident.majorincident.domain.MajorStatus;
import uk.jointdesk.incident.majorincident.store.MajorIncidentList;
import uk.jointdesk.incident.majorincident.store.MajorIncidents;
import uk.jointdesk.incident.web.Body;
import uk.jointdesk.incident.web.Words;
import uk.jointdesk.kit.idempotency.Idempotency;
import uk.jointdesk.kit.paging.Limit;
import uk.jointdesk.kit.paging.Page;
import uk.jointdesk.kit.scope.Caller;
import uk.jointdesk.kit.scope.Roles;
import uk.jointdesk.kit.version.Version;

/** Incidents that are led as one. */
@Path("/api/v1/major-incidents")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Major incidents", description = "Incidents that are led as one, whatever number of tickets they have")
public class MajorIncidentResource {

    private final MajorIncidents incidents;
    private final MajorIncidentList list;
    private final MajorIncidentViews views;
    private final MajorIncidentRights rights;
    private final DefaultCadence cadence;
    private final Caller caller;
    private final Idempotency idempotency;
    private final Body bodies;
    private final Clock clock;

    public MajorIncidentResource(
            MajorIncidents incidents,
            MajorIncidentList list,
            MajorIncidentViews views,
            MajorIncidentRights rights,
            DefaultCadence cadence,
            Caller caller,
            Idempotency idempotency,
            Body bodies,
            Clock clock) {
        this.incidents = incidents;
        this.list = list;
        this.views = views;
        this.rights = rights;
        this.cadence = cadence;
        this.caller = caller;
        this.idempotency = idempotency;
        this.bodies = bodies;
        this.clock = clock;
    }

    @GET
    @RolesAllowed({
        Roles.BOROUGH_CLIENT,
        Roles.SERVICE_DESK,
        Roles.INCIDENT_MANAGER,
        Roles.PERFORMANCE_ANALYST,
        Roles.BOARD_MEMBER,
        Roles.AUDITOR,
        Roles.SUITE_SERVICE
    })
    @Operation(
            summary = "List major incidents",
            description = "Those that affect the caller's partners, the latest first.")
    public Page<MajorIncidentView> list(
            @Parameter(description = "DECLARED, INVESTIGATING, MITIGATED, RESOLVED, REVIEWED or CLOSED")
                    @QueryParam("status")
                    String status,
            @Parameter(description = "SUPPLIER, EXTERNAL_ATTACK, CHANGE, CAPACITY, SECURITY or OTHER")
                    @QueryParam("causeClass")
                    String causeClass,
            @Parameter(description = "A partner that is affected") @QueryParam("partner") String partner,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") Integer limit) {
        return list.page(
                        Words.of("status", status, MajorStatus.class),
                        Words.of("causeClass", causeClass, CauseClass.class),
                        rights.visible(partner),
                        cursor,
                        Limit.of(limit))
                .map(views::brief);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.INCIDENT_MANAGER)
    @Operation(
            summary = "Declare a major incident",
            description = "The partners of its tickets are affected whether they are named or not; each is told.")
    @RequestBody(content = @Content(schema = @Schema(implementation = NewMajorIncident.class)))
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = MajorIncidentView.class)))
    @APIResponse(responseCode = "403", description = "A partner is not the caller's")
    @APIResponse(responseCode = "422", description = "A field breaks a rule")
    public Response declare(@HeaderParam("Idempotency-Key") String key, InputStream body) {
        NewMajorIncident wanted = bodies.read(body, NewMajorIncident.class);
        List<String> partners =
                rights.named(wanted.affectedPartners(), !wanted.links().isEmpty());
        rights.checkProblem(wanted.problem());
        MajorIncident incident =
                wanted.toMajorIncident(partners, cadence.promises(wanted.priority()), clock.instant(), caller.client());
        return idempotency.once(
                key,
                Map.of("path", "major-incidents", "body", wanted),
                () -> created(incidents.declare(incident, wanted.links())));
    }

    @GET
    @Path("{reference}")
    @RolesAllowed({
        Roles.BOROUGH_CLIENT,
        Roles.SERVICE_DESK,
        Roles.INCIDENT_MANAGER,
        Roles.PERFORMANCE_ANALYST,
        Roles.BOARD_MEMBER,
        Roles.AUDITOR,
        Roles.SUITE_SERVICE
    })
    @Operation(
            summary = "Read a major incident",
            description = "A council reads what affects it, its own tickets, and whether others are affected too.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = MajorIncidentView.class)))
    @APIResponse(responseCode = "404", description = "Unknown, or it affects none of the caller's partners")
    public Response read(@PathParam("reference") String reference) {
        return views.answer(list.read(reference));
    }

    @PATCH
    @Path("{reference}")
    @Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
    @RolesAllowed(Roles.INCIDENT_MANAGER)
    @Operation(
            summary = "Change a major incident",
            description =
                    "JSON merge patch of title, description, causeClass, cause, affectedPartners, affectedServices,"
                            + " incidentManager, communicationsLead, technicalLead, problem or updates. If-Match names the version it starts"
                            + " from.")
    @RequestBody(
            content = @Content(mediaType = "application/merge-patch+json", schema = @Schema(type = SchemaType.OBJECT)))
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = MajorIncidentView.class)))
    @APIResponse(responseCode = "404", description = "Unknown, or it affects none of the caller's partners")
    @APIResponse(responseCode = "412", description = "It has changed since")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Response change(
            @PathParam("reference") String reference, @HeaderParam("If-Match") String ifMatch, InputStream body) {
        rights.checkWritable(reference);
        long expected = Version.required(ifMatch);
        MajorIncidentPatch patch = new MajorIncidentPatch(bodies.read(body, JsonNode.class));
        List<String> named = patch.namesPartners() ? rights.named(patch.partners(), false) : null;
        rights.checkProblem(patch.problem());
        return views.answer(
                incidents.change(reference, expected, now -> patch.apply(now, named == null ? now.partners() : named)));
    }

    private Response created(MajorIncident incident) {
        return Response.created(URI.create("/api/v1/major-incidents/" + incident.reference()))
                .tag(Version.tag(incident.version()))
                .entity(views.whole(incident))
                .build();
    }
}
