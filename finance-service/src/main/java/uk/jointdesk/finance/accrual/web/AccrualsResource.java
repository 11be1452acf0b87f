package uk.jointdesk.finance.accrual.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uk.jointdesk.finance.access.WholeService;
import uk.jointdesk.finance.accrual.domain.Accrual;
import uk.jointdesk.finance.accrual.store.Accruals;
import uk.jointdesk.finance.budget.web.LineParameter;
import uk.jointdesk.finance.commitment.store.PurchaseOrders;
import uk.jointdesk.finance.intake.profile.CodeDocument.CodingDocument;
import uk.jointdesk.finance.money.web.MoneyInput;
import uk.jointdesk.finance.refusal.domain.RuleBroken;
import uk.jointdesk.finance.year.domain.FinancialYear;
import uk.jointdesk.finance.year.domain.Period;
import uk.jointdesk.finance.year.web.YearParameter;
import uk.jointdesk.kit.idempotency.Idempotency;
import uk.jointdesk.kit.paging.Page;
import uk.jointdesk.kit.problem.Refusal;
import uk.jointdesk.kit.scope.Caller;
import uk.jointdesk.kit.scope.Roles;

@Path("/api/v1/accruals")
@Tag(name = "Commitments")
public class AccrualsResource {
    private final Accruals accruals;
    private final PurchaseOrders orders;
    private final LineParameter lines;
    private final YearParameter years;
    private final WholeService wholeService;
    private final Idempotency idempotency;
    private final Caller caller;

    public AccrualsResource(
            Accruals accruals,
            PurchaseOrders orders,
            LineParameter lines,
            YearParameter years,
            WholeService wholeService,
            Idempotency idempotency,
            Caller caller) {
        this.accruals = accruals;
        this.orders = orders;
        this.lines = lines;
        this.years = years;
        this.wholeService = wholeService;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    /** @param order reference of the purchase order it is for; what is accrued of it is no open commitment meanwhile */
    @Schema(name = "NewAccrual")
    public record NewAccrual(
            @NotNull Accrual.Kind kind,
            @NotNull String financialYear,
            @NotNull @Min(1) @Max(13) Integer period,
            @NotNull String budgetLine,
            String partner,
            @Valid CodingDocument coding,
            @NotNull @Valid MoneyInput amount,
            @NotBlank @Size(max = 400) String description,
            String order) {

        Accrual accrual(FinancialYear year) {
            return new Accrual(
                    UUID.randomUUID(),
                    kind,
                    new Period(year, period),
                    budgetLine,
                    partner,
                    CodingDocument.of(coding),
                    amount.read("/amount"),
                    description,
                    order);
        }
    }

    @GET
    @RolesAllowed({Roles.FINANCE_OFFICER, Roles.BOARD_MEMBER, Roles.AUDITOR, Roles.SUITE_SERVICE})
    @Operation(operationId = "listAccruals", summary = "Accruals and prepayments of a year or of one period")
    public Page<AccrualView> list(
            @QueryParam("financialYear") String financialYear, @QueryParam("period") Integer period) {
        wholeService.required();
        FinancialYear year = years.required(financialYear);
        Integer only = period == null ? null : years.period(period);
        return Page.whole(accruals.of(year, only).stream().map(AccrualView::of).toList());
    }

    @GET
    @Path("{id}")
    @RolesAllowed({Roles.FINANCE_OFFICER, Roles.BOARD_MEMBER, Roles.AUDITOR, Roles.SUITE_SERVICE})
    @Operation(operationId = "readAccrual", summary = "One accrual or prepayment")
    public AccrualView one(@PathParam("id") UUID id) {
        wholeService.required();
        return accruals.find(id).map(AccrualView::of).orElseThrow(Refusal::notFound);
    }

    @POST
    @RolesAllowed(Roles.FINANCE_OFFICER)
    @Operation(
            operationId = "addAccrual",
            summary = "Count a cost in the period it belongs to",
            description =
                    "Posted to ACCRUALS on the last day of the period and taken back on the first day of the next,"
                            + " both at once.")
    @APIResponse(
            responseCode = "201",
            description = "Posted, with both journals",
            headers = @Header(name = "Location", description = "Where it is read"),
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = AccrualView.class)))
    @APIResponse(responseCode = "422", description = "The next period's year or its line is not there yet")
    public Response add(@HeaderParam("Idempotency-Key") String key, @NotNull @Valid NewAccrual body) {
        wholeService.required();
        FinancialYear year = years.field(body.financialYear(), "/financialYear");
        lines.chargeable(year, body.budgetLine(), body.partner());
        Accrual accrual = body.accrual(year);
        FinancialYear next = years.field(accrual.next().year().code(), "/period");
        lines.field(next, body.budgetLine(), "/period");
        checkOrder(body);
        return idempotency.once(key, body, () -> {
            accruals.post(accrual, caller.client());
            return Response.created(URI.create("/api/v1/accruals/" + accrual.id()))
                    .entity(one(accrual.id()))
                    .build();
        });
    }

    private void checkOrder(NewAccrual body) {
        if (body.order() != null && orders.find(body.order()).isEmpty()) {
            throw new RuleBroken("commitment-unknown", "/order", "There is no order of this reference.");
        }
    }
}
