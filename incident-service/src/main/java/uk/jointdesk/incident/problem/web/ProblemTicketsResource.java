package uk.jointdesk.incident.problem.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
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
import java.time.Instant;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uk.jointdesk.incident.partner.web.NamedPartners;
import uk.jointdesk.incident.problem.domain.Problem;
import uk.jointdesk.incident.problem.store.ProblemStore;
import uk.jointdesk.incident.problem.store.ProblemTickets;
import uk.jointdesk.incident.web.Body;
import uk.jointdesk.kit.idempotency.Idempotency;
import uk.jointdesk.kit.paging.Page;
import uk.jointdesk.kit.scope.Roles;
import uk.jointdesk.kit.version.Version;

/** The incidents behind which a problem stands. */
@Path("/api/v1/problems/{reference}/incidents")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Problems")
public class ProblemTicketsResource {

    private final ProblemStore problems;
    private final ProblemTickets tickets;
    private final ProblemViews views;
    private final NamedPartners partners;
    private final Idempotency idempotency;
    private final Body bodies;

    public ProblemTicketsResource(
            ProblemStore problems,
            ProblemTickets tickets,
            ProblemViews views,
            NamedPartners partners,
            Idempotency idempotency,
            Body bodies) {
        this.problems = problems;
        this.tickets = tickets;
        this.views = views;
        this.partners = partners;
        this.idempotency = idempotency;
        this.bodies = bodies;
    }

    /** A ticket that a problem caused. */
    public record LinkedIncident(String ticket, String partner, Instant loggedAt) {}

    /** A ticket to be linked. */
    public record NewLink(
            @Schema(description = "The ticket's reference", examples = "LBL-0000123") @NotBlank @Size(max = 100)
            String ticket) {}

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
            summary = "List a problem's incidents",
            description = "Those that the caller sees, in the order in which they were logged.")
    @APIResponse(responseCode = "200", description = "The incidents")
    @APIResponse(responseCode = "404", description = "Unknown, or it affects none of the caller's partners")
    public Page<LinkedIncident> list(@PathParam("reference") String reference) {
        problems.read(reference);
        return Page.whole(tickets.of(reference).stream()
                .map(occurrence -> new LinkedIncident(occurrence.ticket(), occurrence.partner(), occurrence.loggedAt()))
                .toList());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.SERVICE_DESK, Roles.INCIDENT_MANAGER})
    @Operation(summary = "Link an incident to a problem", description = "Linking it again changes nothing.")
    @RequestBody(content = @Content(schema = @Schema(implementation = NewLink.class)))
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ProblemView.class)))
    @APIResponse(responseCode = "404", description = "Unknown, or it affects none of the caller's partners")
    @APIResponse(responseCode = "422", description = "There is no such ticket")
    public Response link(
            @PathParam("reference") String reference, @HeaderParam("Idempotency-Key") String key, InputStream body) {
        partners.checkMine(problems.read(reference).partners());
        NewLink wanted = bodies.read(body, NewLink.class);
        Map<String, Object> request = Map.of("path", "problems/" + reference + "/incidents", "body", wanted);
        return idempotency.once(key, request, () -> answer(tickets.link(reference, wanted.ticket())));
    }

    @DELETE
    @Path("{ticket}")
    @RolesAllowed({Roles.SERVICE_DESK, Roles.INCIDENT_MANAGER})
    @Operation(summary = "Take an incident off a problem", description = "If-Match names the problem's version.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ProblemView.class)))
    @APIResponse(responseCode = "404", description = "Unknown, or not linked")
    @APIResponse(responseCode = "412", description = "The problem has changed since")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Response unlink(
            @PathParam("reference") String reference,
            @PathParam("ticket") String ticket,
            @HeaderParam("If-Match") String ifMatch) {
        partners.checkMine(problems.read(reference).partners());
        return answer(tickets.unlink(reference, ticket, Version.required(ifMatch)));
    }

    private Response answer(Problem problem) {
        return Response.ok(views.whole(problem))
                .tag(Version.tag(problem.version()))
                .build();
    }
}
