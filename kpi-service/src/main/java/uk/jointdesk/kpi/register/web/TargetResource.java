package uk.jointdesk.kpi.register.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uk.jointdesk.kit.idempotency.Idempotency;
import uk.jointdesk.kit.paging.Page;
import uk.jointdesk.kit.scope.Roles;
import uk.jointdesk.kit.version.Version;
import uk.jointdesk.kpi.register.AudienceRights;
import uk.jointdesk.kpi.register.Today;
import uk.jointdesk.kpi.register.domain.Kpi;
import uk.jointdesk.kpi.register.domain.Level;
import uk.jointdesk.kpi.register.store.FamilyStore;
import uk.jointdesk.kpi.register.store.KpiStore;

/** The dated levels of an indicator. */
@Path("/api/v1/kpis/{code}/targets")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "KPI register")
public class TargetResource {

    private final KpiStore kpis;
    private final FamilyStore families;
    private final AudienceRights rights;
    private final Today today;
    private final Idempotency idempotency;

    public TargetResource(
            KpiStore kpis, FamilyStore families, AudienceRights rights, Today today, Idempotency idempotency) {
        this.kpis = kpis;
        this.families = families;
        this.rights = rights;
        this.today = today;
        this.idempotency = idempotency;
    }

    /** Levels that follow those in force, in the order they begin; several make a glide path. */
    public record NewTargets(@NotEmpty @Size(max = 120) List<@NotNull @Valid LevelDocument> levels) {

        List<Level> path() {
            return levels.stream().map(LevelDocument::toLevel).toList();
        }
    }

    @GET
    @RolesAllowed({
        Roles.BOROUGH_CLIENT,
        Roles.SERVICE_DESK,
        Roles.PERFORMANCE_ANALYST,
        Roles.FINANCE_OFFICER,
        Roles.BOARD_MEMBER,
        Roles.AUDITOR,
        Roles.SUITE_SERVICE
    })
    @Operation(
            operationId = "listKpiTargets",
            summary = "List the levels of an indicator",
            description = "Target and minimum service level with the day each begins; the next one ends it.")
    @APIResponse(responseCode = "200", description = "Its levels in the order they begin")
    @APIResponse(responseCode = "404", description = "Unknown, or not for the caller")
    public Page<LevelDocument> list(@PathParam("code") String code) {
        return page(kpis.one(code, rights.readable()));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.PERFORMANCE_ANALYST)
    @Operation(
            operationId = "addKpiTargets",
            summary = "Add levels to an indicator",
            description =
                    "The first levels may begin on any day; later ones after those in force and not in a month that"
                            + " is over. All or none are taken.")
    @APIResponse(
            responseCode = "201",
            description = "All levels of the indicator",
            headers = @Header(name = "Location", description = "Where all of them are read"),
            content = @Content(schema = @Schema(ref = "PageLevelDocument")))
    @APIResponse(responseCode = "404", description = "Unknown, or not for the caller")
    @APIResponse(responseCode = "422", description = "The levels break a rule")
    public Response add(
            @PathParam("code") String code,
            @HeaderParam("Idempotency-Key") String key,
            @NotNull @Valid NewTargets body) {
        rights.checkWritable();
        kpis.one(code, rights.readable());
        Map<String, Object> asked = Map.of("path", "kpis/" + code + "/targets", "body", body);
        return idempotency.once(key, asked, () -> created(code, body.path()));
    }

    private Response created(String code, List<Level> path) {
        Kpi changed = kpis.change(code, rights.readable(), null, now -> now.with(
                        now.levels().then(path, now.direction(), today.firstOpenDay()))
                .checked(families.one(now.family(), rights.readable())));
        return Response.created(URI.create("/api/v1/kpis/" + code + "/targets"))
                .tag(Version.tag(changed.version()))
                .entity(page(changed))
                .build();
    }

    private static Page<LevelDocument> page(Kpi kpi) {
        return Page.whole(kpi.levels().levels().stream().map(LevelDocument::of).toList());
    }
}
