package uk.jointdesk.finance.monitoring.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uk.jointdesk.finance.access.WholeService;
import uk.jointdesk.finance.monitoring.store.Positions;
import uk.jointdesk.finance.year.domain.FinancialYear;
import uk.jointdesk.finance.year.web.YearParameter;
import uk.jointdesk.kit.scope.Roles;

@Path("/api/v1/budget-monitoring")
@Tag(name = "Budgets")
public class MonitoringResource {
    private final Positions positions;
    private final YearParameter years;
    private final WholeService wholeService;

    public MonitoringResource(Positions positions, YearParameter years, WholeService wholeService) {
        this.positions = positions;
        this.years = years;
        this.wholeService = wholeService;
    }

    @GET
    @RolesAllowed({Roles.FINANCE_OFFICER, Roles.BOARD_MEMBER, Roles.AUDITOR, Roles.SUITE_SERVICE})
    @Operation(
            operationId = "monitorBudgets",
            summary = "Budget, actual to date, commitments, forecast with its basis, and variance of each line",
            description =
                    "Budget to date is in twelfths. Commitments are orders not yet invoiced or accrued. The variance"
                            + " is that of the forecast outturn from the revised budget.")
    public MonitoringView monitor(
            @QueryParam("financialYear") String financialYear, @QueryParam("period") Integer period) {
        wholeService.required();
        FinancialYear year = years.required(financialYear);
        int upTo = years.period(period);
        return MonitoringView.of(year.code(), upTo, positions.of(year, upTo));
    }
}
