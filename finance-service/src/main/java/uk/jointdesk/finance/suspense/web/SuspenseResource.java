package uk.jointdesk.finance.suspense.web;

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
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uk.jointdesk.finance.access.WholeService;
import uk.jointdesk.finance.money.domain.Money;
import uk.jointdesk.finance.money.web.MoneyView;
import uk.jointdesk.finance.refusal.domain.RuleBroken;
import uk.jointdesk.finance.suspense.domain.SuspenseItem;
import uk.jointdesk.finance.suspense.store.SuspenseRegister;
import uk.jointdesk.kit.idempotency.Idempotency;
import uk.jointdesk.kit.paging.Cursor;
import uk.jointdesk.kit.paging.Limit;
import uk.jointdesk.kit.paging.Page;
import uk.jointdesk.kit.problem.Refusal;
import uk.jointdesk.kit.scope.Roles;

@Path("/api/v1/suspense")
@Tag(name = "Imports")
public class SuspenseResource {
    private static final int MOST_AT_ONCE = 1000;
    private final SuspenseRegister register;
    private final Clearance clearance;
    private final WholeService wholeService;
    private final Idempotency idempotency;

    public SuspenseResource(
            SuspenseRegister register, Clearance clearance, WholeService wholeService, Idempotency idempotency) {
        this.register = register;
        this.clearance = clearance;
        this.wholeService = wholeService;
        this.idempotency = idempotency;
    }

    /** @param left whether more items of this code wait: send it again */
    @Schema(name = "SuspenseCleared")
    public record Cleared(int items, MoneyView amount, boolean left) {}

    @GET
    @RolesAllowed({Roles.FINANCE_OFFICER, Roles.BOARD_MEMBER, Roles.AUDITOR, Roles.SUITE_SERVICE})
    @Operation(
            operationId = "listSuspense",
            summary = "Payments in suspense with the codes nobody knew, in the order they came")
    public Page<SuspenseView> list(
            @Parameter(description = "WAITING (as without it) or ALL") @QueryParam("status") String status,
            @QueryParam("source") String source,
            @QueryParam("costCentre") String costCentre,
            @QueryParam("expense") String expense,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor) {
        wholeService.required();
        int most = Limit.of(limit);
        var filter = new SuspenseRegister.Filter(!"ALL".equals(status), source, costCentre, expense);
        List<SuspenseItem> found = register.page(filter, after(cursor), most + 1);
        return Page.of(found, most, last -> Cursor.encode(Long.toString(last.entered())))
                .map(SuspenseView::of);
    }

    private static long after(String cursor) {
        try {
            return cursor == null ? 0 : Long.parseLong(Cursor.decode(cursor, 1).get(0));
        } catch (NumberFormatException notOurs) {
            throw Cursor.invalid();
        }
    }

    @GET
    @Path("{id}")
    @RolesAllowed({Roles.FINANCE_OFFICER, Roles.BOARD_MEMBER, Roles.AUDITOR, Roles.SUITE_SERVICE})
    @Operation(operationId = "readSuspenseItem", summary = "One payment in suspense")
    public SuspenseView one(@PathParam("id") UUID id) {
        wholeService.required();
        return SuspenseView.of(item(id));
    }

    @POST
    @Path("{id}/clearing")
    @RolesAllowed(Roles.FINANCE_OFFICER)
    @Operation(
            operationId = "clearSuspenseItem",
            summary = "Post a payment in suspense to the line it belongs to",
            description =
                    "A journal takes it out of SUSPENSE; it can be cleared once. A wrong clearing is reversed like"
                            + " any journal, and the payment waits again.")
    @APIResponse(
            responseCode = "201",
            description = "Cleared",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = SuspenseView.class)))
    @APIResponse(responseCode = "409", description = "Cleared before")
    public Response clear(
            @HeaderParam("Idempotency-Key") String key, @PathParam("id") UUID id, @NotNull @Valid ClearingInput body) {
        wholeService.required();
        SuspenseItem item = item(id);
        return idempotency.once(key, body, () -> {
            clearance.clear(item, body);
            return Response.status(201).entity(SuspenseView.of(item(id))).build();
        });
    }

    @POST
    @Path("clearings")
    @RolesAllowed(Roles.FINANCE_OFFICER)
    @Operation(
            operationId = "clearSuspense",
            summary = "Post all payments in suspense with one of the sender's codes to a line",
            description = "At most 1,000 at once, the oldest first; the answer says whether more wait.")
    @APIResponse(
            responseCode = "200",
            description = "How many were cleared, and whether more wait",
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Cleared.class)))
    public Response clearAll(@HeaderParam("Idempotency-Key") String key, @NotNull @Valid ClearingInput.Many body) {
        wholeService.required();
        if (body.costCentre() == null && body.expense() == null) {
            throw new RuleBroken("code-missing", "/costCentre", "Name the cost centre or the expense type to clear.");
        }
        return idempotency.once(key, body, () -> Response.ok(clearAll(body)).build());
    }

    private Cleared clearAll(ClearingInput.Many body) {
        var filter = new SuspenseRegister.Filter(true, body.source(), body.costCentre(), body.expense());
        List<SuspenseItem> found = register.page(filter, 0, MOST_AT_ONCE + 1);
        List<SuspenseItem> taken = found.subList(0, Math.min(MOST_AT_ONCE, found.size()));
        taken.forEach(item -> clearance.clear(item, body.clearing()));
        Money amount = Money.sum(taken.stream().map(SuspenseItem::amount).toList());
        return new Cleared(taken.size(), MoneyView.of(amount), found.size() > taken.size());
    }

    private SuspenseItem item(UUID id) {
        return register.find(id).orElseThrow(Refusal::notFound);
    }
}
