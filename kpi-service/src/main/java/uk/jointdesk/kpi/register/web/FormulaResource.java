package uk.jointdesk.kpi.register.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
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
import uk.jointdesk.kpi.register.domain.RuleBroken;
import uk.jointdesk.kpi.register.store.FamilyStore;
import uk.jointdesk.kpi.register.store.KpiStore;

/** The versions of the formula of an indicator that is counted from tickets. */
@Path("/api/v1/kpis/{code}/formulas")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "KPI register")
public class FormulaResource {

    private final KpiStore kpis;
    private final FamilyStore families;
    private final AudienceRights rights;
    private final Today today;
    private final Idempotency idempotency;

    public FormulaResource(
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
            operationId = "listKpiFormulas",
            summary = "List the versions of an indicator's formula",
            description = "In words too, as they stand beside the numbers. Empty for what is measured elsewhere.")
    @APIResponse(responseCode = "200", description = "Its versions, the first first")
    @APIResponse(responseCode = "404", description = "Unknown, or not for the caller")
    public Page<FormulaDocument.Version> list(@PathParam("code") String code) {
        return page(kpis.one(code, rights.readable()));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.PERFORMANCE_ANALYST)
    @Operation(
            operationId = "addKpiFormula",
            summary = "Add a version of an indicator's formula",
            description = "In force from a day in a month that is not over; months before keep the version they were"
                    + " counted by.")
    @APIResponse(
            responseCode = "201",
            description = "All versions of the formula",
            headers = @Header(name = "Location", description = "Where all of them are read"),
            content = @Content(schema = @Schema(ref = "PageVersion")))
    @APIResponse(responseCode = "404", description = "Unknown, or not for the caller")
    @APIResponse(responseCode = "422", description = "The formula breaks a rule")
    public Response add(
            @PathParam("code") String code,
            @HeaderParam("Idempotency-Key") String key,
            @NotNull @Valid FormulaDocument body) {
        rights.checkWritable();
        Kpi kpi = kpis.one(code, rights.readable());
        if (kpi.formulas().isEmpty() || body.from() == null) {
            throw new RuleBroken("formula-refused", "/from", "is required, and only TICKETS have a formula");
        }
        Map<String, Object> asked = Map.of("path", "kpis/" + code + "/formulas", "body", body);
        return idempotency.once(key, asked, () -> created(code, body));
    }

    private Response created(String code, FormulaDocument body) {
        Kpi changed = kpis.change(code, rights.readable(), null, now -> now.then(
                        body.toFormula(now.formulas().size() + 1, body.from()), today.firstOpenDay())
                .checked(families.one(now.family(), rights.readable())));
        return Response.created(URI.create("/api/v1/kpis/" + code + "/formulas"))
                .tag(Version.tag(changed.version()))
                .entity(page(changed))
                .build();
    }

    private static Page<FormulaDocument.Version> page(Kpi kpi) {
        return Page.whole(
                kpi.formulas().stream().map(FormulaDocument.Version::of).toList());
    }
}
