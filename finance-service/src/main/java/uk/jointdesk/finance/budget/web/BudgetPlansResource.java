package uk.jointdesk.finance.budget.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uk.jointdesk.finance.access.WholeService;
import uk.jointdesk.finance.apportionment.store.Schemes;
import uk.jointdesk.finance.budget.domain.BudgetPlan;
import uk.jointdesk.finance.budget.store.BudgetPlans;
import uk.jointdesk.finance.refusal.domain.RuleBroken;
import uk.jointdesk.finance.year.domain.FinancialYear;
import uk.jointdesk.finance.year.web.YearParameter;
import uk.jointdesk.kit.idempotency.Idempotency;
import uk.jointdesk.kit.paging.Page;
import uk.jointdesk.kit.problem.Refusal;
import uk.jointdesk.kit.scope.Caller;
import uk.jointdesk.kit.scope.Roles;
import uk.jointdesk.kit.version.Version;

@Path("/api/v1/budget-plans")
@Tag(name = "Budgets")
public class BudgetPlansResource {
    private final BudgetPlans plans;
    private final PlanAdoption adoption;
    private final Schemes schemes;
    private final YearParameter years;
    private final WholeService wholeService;
    private final Idempotency idempotency;
    private final Caller caller;

    public BudgetPlansResource(
            BudgetPlans plans,
            PlanAdoption adoption,
            Schemes schemes,
            YearParameter years,
            WholeService wholeService,
            Idempotency idempotency,
            Caller caller) {
        this.plans = plans;
        this.adoption = adoption;
        this.schemes = schemes;
        this.years = years;
        this.wholeService = wholeService;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    /** Which year's lines are taken. */
    public record Adoption(@NotNull String financialYear) {}

    @GET
    @RolesAllowed({Roles.FINANCE_OFFICER, Roles.BOARD_MEMBER, Roles.AUDITOR, Roles.SUITE_SERVICE})
    @Operation(
            operationId = "listBudgetPlans",
            summary = "Plans for several years",
            description = "Each year with its one-off revenue, ongoing revenue and capital.")
    public Page<PlanView> list() {
        wholeService.required();
        return Page.whole(plans.all().stream().map(PlanView::of).toList());
    }

    @GET
    @Path("{code}")
    @RolesAllowed({Roles.FINANCE_OFFICER, Roles.BOARD_MEMBER, Roles.AUDITOR, Roles.SUITE_SERVICE})
    @Operation(
            operationId = "readBudgetPlan",
            summary = "One plan",
            description = "Its ETag is what an edit starts from.")
    @APIResponse(
            responseCode = "200",
            description = "The plan with its lines",
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = PlanView.class)))
    public Response one(@PathParam("code") String code) {
        BudgetPlan plan = plan(code);
        return Response.ok(PlanView.of(plan)).tag(Version.tag(plan.version())).build();
    }

    @POST
    @RolesAllowed(Roles.FINANCE_OFFICER)
    @Operation(
            operationId = "draftBudgetPlan",
            summary = "Draft a plan",
            description = "One document with all its lines; a placeholder has no detail yet, a saving takes away.")
    @APIResponse(
            responseCode = "201",
            description = "Drafted",
            headers = @Header(name = "Location", description = "Where it is read"),
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = PlanView.class)))
    @APIResponse(responseCode = "409", description = "The code is taken")
    public Response draft(@HeaderParam("Idempotency-Key") String key, @NotNull @Valid PlanInput body) {
        wholeService.required();
        BudgetPlan plan = checked(body.read(1));
        return idempotency.once(key, Map.of("path", "budget-plans", "body", body), () -> {
            if (!plans.add(plan)) {
                throw Refusal.conflict("plan-exists", "There is a plan " + plan.code() + ".");
            }
            return Response.created(URI.create("/api/v1/budget-plans/" + plan.code()))
                    .entity(PlanView.of(plan))
                    .tag(Version.tag(1))
                    .build();
        });
    }

    @PUT
    @Path("{code}")
    @RolesAllowed(Roles.FINANCE_OFFICER)
    @Operation(
            operationId = "replaceBudgetPlan",
            summary = "Put another draft in the place of a draft",
            description = "An approved plan stays as it was approved.")
    @APIResponse(
            responseCode = "200",
            description = "The draft that is there now",
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = PlanView.class)))
    @APIResponse(responseCode = "409", description = "The plan is approved")
    public Response replace(
            @HeaderParam("If-Match") String ifMatch, @PathParam("code") String code, @NotNull @Valid PlanInput body) {
        long expected = editable(code, ifMatch);
        if (!code.equals(body.code())) {
            throw new RuleBroken("code-other", "/code", "The plan is " + code + ".");
        }
        if (!plans.replace(checked(body.read(expected)))) {
            throw Refusal.stale();
        }
        return one(code);
    }

    @POST
    @Path("{code}/approval")
    @RolesAllowed(Roles.BOARD_MEMBER)
    @Operation(
            operationId = "approveBudgetPlan",
            summary = "Approve a plan as it was read",
            description = "Budgets of its years may then take its lines.")
    @APIResponse(
            responseCode = "200",
            description = "Approved",
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = PlanView.class)))
    @APIResponse(responseCode = "409", description = "It was approved before")
    @APIResponse(responseCode = "412", description = "It was edited since it was read")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Response approve(
            @HeaderParam("If-Match") String ifMatch,
            @PathParam("code") String code,
            @NotNull @Valid ApprovalInput body) {
        long expected = editable(code, ifMatch);
        if (!plans.approve(code, body.decision(), caller.client(), expected)) {
            throw Refusal.stale();
        }
        return one(code);
    }

    @POST
    @Path("{code}/adoptions")
    @RolesAllowed(Roles.FINANCE_OFFICER)
    @Operation(
            operationId = "adoptBudgetPlan",
            summary = "Take the lines of one year into the draft budget of that year",
            description = "All of them or none; the budget's own approval follows.")
    @APIResponse(
            responseCode = "201",
            description = "The lines, as the budget has them",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "PageLineView")))
    @APIResponse(responseCode = "409", description = "The plan is a draft, the budget is approved, or has such a line")
    public Response adopt(
            @HeaderParam("Idempotency-Key") String key, @PathParam("code") String code, @NotNull @Valid Adoption body) {
        BudgetPlan plan = plan(code);
        FinancialYear year = years.field(body.financialYear(), "/financialYear");
        return idempotency.once(
                key, Map.of("path", "budget-plans/" + code + "/adoptions", "body", body), () -> Response.status(201)
                        .entity(Page.whole(adoption.adopt(plan, year).stream()
                                .map(LineView::of)
                                .toList()))
                        .build());
    }

    private BudgetPlan plan(String code) {
        wholeService.required();
        return plans.find(code).orElseThrow(Refusal::notFound);
    }

    private long editable(String code, String ifMatch) {
        BudgetPlan plan = plan(code);
        long expected = Version.required(ifMatch);
        if (plan.approval().isPresent()) {
            throw Refusal.conflict("plan-approved", "The plan is approved: draft another.");
        }
        Version.check(expected, plan.version());
        return expected;
    }

    private BudgetPlan checked(BudgetPlan plan) {
        for (int i = 0; i < plan.lines().size(); i++) {
            String scheme = plan.lines().get(i).scheme();
            if (scheme != null && schemes.find(scheme).isEmpty()) {
                throw new RuleBroken("scheme-unknown", "/lines/" + i + "/scheme", "There is no such scheme.");
            }
        }
        return plan;
    }
}
