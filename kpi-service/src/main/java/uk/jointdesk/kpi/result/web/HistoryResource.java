package uk.jointdesk.kpi.result.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uk.jointdesk.kit.scope.Roles;
import uk.jointdesk.kpi.compliance.domain.Rag;
import uk.jointdesk.kpi.register.AudienceRights;
import uk.jointdesk.kpi.register.domain.Kpi;
import uk.jointdesk.kpi.register.store.FamilyStore;
import uk.jointdesk.kpi.register.store.KpiStore;
import uk.jointdesk.kpi.result.Results;
import uk.jointdesk.kpi.result.domain.ReportPeriod;
import uk.jointdesk.kpi.result.domain.StateHistory;

/** The colours of one indicator over time. */
@Path("/api/v1/kpis/{code}/history")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "KPI results")
public class HistoryResource {

    private final KpiStore kpis;
    private final FamilyStore families;
    private final Results results;
    private final AudienceRights rights;

    public HistoryResource(KpiStore kpis, FamilyStore families, Results results, AudienceRights rights) {
        this.kpis = kpis;
        this.families = families;
        this.results = results;
        this.rights = rights;
    }

    /** Colours as runs of months. */
    @Schema(name = "KpiHistory")
    public record HistoryAnswer(
            List<RunView> items,
            @JsonInclude(JsonInclude.Include.ALWAYS) String next,
            PeriodView period,
            int greenForMonths) {}

    /** A colour in consecutive months. */
    @Schema(name = "KpiRun")
    public record RunView(Rag raw, String from, String to, int months) {}

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
            operationId = "kpiHistory",
            summary = "The colours of an indicator as runs of months",
            description =
                    "Raw colours. greenForMonths counts the months without a break up to the last one asked for that"
                            + " the indicator was green in, within the range.")
    @APIResponse(responseCode = "200", description = "The runs, the first first")
    @APIResponse(responseCode = "404", description = "Unknown, or not for the caller")
    public HistoryAnswer history(@PathParam("code") String code, @BeanParam ReportParams params) {
        Kpi kpi = kpis.one(code, rights.readable());
        ReportPeriod period = params.period();
        StateHistory history = StateHistory.of(results.of(List.of(kpi), period, Set.of()));
        List<RunView> runs = history.runs().stream()
                .map(run ->
                        new RunView(run.rag(), run.from().toString(), run.to().toString(), run.months()))
                .toList();
        PeriodView view = PeriodView.of(period, families.one(kpi.family(), rights.readable()));
        return new HistoryAnswer(runs, null, view, history.greenFor(period.to()));
    }
}
