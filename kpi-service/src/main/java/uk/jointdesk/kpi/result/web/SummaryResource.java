package uk.jointdesk.kpi.result.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uk.jointdesk.kit.scope.Roles;
import uk.jointdesk.kpi.answer.web.Explanation;
import uk.jointdesk.kpi.register.AudienceRights;
import uk.jointdesk.kpi.register.domain.Family;
import uk.jointdesk.kpi.register.store.FamilyStore;
import uk.jointdesk.kpi.register.store.KpiStore;
import uk.jointdesk.kpi.result.Results;
import uk.jointdesk.kpi.result.domain.KpiResult;
import uk.jointdesk.kpi.result.domain.ReportPeriod;
import uk.jointdesk.kpi.result.domain.Tally;

/** The KPIs of a family by colour, month by month. */
@Path("/api/v1/kpis/summary")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "KPI results")
public class SummaryResource {

    public static final Explanation.Definition DEFINITION = new Explanation.Definition(
            "kpi-summary",
            1,
            "The KPIs of the family that are live or retiring on the last day of the month, by raw colour: target met"
                    + " (tslAchieved), minimum met and target not (mslAchieved), minimum not met (belowMsl), nothing to"
                    + " judge (noData). The four add up to total. Performance indicators are not counted. mitigationAgreed"
                    + " counts the KPIs with a mitigation agreed for the month; it touches none of the others.");

    private final KpiStore kpis;
    private final FamilyStore families;
    private final Results results;
    private final AudienceRights rights;

    public SummaryResource(KpiStore kpis, FamilyStore families, Results results, AudienceRights rights) {
        this.kpis = kpis;
        this.families = families;
        this.results = results;
        this.rights = rights;
    }

    /** The months with what explains them. */
    @Schema(name = "KpiSummary")
    public record SummaryAnswer(
            List<Row> items,
            @JsonInclude(JsonInclude.Include.ALWAYS) String next,
            String family,
            PeriodView period,
            Explanation.Definition definition,
            String zone,
            Instant asAt) {}

    /** One month. */
    @Schema(name = "KpiSummaryMonth")
    public record Row(
            String month,

            @Schema(description = "Left out before the contract")
            Integer contractYear,

            Integer contractMonth,
            int tslAchieved,
            int mslAchieved,
            int belowMsl,
            int noData,
            int total,
            int mitigationAgreed,
            Tally.AfterMitigation afterMitigation) {

        static Row of(Tally tally, Family family) {
            var contract = family.contractMonth(tally.month());
            return new Row(
                    tally.month().toString(),
                    contract.map(Family.ContractMonth::year).orElse(null),
                    contract.map(Family.ContractMonth::month).orElse(null),
                    tally.tslAchieved(),
                    tally.mslAchieved(),
                    tally.belowMsl(),
                    tally.noData(),
                    tally.total(),
                    tally.mitigationAgreed(),
                    tally.afterMitigation());
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
            operationId = "kpiSummary",
            summary = "How many KPIs of a family met target or minimum, month by month",
            description = "Over the indicators whose audience the caller belongs to. The parts of a month add up to its"
                    + " total.")
    @APIResponse(responseCode = "200", description = "A row for each month")
    @APIResponse(responseCode = "404", description = "The family is unknown, or not for the caller")
    public SummaryAnswer summary(@BeanParam FamilyParams params) {
        String code = params.family();
        Family family = families.one(code, rights.readable());
        ReportPeriod period = params.period();
        List<KpiResult> found = results.of(kpis.ofFamily(code, rights.readable()), period, Set.of());
        List<Row> rows = period.months().stream()
                .map(month -> Row.of(Tally.of(month, found), family))
                .toList();
        return new SummaryAnswer(
                rows,
                null,
                code,
                PeriodView.of(period, family),
                DEFINITION,
                Explanation.ZONE,
                ResultResource.asAt(found));
    }
}
