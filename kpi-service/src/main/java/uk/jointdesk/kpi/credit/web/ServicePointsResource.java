package uk.jointdesk.kpi.credit.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uk.jointdesk.kit.problem.Refusal;
import uk.jointdesk.kit.scope.Roles;
import uk.jointdesk.kpi.answer.web.Explanation;
import uk.jointdesk.kpi.credit.domain.Charge;
import uk.jointdesk.kpi.credit.domain.MonthPoints;
import uk.jointdesk.kpi.credit.domain.PointsLedger;
import uk.jointdesk.kpi.credit.store.SchemeStore;
import uk.jointdesk.kpi.credit.store.SuspensionStore;
import uk.jointdesk.kpi.register.AudienceRights;
import uk.jointdesk.kpi.register.domain.Family;
import uk.jointdesk.kpi.register.store.FamilyStore;
import uk.jointdesk.kpi.register.store.KpiStore;
import uk.jointdesk.kpi.result.Results;
import uk.jointdesk.kpi.result.domain.ReportPeriod;
import uk.jointdesk.kpi.result.web.PeriodView;

/** What missed targets cost, month by month. */
@Path("/api/v1/service-points")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Service points", description = "What missed targets cost")
public class ServicePointsResource {

    public static final Explanation.Definition DEFINITION = new Explanation.Definition(
            "service-points",
            1,
            "Points of a KPI that misses its target: factor of the band its raw result is in, times the points it carries,"
                    + " times the repeat multiplier when the month before was missed too. An agreed mitigation takes the"
                    + " points of its months away, and a month so relieved starts no series. The points of a month buy the"
                    + " per cent of the scheme's highest step reached, at most the cap; the credit is that part of the"
                    + " monthly charge, half a penny rounded up. While credits are suspended nothing is applied.");

    private final KpiStore kpis;
    private final FamilyStore families;
    private final Results results;
    private final SchemeStore schemes;
    private final SuspensionStore suspensions;
    private final AudienceRights rights;

    public ServicePointsResource(
            KpiStore kpis,
            FamilyStore families,
            Results results,
            SchemeStore schemes,
            SuspensionStore suspensions,
            AudienceRights rights) {
        this.kpis = kpis;
        this.families = families;
        this.results = results;
        this.schemes = schemes;
        this.suspensions = suspensions;
        this.rights = rights;
    }

    /** The months with their sums and what explains them. */
    @Schema(name = "ServicePoints")
    public record PointsAnswer(
            List<PointsRow> items,
            @JsonInclude(JsonInclude.Include.ALWAYS) String next,
            String family,
            PeriodView period,
            Totals total,
            Explanation.Definition definition,
            String zone) {}

    /** Sums over the months; credits only where a monthly charge is given. */
    @Schema(name = "ServicePointsTotals")
    public record Totals(
            int rawPoints,
            int pointsAfterMitigation,
            MoneyView rawCredit,
            MoneyView creditAfterMitigation,
            MoneyView appliedCredit) {

        static Totals of(List<MonthPoints> months, OptionalLong monthlyPence) {
            return new Totals(
                    months.stream().mapToInt(month -> month.raw().points()).sum(),
                    months.stream()
                            .mapToInt(month -> month.afterMitigation().points())
                            .sum(),
                    sum(months, monthlyPence, MonthPoints::raw),
                    sum(months, monthlyPence, MonthPoints::afterMitigation),
                    sum(months, monthlyPence, MonthPoints::applied));
        }

        private static MoneyView sum(
                List<MonthPoints> months, OptionalLong monthlyPence, Function<MonthPoints, Charge> which) {
            return monthlyPence.isEmpty()
                    ? null
                    : MoneyView.ofPence(months.stream()
                            .map(which)
                            .mapToLong(charge -> charge.creditPence().orElseThrow())
                            .sum());
        }
    }

    @GET
    @RolesAllowed({
        Roles.PERFORMANCE_ANALYST,
        Roles.FINANCE_OFFICER,
        Roles.BOARD_MEMBER,
        Roles.AUDITOR,
        Roles.SUITE_SERVICE
    })
    @Operation(
            operationId = "servicePoints",
            summary = "Service points and credits of a family, month by month",
            description = "Raw, after mitigation, and as applied. With monthlyCharge also in money.")
    @APIResponse(responseCode = "200", description = "A row for each month, and their sums")
    @APIResponse(responseCode = "404", description = "The family is unknown, or not for the caller")
    @APIResponse(responseCode = "409", description = "No scheme is in force in one of the months")
    public PointsAnswer points(@BeanParam ServicePointsParams params) {
        Family family = families.one(params.family(), rights.readable());
        ReportPeriod period = params.period();
        OptionalLong pence = params.monthlyPence();
        List<MonthPoints> months = months(family, period, pence);
        return new PointsAnswer(
                months.stream().map(month -> PointsRow.of(month, family)).toList(),
                null,
                family.code(),
                PeriodView.of(period, family),
                Totals.of(months, pence),
                DEFINITION,
                Explanation.ZONE);
    }

    private List<MonthPoints> months(Family family, ReportPeriod period, OptionalLong pence) {
        ReportPeriod reached = new ReportPeriod(period.from().minusMonths(1), period.to());
        PointsLedger ledger = new PointsLedger(
                results.of(kpis.ofFamily(family.code(), rights.readable()), reached, Set.of()),
                schemes.of(family.code()),
                suspensions.of(family.code()));
        return period.months().stream()
                .map(month -> ledger.of(month, pence)
                        .orElseThrow(() -> Refusal.conflict(
                                "scheme-missing", "No scheme of service points is in force in " + month + ".")))
                .toList();
    }
}
