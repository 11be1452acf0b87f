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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uk.jointdesk.finance.access.WholeService;
import uk.jointdesk.finance.budget.domain.Budget;
import uk.jointdesk.finance.budget.store.BudgetLines;
import uk.jointdesk.finance.budget.store.BudgetVersions;
import uk.jointdesk.finance.budget.store.Budgets;
import uk.jointdesk.finance.year.domain.FinancialYear;
import uk.jointdesk.finance.year.web.YearParameter;
import uk.jointdesk.kit.idempotency.Idempotency;
import uk.jointdesk.kit.paging.Page;
import uk.jointdesk.kit.problem.Refusal;
import uk.jointdesk.kit.scope.Caller;
import uk.jointdesk.kit.scope.Roles;
import uk.jointdesk.kit.version.Version;

@Path("/api/v1/budgets")
@Tag(name = "Budgets")
public class BudgetsResource {
    private final Budgets budgets;
    private final BudgetVersions versions;
    private final BudgetLines lines;
    private final YearParameter years;
    private final WholeService wholeService;
    private final Idempotency idempotency;
    private final Caller caller;

    public BudgetsResource(
            Budgets budgets,
            BudgetVersions versions,
            BudgetLines lines,
            YearParameter years,
            WholeService wholeService,
            Idempotency idempotency,
            Caller caller) {
        this.budgets = budgets;
        this.versions = versions;
        this.lines = lines;
        this.years = years;
        this.wholeService = wholeService;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    public record NewBudget(
            @NotNull String financialYear,
            @NotBlank @Size(max = 200) String title,
            @NotBlank @Size(max = 500) String source,
            Boolean assumption) {}

    @GET
    @RolesAllowed({Roles.FINANCE_OFFICER, Roles.BOARD_MEMBER, Roles.AUDITOR, Roles.SUITE_SERVICE})
    @Operation(operationId = "listBudgets", summary = "Budgets of all years", description = "Drafts among them.")
    public Page<BudgetView> list() {
        wholeService.required();
        return Page.whole(budgets.all().stream().map(BudgetView::of).toList());
    }

    @GET
    @Path("{financialYear}")
    @RolesAllowed({Roles.FINANCE_OFFICER, Roles.BOARD_MEMBER, Roles.AUDITOR, Roles.SUITE_SERVICE})
    @Operation(
            operationId = "readBudget",
            summary = "The budget of a year",
            description = "Its ETag changes with every edit of the budget or one of its lines.")
    @APIResponse(
            responseCode = "200",
            description = "The budget with what its lines come to",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = BudgetView.class)))
    public Response one(@PathParam("financialYear") String year) {
        Budget budget = budget(year);
        return Response.ok(BudgetView.of(budget))
                .tag(Version.tag(budget.version()))
                .build();
    }

    @GET
    @Path("{financialYear}/versions")
    @RolesAllowed({Roles.FINANCE_OFFICER, Roles.BOARD_MEMBER, Roles.AUDITOR, Roles.SUITE_SERVICE})
    @Operation(
            operationId = "listBudgetVersions",
            summary = "What a budget came to after its approval and after each approved change",
            description = "Version 1 is what the board approved whole; a draft has none.")
    public Page<BudgetView.VersionView> versions(@PathParam("financialYear") String year) {
        return Page.whole(versions.of(budget(year).year()).stream()
                .map(BudgetView.VersionView::of)
                .toList());
    }

    @POST
    @Path("{financialYear}/approval")
    @RolesAllowed(Roles.BOARD_MEMBER)
    @Operation(
            operationId = "approveBudget",
            summary = "Approve a draft budget as it was read",
            description = "From then on its amounts stay, and change only by changes that are approved in their turn.")
    @APIResponse(
            responseCode = "200",
            description = "Approved",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = BudgetView.class)))
    @APIResponse(responseCode = "409", description = "It was approved before, or has no line")
    @APIResponse(responseCode = "412", description = "It was edited since it was read")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Response approve(
            @HeaderParam("If-Match") String ifMatch,
            @PathParam("financialYear") String year,
            @NotNull @Valid ApprovalInput body) {
        Budget budget = budget(year);
        long expected = Version.required(ifMatch);
        if (budget.approval().isPresent()) {
            throw Refusal.conflict("budget-approved", "The budget was approved before.");
        }
        Version.check(expected, budget.version());
        if (lines.of(budget.year()).isEmpty()) {
            throw Refusal.conflict("budget-empty", "A budget without a line is not approved.");
        }
        if (!budgets.approve(budget.year(), body.decision(), caller.client(), expected)) {
            throw Refusal.stale();
        }
        return one(year);
    }

    private Budget budget(String year) {
        wholeService.required();
        return FinancialYear.parse(year).flatMap(budgets::find).orElseThrow(Refusal::notFound);
    }

    @POST
    @RolesAllowed(Roles.FINANCE_OFFICER)
    @Operation(
            operationId = "draftBudget",
            summary = "Start the budget of a year; its lines follow",
            description = "It is a draft, and may be edited, until the board approves it.")
    @APIResponse(
            responseCode = "201",
            description = "A draft without lines; the ETag is what its approval starts from",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = BudgetView.class)))
    @APIResponse(responseCode = "409", description = "The year has a budget")
    public Response add(@HeaderParam("Idempotency-Key") String key, @NotNull @Valid NewBudget body) {
        wholeService.required();
        FinancialYear year = years.field(body.financialYear(), "/financialYear");
        Budget budget = Budget.draft(year, body.title(), body.source(), Boolean.TRUE.equals(body.assumption()));
        return idempotency.once(key, body, () -> {
            if (!budgets.add(budget)) {
                throw Refusal.conflict("budget-exists", year.code() + " has a budget.");
            }
            return Response.status(201)
                    .entity(BudgetView.of(budget))
                    .tag(Version.tag(budget.version()))
                    .build();
        });
    }
}
