package uk.jointdesk.kpi.result.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uk.jointdesk.kit.scope.Roles;
import uk.jointdesk.kpi.answer.web.Asked;
import uk.jointdesk.kpi.answer.web.Explanation;
import uk.jointdesk.kpi.register.AudienceRights;
import uk.jointdesk.kpi.register.domain.Family;
import uk.jointdesk.kpi.register.domain.Kpi;
import uk.jointdesk.kpi.register.domain.RatingRule;
import uk.jointdesk.kpi.register.domain.Source;
import uk.jointdesk.kpi.register.store.FamilyStore;
import uk.jointdesk.kpi.register.store.KpiStore;
import uk.jointdesk.kpi.register.store.RatingRules;
import uk.jointdesk.kpi.result.Results;
import uk.jointdesk.kpi.result.domain.KpiResult;
import uk.jointdesk.kpi.result.domain.ReportPeriod;

/** The results of one indicator. */
@Path("/api/v1/kpis/{code}/results")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "KPI results", description = "Results, summaries and exceptions of indicators")
public class ResultResource {

    private final KpiStore kpis;
    private final FamilyStore families;
    private final Results results;
    private final RatingRules ratings;
    private final AudienceRights rights;

    public ResultResource(
            KpiStore kpis, FamilyStore families, Results results, RatingRules ratings, AudienceRights rights) {
        this.kpis = kpis;
        this.families = families;
        this.results = results;
        this.ratings = ratings;
        this.rights = rights;
    }

    /**
     * Results with what explains them.
     *
     * @param asAt when the newest fact behind them was recorded
     */
    @Schema(name = "KpiResults")
    public record ResultAnswer(
            List<ResultView> items,
            @JsonInclude(JsonInclude.Include.ALWAYS) String next,
            String title,
            PeriodView period,
            String zone,
            Instant asAt,
            List<String> ratingRules) {}

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
            operationId = "kpiResults",
            summary = "The results of an indicator, month by month",
            description =
                    "Raw and after mitigation, with numerator, denominator, levels in force, method and rating. What"
                            + " is counted from tickets is counted over the tickets in the caller's scope.")
    @APIResponse(responseCode = "200", description = "A result for each month, and the rules that rated it")
    @APIResponse(responseCode = "404", description = "Unknown, or not for the caller")
    public ResultAnswer results(
            @PathParam("code") String code,
            @BeanParam ReportParams params,
            @Parameter(description = "Only the tickets of these partners") @QueryParam("partner")
                    List<String> partner) {
        Kpi kpi = kpis.one(code, rights.readable());
        Family family = families.one(kpi.family(), rights.readable());
        ReportPeriod period = params.period();
        List<KpiResult> found = results.of(List.of(kpi), period, partners(kpi, partner));
        List<RatingRule> rules = ratings.all();
        return new ResultAnswer(
                found.stream()
                        .map(one -> ResultView.of(one, family, RatingRules.of(rules, one.month())))
                        .toList(),
                null,
                kpi.definition().title(),
                PeriodView.of(period, family),
                Explanation.ZONE,
                asAt(found),
                rules.stream()
                        .map(rule -> rule.version() + ", from " + rule.from() + ": " + rule.text())
                        .toList());
    }

    static Instant asAt(List<KpiResult> found) {
        return found.stream()
                .map(result -> result.figure().recordedAt())
                .filter(Objects::nonNull)
                .max(Instant::compareTo)
                .orElse(null);
    }

    private static Set<String> partners(Kpi kpi, List<String> asked) {
        Set<String> partners = Asked.several("partner", asked);
        if (!partners.isEmpty() && kpi.definition().source() == Source.MEASURED) {
            throw Asked.refused("partner", "nothing: what is measured is measured for the whole service");
        }
        return partners;
    }
}
