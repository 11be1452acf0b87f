package uk.jointdesk.kpi.restatement.web;

import io.smallrye.common.annotation.Blocking;
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
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uk.jointdesk.kit.idempotency.Idempotency;
import uk.jointdesk.kit.paging.Page;
import uk.jointdesk.kit.problem.Refusal;
import uk.jointdesk.kit.scope.Roles;
import uk.jointdesk.kpi.answer.web.Asked;
import uk.jointdesk.kpi.pack.domain.PackStep;
import uk.jointdesk.kpi.pack.store.PackList;
import uk.jointdesk.kpi.pack.store.PackStore;
import uk.jointdesk.kpi.pack.web.PackRights;
import uk.jointdesk.kpi.pack.web.Place;
import uk.jointdesk.kpi.restatement.domain.Restatement;
import uk.jointdesk.kpi.restatement.store.Decisions;
import uk.jointdesk.kpi.restatement.store.RestatementScan;
import uk.jointdesk.kpi.restatement.store.RestatementStore;
import uk.jointdesk.kpi.web.Body;

/** What later facts would change in published packs, and what was decided about it. */
@Path("/api/v1/restatements")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
@Tag(name = "Restatements", description = "The register of corrections to published figures")
public class RestatementResource {

    private final RestatementStore register;
    private final RestatementScan scan;
    private final Decisions decisions;
    private final PackStore packs;
    private final PackList packList;
    private final PackRights rights;
    private final Body bodies;
    private final Idempotency idempotency;
    private final Clock clock;

    public RestatementResource(
            RestatementStore register,
            RestatementScan scan,
            Decisions decisions,
            PackStore packs,
            PackList packList,
            PackRights rights,
            Body bodies,
            Idempotency idempotency,
            Clock clock) {
        this.register = register;
        this.scan = scan;
        this.decisions = decisions;
        this.packs = packs;
        this.packList = packList;
        this.rights = rights;
        this.bodies = bodies;
        this.idempotency = idempotency;
        this.clock = clock;
    }

    /** Whether a restatement is brought out, and why. */
    @Schema(description = "APPROVED brings out a new edition of the pack; REJECTED leaves it. Both need a reason.")
    public record DecisionBody(
            @NotNull Verdict decision,
            @NotBlank @Size(max = 5_000) String reason) {
        public enum Verdict {
            APPROVED,
            REJECTED
        }
    }

    @GET
    @RolesAllowed({Roles.BOARD_MEMBER, Roles.PERFORMANCE_ANALYST, Roles.AUDITOR})
    @Operation(operationId = "restatements", summary = "List the register of restatements, the newest first")
    public Page<RestatementView> list(
            @QueryParam("status") @Parameter(description = "OPEN, APPROVED, REJECTED or SUPERSEDED") String status,
            @QueryParam("pack") String pack,
            @QueryParam("limit") String limit,
            @QueryParam("cursor") String cursor) {
        Place place = Place.of(cursor);
        int most = Place.limit(limit);
        List<Restatement> found = register.list(
                Optional.ofNullable(status).map(word -> Asked.word(Restatement.Status.class, "status", word)),
                Optional.ofNullable(Asked.text("pack", pack)),
                place.before(),
                place.id(),
                most + 1);
        return Page.of(found, most, last -> Place.cursor(last.detectedAt(), last.id()))
                .map(RestatementView::of);
    }

    @GET
    @Path("{id}")
    @RolesAllowed({Roles.BOARD_MEMBER, Roles.PERFORMANCE_ANALYST, Roles.AUDITOR})
    @Operation(
            operationId = "restatement",
            summary = "Read an entry of the register",
            description =
                    "Old and new numerator and denominator of every changed cell, the tickets that changed it, the"
                            + " facts that arrived about them, and the effect on judgements.")
    public RestatementView read(@PathParam("id") String id) {
        return RestatementView.of(register.find(id).orElseThrow(Refusal::notFound));
    }

    @POST
    @Path("scan")
    @RolesAllowed({Roles.PERFORMANCE_ANALYST, Roles.BOARD_MEMBER})
    @Operation(
            operationId = "scanRestatements",
            summary = "Compare published packs with today's facts",
            description =
                    "Only those that newly arrived facts concern, or the one that is named. What is in the register"
                            + " already is not entered again.")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = RestatementScan.Result.class)))
    public RestatementScan.Result scan(@QueryParam("pack") String pack) {
        rights.checkWritable();
        if (pack != null && packList.find(pack).isEmpty()) {
            throw Refusal.notFound();
        }
        return scan.scan(Optional.ofNullable(pack));
    }

    @POST
    @Path("{id}/decision")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.BOARD_MEMBER)
    @Operation(
            operationId = "decideRestatement",
            summary = "Approve or reject a restatement",
            description = "Approved, a new edition of the pack is published in which the cells are marked; the old one"
                    + " stays to the byte.")
    @RequestBody(content = @Content(schema = @Schema(implementation = DecisionBody.class)))
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = RestatementView.class)))
    @APIResponse(responseCode = "403", description = "The approver is one of the pack's authors")
    @APIResponse(responseCode = "409", description = "It is decided, or the facts have moved on")
    public Response decide(@PathParam("id") String id, @HeaderParam("Idempotency-Key") String key, InputStream sent) {
        rights.checkWritable();
        Restatement entry = register.find(id).orElseThrow(Refusal::notFound);
        DecisionBody body = bodies.read(sent, DecisionBody.class);
        return idempotency.once(key, Map.of("path", "restatements/" + id, "body", body), () -> {
            checkDecider(entry);
            decisions.decide(entry, decision(body));
            return Response.ok(RestatementView.of(register.find(id).orElseThrow()))
                    .build();
        });
    }

    private void checkDecider(Restatement entry) {
        if (entry.status() != Restatement.Status.OPEN) {
            throw Refusal.conflict("restatement-decided", "It is " + entry.status() + " already.");
        }
        boolean author = packs.steps(entry.pack()).stream()
                .filter(PackStep::isAuthorship)
                .anyMatch(step -> step.by().subject().equals(rights.actor().subject()));
        if (author) {
            throw Refusal.forbidden("approver-is-author", "Who wrote the pack does not decide on its restatement.");
        }
    }

    private Decisions.Decision decision(DecisionBody body) {
        return new Decisions.Decision(
                body.decision() == DecisionBody.Verdict.APPROVED,
                body.reason(),
                rights.actor(),
                clock.instant().truncatedTo(ChronoUnit.MICROS));
    }
}
