package uk.jointdesk.finance.budget.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uk.jointdesk.finance.access.WholeService;
import uk.jointdesk.finance.budget.domain.Budget;
import uk.jointdesk.finance.budget.store.Budgets;
import uk.jointdesk.finance.money.domain.Money;
import uk.jointdesk.finance.money.web.MoneyView;
import uk.jointdesk.finance.year.domain.FinancialYear;
import uk.jointdesk.finance.year.web.YearParameter;
import uk.jointdesk.kit.idempotency.Idempotency;
import uk.jointdesk.kit.paging.Page;
import uk.jointdesk.kit.problem.Refusal;
import uk.jointdesk.kit.scope.Roles;

@Path("/api/v1/budgets")
@Tag(name = "Budgets")
public class BudgetsResource {
    private final Budgets budgets;
    private final YearParameter years;
    private final WholeService wholeService;
    private final Idempotency idempotency;

    public BudgetsResource(Budgets budgets, YearParameter years, WholeService wholeService, Idempotency idempotency) {
        this.budgets = budgets;
        this.years = years;
        this.wholeService = wholeService;
        this.idempotency = idempotency;
    }

    public record NewBudget(
            @NotNull String financialYear,
            @NotBlank @Size(max = 200) String title,
            @NotBlank @Size(max = 500) String source,
            Boolean assumption) {}

    /** @param total of the budget's lines */
    public record BudgetView(String financialYear, String title, MoneyView total, String source, boolean assumption) {
        static BudgetView of(Budget budget) {
            return new BudgetView(
                    budget.year().code(),
                    budget.title(),
                    MoneyView.of(budget.total()),
                    budget.source(),
                    budget.assumption());
        }
    }

    @GET
    @RolesAllowed({Roles.FINANCE_OFFICER, Roles.BOARD_MEMBER, Roles.AUDITOR, Roles.SUITE_SERVICE})
    @Operation(summary = "Budgets of all years")
    public Page<BudgetView> list() {
        wholeService.required();
        return Page.whole(budgets.all().stream().map(BudgetView::of).toList());
    }

    @GET
    @Path("{financialYear}")
    @RolesAllowed({Roles.FINANCE_OFFICER, Roles.BOARD_MEMBER, Roles.AUDITOR, Roles.SUITE_SERVICE})
    @Operation(summary = "The budget of a year")
    public BudgetView one(@PathParam("financialYear") String year) {
        wholeService.required();
        return FinancialYear.parse(year)
                .flatMap(budgets::find)
                .map(BudgetView::of)
                .orElseThrow(Refusal::notFound);
    }

    @POST
    @RolesAllowed(Roles.FINANCE_OFFICER)
    @Operation(summary = "Start the budget of a year; its lines follow")
    public Response add(@HeaderParam("Idempotency-Key") String key, @NotNull @Valid NewBudget body) {
        wholeService.required();
        FinancialYear year = years.field(body.financialYear(), "/financialYear");
        Budget budget =
                new Budget(year, body.title(), Money.ZERO, body.source(), Boolean.TRUE.equals(body.assumption()));
        return idempotency.once(key, body, () -> {
            if (!budgets.add(budget)) {
                throw Refusal.conflict("budget-exists", year.code() + " has a budget.");
            }
            return Response.status(201).entity(BudgetView.of(budget)).build();
        });
    }
}
