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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uk.jointdesk.finance.access.WholeService;
import uk.jointdesk.finance.budget.domain.BudgetLine;
import uk.jointdesk.finance.budget.domain.CostPool;
import uk.jointdesk.finance.budget.domain.LineTerms;
import uk.jointdesk.finance.budget.store.BudgetLines;
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
    private final LineRules rules;
    private final YearParameter years;
    private final WholeService wholeService;
    private final Idempotency idempotency;

    public BudgetLinesResource(
            BudgetLines lines,
            LineRules rules,
            YearParameter years,
            WholeService wholeService,
            Idempotency idempotency) {
        this.lines = lines;
        this.rules = rules;
        this.years = years;
        this.wholeService = wholeService;
        this.idempotency = idempotency;
    }

    @GET
    @RolesAllowed({Roles.FINANCE_OFFICER, Roles.BOARD_MEMBER, Roles.AUDITOR, Roles.SUITE_SERVICE})
    @Operation(
            operationId = "listBudgetLines",
            summary = "Budget lines, the cost pools that schemes divide, of one year or of all",
            description = "Each with its original amount, virements, other changes and what they come to.")
    public Page<LineView> list(@QueryParam("financialYear") String financialYear) {
        wholeService.required();
        return Page.whole(lines.of(years.optional(financialYear)).stream()
                .map(LineView::of)
                .toList());
    }

    @GET
    @Path("{financialYear}/{code}")
    @RolesAllowed({Roles.FINANCE_OFFICER, Roles.BOARD_MEMBER, Roles.AUDITOR, Roles.SUITE_SERVICE})
    @Operation(
            operationId = "readBudgetLine",
            summary = "One budget line",
            description = "Its ETag is what an edit starts from.")
    @APIResponse(
            responseCode = "200",
            description = "The line with what it comes to",
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = LineView.class)))
    public Response one(@PathParam("financialYear") String financialYear, @PathParam("code") String code) {
        BudgetLine line = line(financialYear, code);
        return Response.ok(LineView.of(line)).tag(Version.tag(line.version())).build();
    }

    @POST
    @RolesAllowed(Roles.FINANCE_OFFICER)
    @Operation(
            operationId = "addBudgetLine",
            summary = "Add a line to the budget of a year",
            description = "To an approved budget without an amount: that comes by a change which the board approves.")
    @APIResponse(
            responseCode = "201",
            description = "Added; the ETag is what an edit starts from",
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = LineView.class)))
    @APIResponse(responseCode = "409", description = "The year has such a line")
    public Response add(@HeaderParam("Idempotency-Key") String key, @NotNull @Valid LineInput.New body) {
        wholeService.required();
        FinancialYear year = years.field(body.financialYear(), "/financialYear");
        CostPool pool = body.pool(year);
        LineTerms terms = body.terms();
        terms.check(pool.budget());
        rules.checkNew(pool);
        return idempotency.once(key, body, () -> {
            if (!lines.add(pool, terms)) {
                throw Refusal.conflict("line-exists", year.code() + " has a line " + pool.code() + ".");
            }
            return Response.status(201)
                    .entity(LineView.of(new BudgetLine(pool, terms, 1)))
                    .tag(Version.tag(1))
                    .build();
        });
    }

    @PATCH
    @Path("{financialYear}/{code}")
    @Consumes({"application/merge-patch+json", "application/json"})
    @RolesAllowed(Roles.FINANCE_OFFICER)
    @Operation(
            operationId = "editBudgetLine",
            summary = "Edit a budget line; what the patch leaves out stays",
            description = "The amount of an approved line stays too: it changes by virements and other budget changes.")
    @APIResponse(
            responseCode = "200",
            description = "As it is after the edit",
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = LineView.class)))
    public Response change(
            @HeaderParam("If-Match") String ifMatch,
            @PathParam("financialYear") String financialYear,
            @PathParam("code") String code,
            @NotNull @Valid LineInput.Change body) {
        long expected = Version.required(ifMatch);
        BudgetLine line = line(financialYear, code);
        Version.check(expected, line.version());
        BudgetLine changed = body.applyTo(line);
        changed.terms().check(changed.pool().budget());
        rules.checkEdit(line, changed);
        if (!lines.change(changed)) {
            throw Refusal.stale();
        }
        return one(financialYear, code);
    }

    private BudgetLine line(String financialYear, String code) {
        wholeService.required();
        return FinancialYear.parse(financialYear)
                .flatMap(year -> lines.find(year, code))
                .orElseThrow(Refusal::notFound);
    }
}
