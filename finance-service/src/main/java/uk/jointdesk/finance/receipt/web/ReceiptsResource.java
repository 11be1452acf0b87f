package uk.jointdesk.finance.receipt.web;

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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uk.jointdesk.finance.access.WholeService;
import uk.jointdesk.finance.money.web.MoneyInput;
import uk.jointdesk.finance.receipt.domain.Receipt;
import uk.jointdesk.finance.receipt.store.Receipts;
import uk.jointdesk.kit.idempotency.Idempotency;
import uk.jointdesk.kit.paging.Cursor;
import uk.jointdesk.kit.paging.Limit;
import uk.jointdesk.kit.paging.Page;
import uk.jointdesk.kit.problem.Refusal;
import uk.jointdesk.kit.scope.Caller;
import uk.jointdesk.kit.scope.Roles;

@Path("/api/v1/receipts")
@Tag(name = "Bills")
public class ReceiptsResource {
    private final Receipts receipts;
    private final CashBook cashBook;
    private final Caller caller;
    private final WholeService wholeService;
    private final Idempotency idempotency;

    public ReceiptsResource(
            Receipts receipts, CashBook cashBook, Caller caller, WholeService wholeService, Idempotency idempotency) {
        this.receipts = receipts;
        this.cashBook = cashBook;
        this.caller = caller;
        this.wholeService = wholeService;
        this.idempotency = idempotency;
    }

    /** @param bill the invoice it pays; left out for money on account */
    @Schema(name = "ReceiptInput")
    public record ReceiptInput(
            @NotNull String partner,
            String bill,

            @NotNull @Schema(description = "Below zero for money paid back from the account")
            MoneyInput amount,

            @NotNull LocalDate receivedOn,
            @NotBlank @Size(max = 140) String reference) {}

    @GET
    @RolesAllowed({Roles.BOROUGH_CLIENT, Roles.FINANCE_OFFICER, Roles.BOARD_MEMBER, Roles.AUDITOR, Roles.SUITE_SERVICE})
    @Operation(
            operationId = "listReceipts",
            summary = "Money received from partners, by day",
            description = "A council sees its own.")
    @APIResponse(responseCode = "200", description = "A page of receipts")
    @APIResponse(responseCode = "404", description = "The partner is unknown, or not the caller's")
    public Page<ReceiptView> list(
            @QueryParam("partner") String partner,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor) {
        if (partner != null && !caller.scope().covers(partner)) {
            throw Refusal.notFound();
        }
        int most = Limit.of(limit);
        List<Receipt> found = receipts.page(partner, after(cursor), most + 1);
        return Page.of(found, most, ReceiptsResource::cursor).map(ReceiptView::of);
    }

    private static String cursor(Receipt last) {
        return Cursor.encode(last.receivedOn().toString(), last.id().toString());
    }

    private static Receipts.Place after(String cursor) {
        if (cursor == null) {
            return Receipts.Place.START;
        }
        List<String> keys = Cursor.decode(cursor, 2);
        try {
            return new Receipts.Place(LocalDate.parse(keys.get(0)), UUID.fromString(keys.get(1)));
        } catch (DateTimeException | IllegalArgumentException notOurs) {
            throw Cursor.invalid();
        }
    }

    @GET
    @Path("{id}")
    @RolesAllowed({Roles.BOROUGH_CLIENT, Roles.FINANCE_OFFICER, Roles.BOARD_MEMBER, Roles.AUDITOR, Roles.SUITE_SERVICE})
    @Operation(operationId = "oneReceipt", summary = "One receipt")
    @APIResponse(responseCode = "200", description = "The receipt")
    @APIResponse(responseCode = "404", description = "There is none, or it is not the caller's")
    public ReceiptView one(@PathParam("id") UUID id) {
        return receipts.find(id).map(ReceiptView::of).orElseThrow(Refusal::notFound);
    }

    @POST
    @RolesAllowed(Roles.FINANCE_OFFICER)
    @Operation(
            operationId = "bookReceipt",
            summary = "Book money that a partner paid, in part or in whole, or that was paid back to it",
            description = "What is beyond the invoice stays on account. It is posted to the ledger.")
    @APIResponse(
            responseCode = "201",
            description = "Booked, with what it paid",
            headers = @Header(name = "Location", description = "Where it is read"),
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ReceiptView.class)))
    @APIResponse(responseCode = "409", description = "The partner's reference was booked before")
    @APIResponse(responseCode = "422", description = "The bill is not the partner's, or a repayment is not covered")
    public Response book(@HeaderParam("Idempotency-Key") String key, @NotNull @Valid ReceiptInput body) {
        wholeService.required();
        return idempotency.once(key, body, () -> {
            ReceiptView booked = ReceiptView.of(cashBook.book(body));
            return Response.created(URI.create("/api/v1/receipts/" + booked.id()))
                    .entity(booked)
                    .build();
        });
    }
}
