package uk.jointdesk.finance.budget.web;

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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uk.jointdesk.finance.access.WholeService;
import uk.jointdesk.finance.apportionment.store.Schemes;
import uk.jointdesk.finance.budget.domain.CostPool;
import uk.jointdesk.finance.budget.store.BudgetLines;
import uk.jointdesk.finance.budget.store.Budgets;
import uk.jointdesk.finance.refusal.domain.RuleBroken;
import uk.jointdesk.finance.year.domain.FinancialYear;
import uk.jointdesk.finance.year.web.YearParameter;
import uk.jointdesk.kit.idempotency.Idempotency;
import uk.jointdesk.kit.paging.Page;
import uk.jointdesk.kit.problem.Refusal;
import uk.jointdesk.kit.scope.Roles;
import uk.jointdesk.kit.version.Version;

@Path("/api/v1/budget-lines")
@Tag(name = "Budgets")
public class BudgetLinesResource {
    private final BudgetLines lines;
    private final Budgets budgets;
    private final Schemes schemes;
    private final YearParameter years;
    private final WholeService wholeService;
    private final Idempotency idempotency;

    public BudgetLinesResource(
            BudgetLines lines,
            Budgets budgets,
            Schemes schemes,
            YearParameter years,
            WholeService wholeService,
            Idempotency idempotency) {
        this.lines = lines;
        this.budgets = budgets;
        this.schemes = schemes;
        this.years = years;
        this.wholeService = wholeService;
        this.idempotency = idempotency;
    }

    @GET
    @RolesAllowed({Roles.FINANCE_OFFICER, Roles.BOARD_MEMBER, Roles.AUDITOR, Roles.SUITE_SERVICE})
    @Operation(summary = "Budget lines, the cost pools that schemes divide, of one year or of all")
    public Page<LineView> list(@QueryParam("financialYear") String financialYear) {
        wholeService.required();
        return Page.whole(lines.of(years.optional(financialYear)).stream()
                .map(line -> LineView.of(line.pool()))
                .toList());
    }

    @GET
    @Path("{financialYear}/{code}")
    @RolesAllowed({Roles.FINANCE_OFFICER, Roles.BOARD_MEMBER, Roles.AUDITOR, Roles.SUITE_SERVICE})
    @Operation(summary = "One budget line")
    public Response one(@PathParam("financialYear") String financialYear, @PathParam("code") String code) {
        BudgetLines.Versioned line = line(financialYear, code);
        return Response.ok(LineView.of(line.pool()))
                .tag(Version.tag(line.version()))
                .build();
    }

    @POST
    @RolesAllowed(Roles.FINANCE_OFFICER)
    @Operation(summary = "Add a line to the budget of a year")
    public Response add(@HeaderParam("Idempotency-Key") String key, @NotNull @Valid LineInput.New body) {
        wholeService.required();
        FinancialYear year = years.field(body.financialYear(), "/financialYear");
        if (budgets.find(year).isEmpty()) {
            throw new RuleBroken("budget-missing", "/financialYear", year.code() + " has no budget yet.");
        }
        CostPool pool = body.pool(year);
        checkScheme(pool);
        return idempotency.once(key, body, () -> {
            if (!lines.add(pool)) {
                throw Refusal.conflict("line-exists", year.code() + " has a line " + pool.code() + ".");
            }
            return Response.status(201)
                    .entity(LineView.of(pool))
                    .tag(Version.tag(1))
                    .build();
        });
    }

    @PATCH
    @Path("{financialYear}/{code}")
    @Consumes({"application/merge-patch+json", "application/json"})
    @RolesAllowed(Roles.FINANCE_OFFICER)
    @Operation(summary = "Change a budget line; what the patch leaves out stays")
    public Response change(
            @HeaderParam("If-Match") String ifMatch,
            @PathParam("financialYear") String financialYear,
            @PathParam("code") String code,
            @NotNull @Valid LineInput.Change body) {
        long expected = Version.required(ifMatch);
        BudgetLines.Versioned line = line(financialYear, code);
        Version.check(expected, line.version());
        CostPool changed = body.applyTo(line.pool());
        checkScheme(changed);
        if (!lines.change(changed, expected)) {
            throw Refusal.stale();
        }
        return one(financialYear, code);
    }

    private BudgetLines.Versioned line(String financialYear, String code) {
        wholeService.required();
        return FinancialYear.parse(financialYear)
                .flatMap(year -> lines.find(year, code))
                .orElseThrow(Refusal::notFound);
    }

    /** A line that nothing divides on some day of its year would leave a contribution short. */
    private void checkScheme(CostPool pool) {
        if (pool.dividedBy().isEmpty()) {
            return;
        }
        boolean covers = schemes.find(pool.scheme())
                .flatMap(scheme -> scheme.scheme().inForceOn(pool.year().from()))
                .isPresent();
        if (!covers) {
            throw new RuleBroken(
                    "scheme-not-in-force",
                    "/scheme",
                    "A scheme with a version in force on " + pool.year().from() + ".");
        }
    }
}
