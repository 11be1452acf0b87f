package uk.jointdesk.finance.bill.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uk.jointdesk.finance.access.EntryOrder;
import uk.jointdesk.finance.access.WholeService;
import uk.jointdesk.finance.bill.domain.BillDraft;
import uk.jointdesk.finance.bill.domain.BillingRun;
import uk.jointdesk.finance.bill.store.BillingRuns;
import uk.jointdesk.finance.year.web.YearParameter;
import uk.jointdesk.kit.idempotency.Idempotency;
import uk.jointdesk.kit.paging.Cursor;
import uk.jointdesk.kit.paging.Limit;
import uk.jointdesk.kit.paging.Page;
import uk.jointdesk.kit.problem.Refusal;
import uk.jointdesk.kit.scope.Roles;

@Path("/api/v1/billing-runs")
@Tag(name = "Bills")
public class BillingRunsResource {
    private final BillingRuns runs;
    private final Drafting drafting;
    private final Issuing issuing;
    private final YearParameter years;
    private final WholeService wholeService;
    private final Idempotency idempotency;

    public BillingRunsResource(
            BillingRuns runs,
            Drafting drafting,
            Issuing issuing,
            YearParameter years,
            WholeService wholeService,
            Idempotency idempotency) {
        this.runs = runs;
        this.drafting = drafting;
        this.issuing = issuing;
        this.years = years;
        this.wholeService = wholeService;
        this.idempotency = idempotency;
    }

    /** @param issuedOn the day on the bills; today unless told */
    @Schema(name = "IssueInput")
    public record IssueInput(LocalDate issuedOn) {}

    @GET
    @RolesAllowed({Roles.FINANCE_OFFICER, Roles.BOARD_MEMBER, Roles.AUDITOR, Roles.SUITE_SERVICE})
    @Operation(operationId = "listBillingRuns", summary = "Billing runs in the order they were drafted")
    @APIResponse(responseCode = "200", description = "A page of runs without their bills")
    public Page<RunView> list(
            @QueryParam("financialYear") String financialYear,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor) {
        wholeService.required();
        int most = Limit.of(limit);
        List<BillingRuns.Entered> found = runs.page(years.optional(financialYear), EntryOrder.after(cursor), most + 1);
        return Page.of(found, most, last -> Cursor.encode(Long.toString(last.entered())))
                .map(entered -> RunView.of(entered.run(), null));
    }

    @GET
    @Path("{id}")
    @RolesAllowed({Roles.FINANCE_OFFICER, Roles.BOARD_MEMBER, Roles.AUDITOR, Roles.SUITE_SERVICE})
    @Operation(operationId = "oneBillingRun", summary = "A billing run with its bills")
    @APIResponse(responseCode = "200", description = "The run")
    @APIResponse(responseCode = "404", description = "There is none")
    public RunView one(@PathParam("id") UUID id) {
        return view(run(id));
    }

    @POST
    @RolesAllowed(Roles.FINANCE_OFFICER)
    @Operation(
            operationId = "draftBillingRun",
            summary = "Draft the bills of a year",
            description = "An ESTIMATE bills the budget, a TRUE_UP what was spent, each less what was billed before; a"
                    + " REFUND gives money back in the ratio in force on a day; an EXIT settles with a partner that"
                    + " leaves. Sums are divided into instalments by largest remainder. Nothing is billed until the run"
                    + " is issued.")
    @APIResponse(
            responseCode = "201",
            description = "The draft with its bills",
            headers = @Header(name = "Location", description = "Where it is read"),
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = RunView.class)))
    @APIResponse(responseCode = "422", description = "Nothing is due, or a rule is broken")
    public Response draft(@HeaderParam("Idempotency-Key") String key, @NotNull @Valid RunInput body) {
        wholeService.required();
        return idempotency.once(key, body, () -> drafted(body));
    }

    private Response drafted(RunInput body) {
        BillingRun run = new BillingRun(
                UUID.randomUUID(),
                years.field(body.financialYear(), "/financialYear"),
                body.kind(),
                body.upTo(),
                body.note(),
                body.instalments().plan(),
                body.refundOfKind(),
                body.exitOfKind(),
                issuing.mark(),
                null);
        List<BillDraft> drafts = drafting.bills(run);
        if (drafts.isEmpty()) {
            throw Refusal.refused("nothing-due", "Everybody was billed what is due.");
        }
        runs.add(run, drafts);
        return Response.created(URI.create("/api/v1/billing-runs/" + run.id()))
                .entity(view(run))
                .build();
    }

    @POST
    @Path("{id}/issue")
    @RolesAllowed(Roles.FINANCE_OFFICER)
    @Operation(
            operationId = "issueBillingRun",
            summary = "Issue the bills of a draft",
            description = "Gives them their numbers, without a gap per partner and year, and posts them to the ledger."
                    + " Issued bills never change.")
    @APIResponse(
            responseCode = "200",
            description = "The run with its bills, which have their numbers now",
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = RunView.class)))
    @APIResponse(responseCode = "409", description = "It was decided before, or its figures have changed")
    public Response issue(
            @HeaderParam("Idempotency-Key") String key, @PathParam("id") UUID id, @Valid IssueInput body) {
        BillingRun run = run(id);
        return idempotency.once(key, Arrays.asList(id, "issue", body), () -> {
            issuing.issue(run, body == null ? null : body.issuedOn());
            return Response.ok(view(run(id))).build();
        });
    }

    @POST
    @Path("{id}/discard")
    @RolesAllowed(Roles.FINANCE_OFFICER)
    @Operation(operationId = "discardBillingRun", summary = "Discard a draft")
    @APIResponse(
            responseCode = "200",
            description = "The run, discarded",
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = RunView.class)))
    @APIResponse(responseCode = "409", description = "It was decided before")
    public Response discard(@HeaderParam("Idempotency-Key") String key, @PathParam("id") UUID id) {
        BillingRun run = run(id);
        return idempotency.once(key, List.of(id, "discard"), () -> {
            issuing.discard(run);
            return Response.ok(view(run(id))).build();
        });
    }

    private BillingRun run(UUID id) {
        wholeService.required();
        return runs.find(id).orElseThrow(Refusal::notFound);
    }

    private RunView view(BillingRun run) {
        return RunView.of(run, runs.bills(run.id()));
    }
}
