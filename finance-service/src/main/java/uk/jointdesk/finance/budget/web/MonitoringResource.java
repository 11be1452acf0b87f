package uk.jointdesk.finance.budget.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uk.jointdesk.finance.access.WholeService;
import uk.jointdesk.finance.budget.domain.CostPool;
import uk.jointdesk.finance.budget.domain.Forecast;
import uk.jointdesk.finance.budget.domain.LinePosition;
import uk.jointdesk.finance.budget.store.BudgetLines;
import uk.jointdesk.finance.money.domain.Money;
import uk.jointdesk.finance.posting.domain.PostedCost;
import uk.jointdesk.finance.posting.store.PostedCosts;
import uk.jointdesk.finance.year.domain.FinancialYear;
import uk.jointdesk.finance.year.web.YearParameter;
import uk.jointdesk.kit.scope.Roles;

@Path("/api/v1/budget-monitoring")
@Tag(name = "Budgets")
public class MonitoringResource {
    private final BudgetLines lines;
    private final PostedCosts costs;
    private final YearParameter years;
    private final WholeService wholeService;

    public MonitoringResource(BudgetLines lines, PostedCosts costs, YearParameter years, WholeService wholeService) {
        this.lines = lines;
        this.costs = costs;
        this.years = years;
        this.wholeService = wholeService;
    }

    @GET
    @RolesAllowed({Roles.FINANCE_OFFICER, Roles.BOARD_MEMBER, Roles.AUDITOR, Roles.SUITE_SERVICE})
    @Operation(summary = "Budget, actual to date, forecast with its basis, and variance of each line")
    public MonitoringView monitor(
            @QueryParam("financialYear") String financialYear, @QueryParam("period") Integer period) {
        wholeService.required();
        FinancialYear year = years.required(financialYear);
        int upTo = years.period(period);
        List<PostedCost> posted = costs.of(year, upTo);
        List<Forecast> forecasts = lines.forecasts(year, upTo);
        List<LinePosition> positions = lines.pools(year).stream()
                .map(pool -> position(pool, posted, forecasts))
                .toList();
        return MonitoringView.of(year.code(), upTo, positions);
    }

    private static LinePosition position(CostPool pool, List<PostedCost> posted, List<Forecast> forecasts) {
        Money actual = Money.sum(posted.stream()
                .filter(cost -> cost.line().equals(pool.code()))
                .map(PostedCost::amount)
                .toList());
        Forecast forecast = forecasts.stream()
                .filter(made -> made.line().equals(pool.code()))
                .findFirst()
                .orElse(null);
        return new LinePosition(pool, actual, forecast);
    }
}
