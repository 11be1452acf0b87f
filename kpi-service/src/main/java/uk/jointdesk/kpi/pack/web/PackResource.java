package uk.jointdesk.kpi.pack.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uk.jointdesk.kit.idempotency.Idempotency;
import uk.jointdesk.kit.problem.Refusal;
import uk.jointdesk.kit.scope.Roles;
import uk.jointdesk.kit.version.Version;
import uk.jointdesk.kpi.pack.domain.Pack;
import uk.jointdesk.kpi.pack.domain.PackPlan;
import uk.jointdesk.kpi.pack.domain.PackState;
import uk.jointdesk.kpi.pack.domain.PackStep;
import uk.jointdesk.kpi.pack.store.PackList;
import uk.jointdesk.kpi.pack.store.PackStore;
import uk.jointdesk.kpi.web.Body;

/** The packs and their drafts. */
@Path("/api/v1/packs")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
@Tag(name = "Packs", description = "What boards and committees are given: drafted, reviewed, published and frozen")
public class PackResource {

    private final PackStore packs;
    private final PackList listed;
    private final PackRights rights;
    private final Drafts drafts;
    private final Body bodies;
    private final Idempotency idempotency;
    private final Clock clock;

    public PackResource(
            PackStore packs,
            PackList listed,
            PackRights rights,
            Drafts drafts,
            Body bodies,
            Idempotency idempotency,
            Clock clock) {
        this.packs = packs;
        this.listed = listed;
        this.rights = rights;
        this.drafts = drafts;
        this.bodies = bodies;
        this.idempotency = idempotency;
        this.clock = clock;
    }

    @GET
    @Path("{id}")
    @RolesAllowed({
        Roles.BOARD_MEMBER,
        Roles.PERFORMANCE_ANALYST,
        Roles.AUDITOR,
        Roles.SERVICE_DESK,
        Roles.FINANCE_OFFICER,
        Roles.SUITE_SERVICE,
        Roles.BOROUGH_CLIENT
    })
    @Operation(
            operationId = "pack",
            summary = "Read a pack's plan and the steps it took",
            description = "What it says is in its .html, .pdf, .xlsx, .csv and .json. The ETag is the version to name"
                    + " when changing a draft.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PackView.class)))
    @APIResponse(responseCode = "404", description = "Unknown, or not the caller's")
    public Response read(@PathParam("id") String id) {
        if (rights.worksOnPacks()) {
            return answer(packs.find(id).orElseThrow(Refusal::notFound));
        }
        PackList.Listed found = listed.find(id)
                .filter(pack -> pack.state() == PackState.PUBLISHED)
                .filter(pack -> rights.widestFor().mayRead(pack.audience()))
                .orElseThrow(Refusal::notFound);
        return Response.ok(PackView.of(found)).build();
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.PERFORMANCE_ANALYST)
    @Operation(operationId = "draftPack", summary = "Draft a pack")
    @RequestBody(content = @Content(schema = @Schema(implementation = NewPack.class)))
    @APIResponse(
            responseCode = "201",
            description = "The draft; the ETag is what a change starts from",
            headers = @Header(name = "Location", description = "Where it is read"),
            content = @Content(schema = @Schema(implementation = PackView.class)))
    @APIResponse(responseCode = "422", description = "The plan names a section or an option that there is not")
    public Response draft(@HeaderParam("Idempotency-Key") String key, InputStream sent) {
        rights.checkWritable();
        NewPack body = bodies.read(sent, NewPack.class);
        PackPlan plan = drafts.checked(body);
        return idempotency.once(key, Map.of("path", "packs", "body", body), () -> created(add(plan)));
    }

    @PATCH
    @Path("{id}")
    @Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
    @RolesAllowed(Roles.PERFORMANCE_ANALYST)
    @Operation(
            operationId = "changePack",
            summary = "Change a draft",
            description = "JSON merge patch of the plan; lists are replaced as a whole. If-Match names the version.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = "application/merge-patch+json",
                            schema = @Schema(implementation = NewPack.class)))
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PackView.class)))
    @APIResponse(responseCode = "409", description = "It is no draft any more")
    @APIResponse(responseCode = "412", description = "It has changed since")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Response change(@PathParam("id") String id, @HeaderParam("If-Match") String ifMatch, InputStream patch) {
        Pack now = draftOf(id, ifMatch);
        PackPlan plan = drafts.checked(drafts.patched(now.plan(), bodies.read(patch, JsonNode.class)));
        packs.change(now.planned(plan), step(now.draft(), PackStep.Kind.CHANGED));
        return answer(packs.find(id).orElseThrow());
    }

    @DELETE
    @Path("{id}")
    @RolesAllowed(Roles.PERFORMANCE_ANALYST)
    @Operation(operationId = "removePack", summary = "Take a draft away", description = "If-Match names the version.")
    @APIResponse(responseCode = "204", description = "It is gone")
    @APIResponse(responseCode = "409", description = "It is no draft any more")
    public Response remove(@PathParam("id") String id, @HeaderParam("If-Match") String ifMatch) {
        packs.remove(id, draftOf(id, ifMatch).version());
        return Response.noContent().build();
    }

    private Pack draftOf(String id, String ifMatch) {
        rights.checkWritable();
        Pack pack = packs.find(id).orElseThrow(Refusal::notFound);
        Version.check(Version.required(ifMatch), pack.version());
        if (pack.state() != PackState.DRAFT) {
            throw Refusal.conflict("pack-not-draft", "Only a draft can be changed; this one is " + pack.state() + ".");
        }
        return pack;
    }

    private Pack add(PackPlan plan) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Pack pack = new Pack(
                UUID.randomUUID().toString(), PackState.DRAFT, 1, null, null, 1, plan, rights.actor(), now, null, 1);
        packs.add(pack, step(1, PackStep.Kind.DRAFTED));
        return pack;
    }

    private PackStep step(int draft, PackStep.Kind kind) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return PackStep.of(draft, kind, Roles.PERFORMANCE_ANALYST, null, rights.actor(), now);
    }

    private Response created(Pack pack) {
        return Response.created(URI.create("/api/v1/packs/" + pack.id()))
                .tag(Version.tag(pack.version()))
                .entity(PackView.of(pack, packs.steps(pack.id())))
                .build();
    }

    private Response answer(Pack pack) {
        return Response.ok(PackView.of(pack, packs.steps(pack.id())))
                .tag(Version.tag(pack.version()))
                .build();
    }
}
