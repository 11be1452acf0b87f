package uk.jointdesk.kpi.register.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
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
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uk.jointdesk.kit.idempotency.Idempotency;
import uk.jointdesk.kit.paging.Cursor;
import uk.jointdesk.kit.paging.Limit;
import uk.jointdesk.kit.paging.Page;
import uk.jointdesk.kit.scope.Roles;
import uk.jointdesk.kit.version.Version;
import uk.jointdesk.kpi.answer.web.Asked;
import uk.jointdesk.kpi.register.AudienceRights;
import uk.jointdesk.kpi.register.Today;
import uk.jointdesk.kpi.register.domain.Family;
import uk.jointdesk.kpi.register.domain.Kind;
import uk.jointdesk.kpi.register.domain.Kpi;
import uk.jointdesk.kpi.register.domain.RuleBroken;
import uk.jointdesk.kpi.register.domain.State;
import uk.jointdesk.kpi.register.store.FamilyStore;
import uk.jointdesk.kpi.register.store.KpiStore;

/** The register of indicators. */
@Path("/api/v1/kpis")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "KPI register", description = "Indicators, their levels, formulas, states and points")
public class KpiResource {

    private final KpiStore kpis;
    private final FamilyStore families;
    private final AudienceRights rights;
    private final Today today;
    private final Idempotency idempotency;

    public KpiResource(
            KpiStore kpis, FamilyStore families, AudienceRights rights, Today today, Idempotency idempotency) {
        this.kpis = kpis;
        this.families = families;
        this.rights = rights;
        this.today = today;
        this.idempotency = idempotency;
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
            operationId = "listKpis",
            summary = "List the indicators",
            description = "By code, with what is in force today. Only those whose audience the caller belongs to.")
    public Page<KpiView> list(
            @Parameter(description = "Only this family: imt, iaa, ...") @QueryParam("family") String family,
            @Parameter(description = "KPI or PI") @QueryParam("kind") String kind,
            @Parameter(description = "Only those in this state today") @QueryParam("state") String state,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor) {
        Kind only = kind == null ? null : Asked.word(Kind.class, "kind", kind);
        State standing = state == null ? null : Asked.word(State.class, "state", state);
        String after = cursor == null ? "" : Cursor.decode(cursor, 1).get(0);
        List<KpiView> found = kpis.all(rights.readable()).stream()
                .filter(kpi -> kpi.code().compareTo(after) > 0)
                .filter(kpi -> family == null || family.equals(kpi.family()))
                .map(kpi -> KpiView.of(kpi, today.day()))
                .filter(view -> only == null || only == view.kind())
                .filter(view -> standing == null || standing == view.state())
                .limit(Limit.of(limit) + 1L)
                .toList();
        return Page.of(found, Limit.of(limit), last -> Cursor.encode(last.code()));
    }

    @GET
    @Path("{code}")
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
            operationId = "readKpi",
            summary = "Read an indicator",
            description = "The ETag is the version to name when changing it.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = KpiView.class)))
    @APIResponse(responseCode = "404", description = "Unknown, or not for the caller")
    public Response read(@PathParam("code") String code) {
        return answer(kpis.one(code, rights.readable()));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.PERFORMANCE_ANALYST)
    @Operation(
            operationId = "addKpi",
            summary = "Register an indicator",
            description = "With its levels or glide path, its formula when it is counted from tickets, and its points.")
    @APIResponse(
            responseCode = "201",
            description = "Added; the ETag is what a change starts from",
            headers = @Header(name = "Location", description = "Where it is read"),
            content = @Content(schema = @Schema(implementation = KpiView.class)))
    @APIResponse(responseCode = "409", description = "The code is taken")
    @APIResponse(responseCode = "422", description = "The entry breaks a rule")
    public Response add(@HeaderParam("Idempotency-Key") String key, @NotNull @Valid NewKpi body) {
        rights.checkWritable();
        Family family = families.find(body.family(), rights.readable())
                .orElseThrow(() -> new RuleBroken("family-unknown", "/family", "is unknown"));
        Kpi kpi = body.toKpi().checked(family);
        return idempotency.once(key, Map.of("path", "kpis", "body", body), () -> created(kpis.add(kpi)));
    }

    @PATCH
    @Path("{code}")
    @Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
    @RolesAllowed(Roles.PERFORMANCE_ANALYST)
    @Operation(
            operationId = "changeKpi",
            summary = "Change an indicator or move it on in its life",
            description = "Title, audience and note are replaced; a state is added to those before. If-Match names the"
                    + " version it starts from. Months that are over keep the state they were counted in.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = KpiView.class)))
    @APIResponse(responseCode = "404", description = "Unknown, or not for the caller")
    @APIResponse(responseCode = "412", description = "It has changed since")
    @APIResponse(responseCode = "422", description = "The change breaks a rule")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Response change(
            @PathParam("code") String code, @HeaderParam("If-Match") String ifMatch, @NotNull @Valid KpiChange body) {
        rights.checkWritable();
        long expected = Version.required(ifMatch);
        Family family = families.one(kpis.one(code, rights.readable()).family(), rights.readable());
        return answer(kpis.change(code, rights.readable(), expected, now -> body.apply(now, today.firstOpenDay())
                .checked(family)));
    }

    private Response created(Kpi kpi) {
        return Response.created(URI.create("/api/v1/kpis/" + kpi.code()))
                .tag(Version.tag(kpi.version()))
                .entity(KpiView.of(kpi, today.day()))
                .build();
    }

    private Response answer(Kpi kpi) {
        return Response.ok(KpiView.of(kpi, today.day()))
                .tag(Version.tag(kpi.version()))
                .build();
    }
}
