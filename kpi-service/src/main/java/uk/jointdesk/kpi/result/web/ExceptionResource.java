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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uk.jointdesk.kit.scope.Roles;
import uk.jointdesk.kpi.answer.web.Explanation;
import uk.jointdesk.kpi.compliance.domain.Rag;
import uk.jointdesk.kpi.mitigation.domain.Mitigation;
import uk.jointdesk.kpi.mitigation.domain.Request;
import uk.jointdesk.kpi.register.AudienceRights;
import uk.jointdesk.kpi.register.domain.Family;
import uk.jointdesk.kpi.register.domain.Kpi;
import uk.jointdesk.kpi.register.store.FamilyStore;
import uk.jointdesk.kpi.register.store.KpiStore;
import uk.jointdesk.kpi.result.Results;
import uk.jointdesk.kpi.result.domain.GreenTrend;
import uk.jointdesk.kpi.result.domain.KpiException;
import uk.jointdesk.kpi.result.domain.KpiResult;
import uk.jointdesk.kpi.result.domain.ReportPeriod;

/** What a board must hear of a family's indicators. */
@Path("/api/v1/kpis/exceptions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "KPI results")
public class ExceptionResource {

    private final KpiStore kpis;
    private final FamilyStore families;
    private final Results results;
    private final AudienceRights rights;

    public ExceptionResource(KpiStore kpis, FamilyStore families, Results results, AudienceRights rights) {
        this.kpis = kpis;
        this.families = families;
        this.results = results;
        this.rights = rights;
    }

    /** The exceptions with what explains them. */
    @Schema(name = "KpiExceptions")
    public record ExceptionAnswer(
            List<Row> items,
            @JsonInclude(JsonInclude.Include.ALWAYS) String next,
            String family,
            PeriodView period,
            String trendRule,
            String zone,
            Instant asAt) {}

    /** One exception: reference and months, what the indicator is, why, what it means and how it will end. */
    @Schema(name = "KpiException")
    public record Row(
            String kpi,
            KpiException.Kind kind,
            String shortDescription,
            List<Month> months,
            String reason,
            String dependency,
            String impact,
            String pathToGreen,
            String problem,
            UUID mitigation,

            @Schema(description = "For GREEN_TREND: months until the target is missed at that pace")
            Integer monthsToTarget) {

        static Row of(KpiException one) {
            Request request = one.mitigation().map(Mitigation::request).orElse(null);
            return new Row(
                    one.kpi().code(),
                    one.kind(),
                    one.kpi().definition().title(),
                    one.results().stream().map(Month::of).toList(),
                    request == null ? null : request.reason(),
                    request == null ? null : request.dependency(),
                    request == null ? null : request.impact(),
                    request == null ? null : request.pathToGreen(),
                    request == null ? null : request.problem(),
                    one.mitigation().map(Mitigation::id).orElse(null),
                    one.trend().map(GreenTrend::monthsToTarget).orElse(null));
        }
    }

    /** A month of an exception. */
    @Schema(name = "KpiExceptionMonth")
    public record Month(String month, Rag raw, String value) {
        static Month of(KpiResult result) {
            return new Month(
                    result.month().toString(),
                    result.raw(),
                    result.value().map(result.kpi().unit()::print).orElse(null));
        }
    }

    @GET
    @RolesAllowed({
        Roles.SERVICE_DESK,
        Roles.PERFORMANCE_ANALYST,
        Roles.FINANCE_OFFICER,
        Roles.BOARD_MEMBER,
        Roles.AUDITOR,
        Roles.SUITE_SERVICE
    })
    @Operation(
            operationId = "kpiExceptions",
            summary = "The exceptions among a family's indicators",
            description =
                    "Every result short of its target, with the mitigation agreed for it or marked NOT_MITIGATED, and"
                            + " indicators that are green and falling. None can be without indicator and month.")
    @APIResponse(
            responseCode = "200",
            description = "Each exception with its months and what was agreed for it; there may be none")
    @APIResponse(responseCode = "404", description = "The family is unknown, or not for the caller")
    public ExceptionAnswer exceptions(@BeanParam FamilyParams params) {
        String code = params.family();
        Family family = families.one(code, rights.readable());
        ReportPeriod period = params.period();
        List<Kpi> within = kpis.ofFamily(code, rights.readable());
        List<KpiResult> found = results.of(within, period, Set.of());
        List<Row> rows = within.stream()
                .flatMap(kpi -> KpiException.of(kpi, of(kpi, found)).stream())
                .map(Row::of)
                .toList();
        return new ExceptionAnswer(
                rows,
                null,
                code,
                PeriodView.of(period, family),
                GreenTrend.RULE,
                Explanation.ZONE,
                ResultResource.asAt(found));
    }

    private static List<KpiResult> of(Kpi kpi, List<KpiResult> found) {
        return found.stream()
                .filter(result -> result.kpi().code().equals(kpi.code()))
                .toList();
    }
}
