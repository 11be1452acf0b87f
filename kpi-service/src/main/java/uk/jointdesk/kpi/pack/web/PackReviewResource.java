package uk.jointdesk.kpi.pack.web;

import io.smallrye.common.annotation.Blocking;
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
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uk.jointdesk.kit.idempotency.Idempotency;
import uk.jointdesk.kit.problem.FieldError;
import uk.jointdesk.kit.problem.Refusal;
import uk.jointdesk.kit.scope.Caller;
import uk.jointdesk.kit.scope.Roles;
import uk.jointdesk.kit.version.Version;
import uk.jointdesk.kpi.pack.PackCompiler;
import uk.jointdesk.kpi.pack.domain.AddingUp;
import uk.jointdesk.kpi.pack.domain.Discrepancy;
import uk.jointdesk.kpi.pack.domain.Pack;
import uk.jointdesk.kpi.pack.domain.PackDocument;
import uk.jointdesk.kpi.pack.domain.PackState;
import uk.jointdesk.kpi.pack.domain.PackStep;
import uk.jointdesk.kpi.pack.store.PackStore;
import uk.jointdesk.kpi.pack.store.Publications;
import uk.jointdesk.kpi.web.Body;

/** From draft to review to publication. */
@Path("/api/v1/packs/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Blocking
@Tag(name = "Packs")
public class PackReviewResource {

    private static final int CELLS_NAMED = 50;

    private final PackStore packs;
    private final Publications publications;
    private final PackCompiler compiler;
    private final PackRights rights;
    private final Caller caller;
    private final Body bodies;
    private final Idempotency idempotency;
    private final Clock clock;

    public PackReviewResource(
            PackStore packs,
            Publications publications,
            PackCompiler compiler,
            PackRights rights,
            Caller caller,
            Body bodies,
            Idempotency idempotency,
            Clock clock) {
        this.packs = packs;
        this.publications = publications;
        this.compiler = compiler;
        this.rights = rights;
        this.caller = caller;
        this.bodies = bodies;
        this.idempotency = idempotency;
        this.clock = clock;
    }

    @POST
    @Path("review")
    @RolesAllowed({Roles.PERFORMANCE_ANALYST, Roles.BOARD_MEMBER})
    @Operation(
            operationId = "reviewPack",
            summary = "Hand a draft in, hand it back, or note that an office has cleared it",
            description = "Handed in it cannot be changed any more; handed back it is the next draft.")
    @RequestBody(content = @Content(schema = @Schema(implementation = PackReview.class)))
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PackView.class)))
    @APIResponse(responseCode = "409", description = "It is not where this step starts from")
    public Response review(@PathParam("id") String id, @HeaderParam("Idempotency-Key") String key, InputStream sent) {
        rights.checkWritable();
        Pack pack = packs.find(id).orElseThrow(Refusal::notFound);
        PackReview review = bodies.read(sent, PackReview.class);
        return idempotency.once(key, Map.of("path", "packs/" + id + "/review", "body", review), () -> {
            take(pack, review);
            return answer(id);
        });
    }

    @POST
    @Path("publication")
    @RolesAllowed(Roles.BOARD_MEMBER)
    @Operation(
            operationId = "publishPack",
            summary = "Approve and publish a pack that is in review",
            description = "Its figures, definitions and the tickets behind them are frozen, digested and signed. Not by"
                    + " who wrote it, and not while its parts do not add up to its totals. No body.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PackView.class)))
    @APIResponse(responseCode = "403", description = "The approver is one of its authors")
    @APIResponse(responseCode = "409", description = "It is not in review, or its parts do not add up; cells are named")
    public Response publish(@PathParam("id") String id, @HeaderParam("Idempotency-Key") String key) {
        rights.checkWritable();
        Pack pack = packs.find(id).orElseThrow(Refusal::notFound);
        return idempotency.once(key, Map.of("path", "packs/" + id + "/publication"), () -> {
            expect(pack, PackState.REVIEW);
            checkApprover(packs.steps(id));
            Instant now = now();
            PackStep last = step(pack, PackStep.Kind.PUBLISHED, Roles.BOARD_MEMBER, null);
            publications.publish(pack, last, steps -> addedUp(compiler.compile(pack, steps, now)));
            return answer(id);
        });
    }

    private void take(Pack pack, PackReview review) {
        switch (review.to()) {
            case REVIEW -> {
                expect(pack, PackState.DRAFT);
                packs.change(pack.moved(PackState.REVIEW, pack.draft()), step(pack, PackStep.Kind.SUBMITTED, review));
            }
            case DRAFT -> {
                expect(pack, PackState.REVIEW);
                required(review.comment(), "/comment");
                packs.change(pack.moved(PackState.DRAFT, pack.draft() + 1), step(pack, PackStep.Kind.RETURNED, review));
            }
            case CLEARED -> {
                expect(pack, PackState.REVIEW);
                required(review.clearedBy(), "/clearedBy");
                packs.note(pack.id(), step(pack, PackStep.Kind.CLEARED, review).clearedBy(review.clearedBy()));
            }
        }
    }

    private static void required(Object value, String pointer) {
        if (value == null) {
            throw Refusal.refused("body-invalid", "Some fields break a rule.", new FieldError(pointer, "is required"));
        }
    }

    private static void expect(Pack pack, PackState state) {
        if (pack.state() != state) {
            throw Refusal.conflict(
                    "pack-state", "This takes a pack that is " + state + "; this one is " + pack.state() + ".");
        }
    }

    /** Who wrote any of it does not approve it. */
    private void checkApprover(List<PackStep> steps) {
        boolean author = steps.stream()
                .filter(PackStep::isAuthorship)
                .anyMatch(step -> step.by().subject().equals(caller.subject()));
        if (author) {
            throw Refusal.forbidden("approver-is-author", "A pack is approved by somebody who has not written it.");
        }
    }

    private static PackDocument addedUp(PackDocument document) {
        List<Discrepancy> found = AddingUp.discrepancies(document);
        if (!found.isEmpty()) {
            throw new Refusal(
                    409,
                    "parts-do-not-add-up",
                    found.size() + " cells of the pack are not what their parts make them.",
                    found.stream()
                            .limit(CELLS_NAMED)
                            .map(one -> new FieldError("cell:" + one.figure(), one.message()))
                            .toArray(FieldError[]::new));
        }
        return document;
    }

    private PackStep step(Pack pack, PackStep.Kind kind, PackReview review) {
        String role = caller.hasRole(Roles.BOARD_MEMBER) ? Roles.BOARD_MEMBER : Roles.PERFORMANCE_ANALYST;
        return step(pack, kind, role, review.comment());
    }

    private PackStep step(Pack pack, PackStep.Kind kind, String role, String comment) {
        return PackStep.of(pack.draft(), kind, role, comment, rights.actor(), now());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private Response answer(String id) {
        Pack pack = packs.find(id).orElseThrow();
        return Response.ok(PackView.of(pack, packs.steps(id)))
                .tag(Version.tag(pack.version()))
                .build();
    }
}
