package uk.jointdesk.incident.queue.web;

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
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uk.jointdesk.incident.partner.store.PartnerStore;
import uk.jointdesk.incident.queue.domain.Queue;
import uk.jointdesk.incident.queue.domain.QueueRules;
import uk.jointdesk.incident.queue.store.QueueStore;
import uk.jointdesk.incident.web.Body;
import uk.jointdesk.incident.web.MergePatch;
import uk.jointdesk.incident.web.RegisterRights;
import uk.jointdesk.kit.idempotency.Idempotency;
import uk.jointdesk.kit.paging.Page;
import uk.jointdesk.kit.problem.FieldError;
import uk.jointdesk.kit.problem.Refusal;
import uk.jointdesk.kit.scope.Roles;
import uk.jointdesk.kit.version.Version;

/** The queues and whose they are. */
@Path("/api/v1/queues")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Queues", description = "Queues of the shared service and of the partners' own teams")
public class QueueResource {

    private static final Map<String, Integer> CHANGEABLE =
            Map.of("name", 200, "organisation", 10, "activeFrom", 10, "activeTo", 10);

    private final QueueStore queues;
    private final PartnerStore partners;
    private final RegisterRights rights;
    private final Idempotency idempotency;
    private final Body bodies;

    public QueueResource(
            QueueStore queues, PartnerStore partners, RegisterRights rights, Idempotency idempotency, Body bodies) {
        this.queues = queues;
        this.partners = partners;
        this.rights = rights;
        this.idempotency = idempotency;
        this.bodies = bodies;
    }

    @GET
    @RolesAllowed({
        Roles.BOROUGH_CLIENT,
        Roles.SERVICE_DESK,
        Roles.INCIDENT_MANAGER,
        Roles.DESK_INTEGRATION,
        Roles.PERFORMANCE_ANALYST,
        Roles.BOARD_MEMBER,
        Roles.AUDITOR,
        Roles.PLATFORM_ADMIN,
        Roles.SUITE_SERVICE
    })
    @Operation(
            summary = "List the queues",
            description = "All queues past and present, by code. Desks may name others on tickets; whose those are is"
                    + " unknown.")
    public Page<QueueView> list(
            @Parameter(description = "STS or a partner's code") @QueryParam("organisation") String organisation) {
        return Page.whole(queues.all().stream()
                .filter(queue -> organisation == null || queue.organisation().equals(organisation))
                .map(QueueView::of)
                .toList());
    }

    @GET
    @Path("{codeOrName}")
    @RolesAllowed({
        Roles.BOROUGH_CLIENT,
        Roles.SERVICE_DESK,
        Roles.INCIDENT_MANAGER,
        Roles.DESK_INTEGRATION,
        Roles.PERFORMANCE_ANALYST,
        Roles.BOARD_MEMBER,
        Roles.AUDITOR,
        Roles.PLATFORM_ADMIN,
        Roles.SUITE_SERVICE
    })
    @Operation(
            summary = "Read a queue",
            description = "By its code, or by a name that only one organisation uses. The ETag is the version to name"
                    + " when changing it.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = QueueView.class)))
    @APIResponse(responseCode = "404", description = "There is no such queue")
    @APIResponse(responseCode = "409", description = "Several organisations have a queue of this name")
    public Response read(@PathParam("codeOrName") String codeOrName) {
        return answer(one(codeOrName));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.SERVICE_DESK, Roles.PLATFORM_ADMIN})
    @Operation(summary = "Register a queue", description = "Of the shared service, or of a partner's own team.")
    @RequestBody(content = @Content(schema = @Schema(implementation = NewQueue.class)))
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = QueueView.class)))
    @APIResponse(responseCode = "409", description = "The code or the name is taken")
    @APIResponse(responseCode = "422", description = "The entry breaks a rule")
    public Response add(@HeaderParam("Idempotency-Key") String key, InputStream sent) {
        rights.checkWritable();
        NewQueue body = bodies.read(sent, NewQueue.class);
        Queue queue = checked(body.toQueue());
        return idempotency.once(key, Map.of("path", "queues", "body", body), () -> created(queues.add(queue)));
    }

    @PATCH
    @Path("{codeOrName}")
    @Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
    @RolesAllowed({Roles.SERVICE_DESK, Roles.PLATFORM_ADMIN})
    @Operation(
            summary = "Change a queue",
            description =
                    "JSON merge patch of name, organisation, activeFrom or activeTo; If-Match names the version it"
                            + " starts from. Tickets follow the register as it stands.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = "application/merge-patch+json",
                            schema = @Schema(implementation = QueueView.class)))
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = QueueView.class)))
    @APIResponse(responseCode = "412", description = "It has changed since")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Response change(
            @PathParam("codeOrName") String codeOrName, @HeaderParam("If-Match") String ifMatch, InputStream body) {
        rights.checkWritable();
        long expected = Version.required(ifMatch);
        Queue now = one(codeOrName);
        Version.check(expected, now.version());
        MergePatch patch = new MergePatch(bodies.read(body, JsonNode.class), CHANGEABLE);
        Queue changed = checked(new Queue(
                now.code(),
                patch.required("name", now.name()),
                patch.required("organisation", now.organisation()),
                patch.requiredDate("activeFrom", now.activeFrom()),
                patch.date("activeTo", now.activeTo()),
                now.version()));
        return answer(queues.change(changed, expected));
    }

    private Queue one(String codeOrName) {
        List<Queue> found = queues.find(codeOrName);
        if (found.isEmpty()) {
            throw Refusal.notFound();
        }
        if (found.size() > 1) {
            String codes = String.join(", ", found.stream().map(Queue::code).toList());
            throw Refusal.conflict("queue-name-ambiguous", "Several queues have this name: " + codes + ".");
        }
        return found.get(0);
    }

    private Queue checked(Queue queue) {
        QueueRules.objection(queue, partners.codes()).ifPresent(objection -> {
            throw Refusal.refused(
                    objection.code(),
                    "The queue's entry breaks a rule.",
                    new FieldError(objection.pointer(), objection.message()));
        });
        return queue;
    }

    private static Response created(Queue queue) {
        return Response.created(URI.create("/api/v1/queues/" + queue.code()))
                .tag(Version.tag(queue.version()))
                .entity(QueueView.of(queue))
                .build();
    }

    private static Response answer(Queue queue) {
        return Response.ok(QueueView.of(queue))
                .tag(Version.tag(queue.version()))
                .build();
    }
}
