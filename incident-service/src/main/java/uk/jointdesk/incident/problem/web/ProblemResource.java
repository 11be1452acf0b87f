package uk.jointdesk.incident.problem.web;

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
import java.time.LocalDate;
import java.time.ZoneId;
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
import uk.jointdesk.incident.partner.web.NamedPartners;
import uk.jointdesk.incident.problem.domain.Problem;
import uk.jointdesk.incident.problem.domain.ProblemStatus;
import uk.jointdesk.incident.problem.store.ProblemStore;
import uk.jointdesk.incident.web.Body;
import uk.jointdesk.incident.web.Words;
import uk.jointdesk.kit.idempotency.Idempotency;
import uk.jointdesk.kit.paging.Limit;
import uk.jointdesk.kit.paging.Page;
import uk.jointdesk.kit.scope.Caller;
import uk.jointdesk.kit.scope.Roles;
import uk.jointdesk.kit.version.Version;

/** What is behind incidents that come again. */
@Path("/api/v1/problems")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Problems", description = "Root causes, ways around them, and how often they came back")
public class ProblemResource {

    private static final ZoneId LOCAL = ZoneId.of("Europe/London");

    private final ProblemStore problems;
    private final ProblemViews views;
    private final NamedPartners partners;
    private final Caller caller;
    private final Idempotency idempotency;
    private final Body bodies;
    private final Clock clock;

    public ProblemResource(
            ProblemStore problems,
            ProblemViews views,
            NamedPartners partners,
            Caller caller,
            Idempotency idempotency,
            Body bodies,
            Clock clock) {
        this.problems = problems;
        this.views = views;
        this.partners = partners;
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
            summary = "List problems",
            description = "Problems that affect the caller's partners, the latest first; known errors among them.")
    public Page<ProblemView> list(
            @Parameter(description = "OPEN, INVESTIGATING, RESOLVED or CLOSED") @QueryParam("status") String status,
            @Parameter(description = "true for known errors only, false for the others") @QueryParam("knownError")
                    String knownError,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") Integer limit) {
        return problems.page(
                        Words.of("status", status, ProblemStatus.class),
                        Words.flag("knownError", knownError),
                        cursor,
                        Limit.of(limit))
                .map(views::brief);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.SERVICE_DESK, Roles.INCIDENT_MANAGER})
    @Operation(summary = "Open a problem", description = "The councils named as affected read it.")
    @RequestBody(content = @Content(schema = @Schema(implementation = NewProblem.class)))
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = ProblemView.class)))
    @APIResponse(responseCode = "403", description = "A partner is not the caller's")
    @APIResponse(responseCode = "422", description = "A field breaks a rule")
    public Response open(@HeaderParam("Idempotency-Key") String key, InputStream body) {
        NewProblem wanted = bodies.read(body, NewProblem.class);
        List<String> affected = partners.checked(wanted.affectedPartners(), "/affectedPartners");
        Problem problem = wanted.toProblem(affected, clock.instant(), today(), caller.client());
        return idempotency.once(key, Map.of("path", "problems", "body", wanted), () -> created(problems.open(problem)));
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
            summary = "Read a problem",
            description = "With how often it came back, counted over the incidents that the caller sees.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ProblemView.class)))
    @APIResponse(responseCode = "404", description = "Unknown, or it affects none of the caller's partners")
    public Response read(@PathParam("reference") String reference) {
        return answer(problems.read(reference));
    }

    @PATCH
    @Path("{reference}")
    @Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
    @RolesAllowed({Roles.SERVICE_DESK, Roles.INCIDENT_MANAGER})
    @Operation(
            summary = "Change a problem",
            description =
                    "JSON merge patch of title, description, status, rootCause, workaround, knownError, knownErrorSince or"
                            + " affectedPartners. If-Match names the version it starts from.")
    @RequestBody(
            content = @Content(mediaType = "application/merge-patch+json", schema = @Schema(type = SchemaType.OBJECT)))
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ProblemView.class)))
    @APIResponse(responseCode = "404", description = "Unknown, or it affects none of the caller's partners")
    @APIResponse(responseCode = "409", description = "It cannot take that status from where it stands")
    @APIResponse(responseCode = "412", description = "It has changed since")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Response change(
            @PathParam("reference") String reference, @HeaderParam("If-Match") String ifMatch, InputStream body) {
        partners.checkMine(problems.read(reference).partners());
        long expected = Version.required(ifMatch);
        ProblemPatch patch = new ProblemPatch(bodies.read(body, JsonNode.class));
        List<String> named = patch.namesPartners() ? partners.checked(patch.partners(), "/affectedPartners") : null;
        return answer(problems.change(
                reference, expected, now -> patch.apply(now, named == null ? now.partners() : named, today())));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), LOCAL);
    }

    private Response created(Problem problem) {
        return Response.created(URI.create("/api/v1/problems/" + problem.reference()))
                .tag(Version.tag(problem.version()))
                .entity(views.whole(problem))
                .build();
    }

    private Response answer(Problem problem) {
        return Response.ok(views.whole(problem))
                .tag(Version.tag(problem.version()))
                .build();
    }
}
