package uk.jointdesk.incident.majorincident.web;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uk.jointdesk.incident.majorincident.domain.Action;
import uk.jointdesk.incident.majorincident.domain.Audience;
import uk.jointdesk.incident.majorincident.domain.Entry;
import uk.jointdesk.incident.majorincident.domain.EntryKind;
import uk.jointdesk.incident.majorincident.domain.MajorIncident;
import uk.jointdesk.incident.majorincident.domain.MajorStatus;
import uk.jointdesk.incident.majorincident.domain.Review;
import uk.jointdesk.incident.majorincident.store.Actions;
import uk.jointdesk.incident.majorincident.store.MajorIncidents;
import uk.jointdesk.incident.majorincident.web.MajorIncidentView.ActionView;
import uk.jointdesk.incident.web.Body;
import uk.jointdesk.incident.web.MergePatch;
import uk.jointdesk.kit.idempotency.Idempotency;
import uk.jointdesk.kit.problem.FieldError;
import uk.jointdesk.kit.problem.Refusal;
import uk.jointdesk.kit.scope.Roles;
import uk.jointdesk.kit.version.Version;

/** What was found when a major incident was over, and what is to be done about it. */
@Path("/api/v1/major-incidents/{reference}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Major incidents")
public class ReviewResource {

    private static final Map<String, Integer> CHANGEABLE =
            Map.of("text", 2_000, "ownerRole", 100, "audience", 10, "due", 10, "doneOn", 10);

    private final MajorIncidents incidents;
    private final Actions actions;
    private final MajorIncidentViews views;
    private final MajorIncidentRights rights;
    private final Idempotency idempotency;
    private final Body bodies;
    private final Clock clock;

    public ReviewResource(
            MajorIncidents incidents,
            Actions actions,
            MajorIncidentViews views,
            MajorIncidentRights rights,
            Idempotency idempotency,
            Body bodies,
            Clock clock) {
        this.incidents = incidents;
        this.actions = actions;
        this.views = views;
        this.rights = rights;
        this.idempotency = idempotency;
        this.bodies = bodies;
        this.clock = clock;
    }

    /** What was found. */
    public record NewReview(
            @NotNull LocalDate heldOn,
            @NotBlank @Size(max = 50_000) String summary) {}

    /** What is to be done. */
    public record NewAction(
            @NotBlank @Size(max = 2_000) String text,

            @Schema(description = "The role that owns it, not a person's name") @NotBlank @Size(max = 100)
            String ownerRole,

            @Schema(description = "Who reads of it: RESOLVERS unless said otherwise, or LEADERSHIP, COUNCILS, USERS")
            Audience audience,

            @NotNull LocalDate due) {

        Action toAction() {
            Audience readers = audience == null ? Audience.RESOLVERS : audience;
            return new Action(UUID.randomUUID(), text, ownerRole, readers, due, null, 1);
        }
    }

    @PUT
    @Path("review")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.INCIDENT_MANAGER)
    @Operation(
            summary = "Write down the review",
            description = "Of one that is resolved or reviewed. If-Match names the major incident's version.")
    @RequestBody(content = @Content(schema = @Schema(implementation = NewReview.class)))
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = MajorIncidentView.class)))
    @APIResponse(responseCode = "404", description = "Unknown, or it affects none of the caller's partners")
    @APIResponse(responseCode = "409", description = "It is not over, or closed already")
    @APIResponse(responseCode = "412", description = "It has changed since")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Response review(
            @PathParam("reference") String reference, @HeaderParam("If-Match") String ifMatch, InputStream body) {
        rights.checkWritable(reference);
        long expected = Version.required(ifMatch);
        NewReview wanted = bodies.read(body, NewReview.class);
        if (wanted.heldOn().isAfter(views.today())) {
            throw Refusal.refused(
                    "time-in-future", "It has not been held yet.", new FieldError("/heldOn", "lies in the future"));
        }
        return views.answer(incidents.change(reference, expected, now -> reviewed(now, wanted)));
    }

    @POST
    @Path("actions")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.INCIDENT_MANAGER)
    @Operation(
            summary = "Add an action",
            description =
                    "Somebody in a role does something until a day. The councils affected read of it when its audience is COUNCILS"
                            + " or USERS.")
    @RequestBody(content = @Content(schema = @Schema(implementation = NewAction.class)))
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = ActionView.class)))
    @APIResponse(responseCode = "404", description = "Unknown, or it affects none of the caller's partners")
    public Response add(
            @PathParam("reference") String reference, @HeaderParam("Idempotency-Key") String key, InputStream body) {
        rights.checkWritable(reference);
        rights.setUnseen(true);
        NewAction wanted = bodies.read(body, NewAction.class);
        Action action = wanted.toAction();
        rights.setUnseen(!action.audience().isForCouncils());
        Map<String, Object> request = Map.of("path", "major-incidents/" + reference + "/actions", "body", wanted);
        return idempotency.once(key, request, () -> added(reference, action));
    }

    @PATCH
    @Path("actions/{id}")
    @Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
    @RolesAllowed(Roles.INCIDENT_MANAGER)
    @Operation(
            summary = "Change an action",
            description =
                    "JSON merge patch of text, ownerRole, audience, due or doneOn. If-Match names the action's version.")
    @RequestBody(
            content = @Content(mediaType = "application/merge-patch+json", schema = @Schema(type = SchemaType.OBJECT)))
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ActionView.class)))
    @APIResponse(responseCode = "404", description = "Unknown, or it affects none of the caller's partners")
    @APIResponse(responseCode = "412", description = "It has changed since")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Response change(
            @PathParam("reference") String reference,
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") String ifMatch,
            InputStream body) {
        rights.checkWritable(reference);
        rights.setUnseen(true);
        long expected = Version.required(ifMatch);
        MergePatch patch = new MergePatch(bodies.read(body, JsonNode.class), CHANGEABLE);
        Action changed = actions.change(
                reference,
                id,
                expected,
                now -> patched(now, patch),
                done -> told(EntryKind.ACTION_DONE, done, id.toString()));
        return Response.ok(ActionView.of(changed, views.today()))
                .tag(Version.tag(changed.version()))
                .build();
    }

    private Response added(String reference, Action wanted) {
        Action action = actions.add(reference, wanted, told(EntryKind.ACTION_ADDED, wanted, wanted.text()));
        return Response.created(URI.create("/api/v1/major-incidents/" + reference))
                .tag(Version.tag(action.version()))
                .entity(ActionView.of(action, views.today()))
                .build();
    }

    private Action patched(Action now, MergePatch patch) {
        Audience readers = patch.word("audience", Audience.class, now.audience());
        if (readers == null) {
            throw MergePatch.refused("field-invalid", "audience", "is required");
        }
        rights.setUnseen(!now.audience().isForCouncils() && !readers.isForCouncils());
        return new Action(
                now.id(),
                patch.required("text", now.text()),
                patch.required("ownerRole", now.ownerRole()),
                readers,
                patch.requiredDate("due", now.due()),
                patch.date("doneOn", now.doneOn()),
                now.version());
    }

    private static MajorIncident reviewed(MajorIncident now, NewReview wanted) {
        if (now.status() != MajorStatus.RESOLVED && now.status() != MajorStatus.REVIEWED) {
            throw Refusal.conflict("not-over", "A review is written of what is resolved and not closed.");
        }
        return now.reviewed(new Review(wanted.heldOn(), wanted.summary()));
    }

    private Entry told(EntryKind kind, Action action, String text) {
        return Entry.ofAction(kind, action.audience(), clock.instant(), rights.client(), text);
    }
}
