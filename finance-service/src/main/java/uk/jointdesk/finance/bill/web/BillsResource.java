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
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uk.jointdesk.finance.access.WholeService;
import uk.jointdesk.finance.bill.domain.Bill;
import uk.jointdesk.finance.bill.store.Bills;
import uk.jointdesk.finance.year.web.YearParameter;
import uk.jointdesk.kit.idempotency.Idempotency;
import uk.jointdesk.kit.paging.Cursor;
import uk.jointdesk.kit.paging.Limit;
import uk.jointdesk.kit.paging.Page;
import uk.jointdesk.kit.problem.Refusal;
import uk.jointdesk.kit.scope.Caller;
import uk.jointdesk.kit.scope.Roles;

@Path("/api/v1/bills")
@Tag(name = "Bills")
public class BillsResource {
    private final Bills bills;
    private final Issuing issuing;
    private final YearParameter years;
    private final Caller caller;
    private final WholeService wholeService;
    private final Idempotency idempotency;

    public BillsResource(
            Bills bills,
            Issuing issuing,
            YearParameter years,
            Caller caller,
            WholeService wholeService,
            Idempotency idempotency) {
        this.bills = bills;
        this.issuing = issuing;
        this.years = years;
        this.caller = caller;
        this.wholeService = wholeService;
        this.idempotency = idempotency;
    }

    @GET
    @RolesAllowed({Roles.BOROUGH_CLIENT, Roles.FINANCE_OFFICER, Roles.BOARD_MEMBER, Roles.AUDITOR, Roles.SUITE_SERVICE})
    @Operation(
            operationId = "listBills",
            summary = "Bills that were issued",
            description = "By year, partner and number. A council sees its own.")
    @APIResponse(responseCode = "200", description = "A page of bills")
    @APIResponse(responseCode = "404", description = "The partner is unknown, or not the caller's")
    public Page<BillView> list(
            @QueryParam("financialYear") String financialYear,
            @QueryParam("partner") String partner,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor) {
        if (partner != null && !caller.scope().covers(partner)) {
            throw Refusal.notFound();
        }
        int most = Limit.of(limit);
        Bills.Wanted wanted = new Bills.Wanted(years.optional(financialYear), partner);
        return Page.of(bills.page(wanted, after(cursor), most + 1), most, last -> cursor(last.place()))
                .map(placed -> BillView.of(placed.bill()));
    }

    private static String cursor(Bills.Place place) {
        return Cursor.encode(place.year(), place.partner(), Integer.toString(place.ordinal()));
    }

    private static Bills.Place after(String cursor) {
        if (cursor == null) {
            return Bills.Place.START;
        }
        List<String> keys = Cursor.decode(cursor, 3);
        try {
            return new Bills.Place(keys.get(0), keys.get(1), Integer.parseInt(keys.get(2)));
        } catch (NumberFormatException notOurs) {
            throw Cursor.invalid();
        }
    }

    @GET
    @Path("{number}")
    @RolesAllowed({Roles.BOROUGH_CLIENT, Roles.FINANCE_OFFICER, Roles.BOARD_MEMBER, Roles.AUDITOR, Roles.SUITE_SERVICE})
    @Operation(operationId = "oneBill", summary = "One bill with the sums that lead to it")
    @APIResponse(responseCode = "200", description = "The bill")
    @APIResponse(responseCode = "404", description = "There is none, or it is not the caller's")
    public BillView one(@PathParam("number") String number) {
        return bills.find(number).map(BillView::of).orElseThrow(Refusal::notFound);
    }

    @POST
    @Path("{number}/credit-note")
    @RolesAllowed(Roles.FINANCE_OFFICER)
    @Operation(
            operationId = "creditBill",
            summary = "Take an invoice back by a credit note, whole or in part",
            description = "In part: so much of some lines, never more than is left of each. Whose a part is of the"
                    + " partner and its sub-bodies goes by what is left of theirs. What is right is billed by another run,"
                    + " which bills what is due less what was billed.")
    @APIResponse(
            responseCode = "201",
            description = "The credit note",
            headers = @Header(name = "Location", description = "Where it is read"),
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = BillView.class)))
    @APIResponse(responseCode = "404", description = "There is no such bill")
    @APIResponse(responseCode = "409", description = "All of it was taken back before")
    @APIResponse(responseCode = "422", description = "More than is left, or another rule is broken")
    public Response credit(
            @HeaderParam("Idempotency-Key") String key,
            @PathParam("number") String number,
            @NotNull @Valid CreditNoteInput body) {
        wholeService.required();
        Bill bill = bills.find(number).orElseThrow(Refusal::notFound);
        return idempotency.once(key, List.of(number, body), () -> {
            String credited = issuing.credit(bill, body, issuing.dayOr(body.issuedOn()));
            return Response.created(URI.create("/api/v1/bills/" + credited))
                    .entity(one(credited))
                    .build();
        });
    }
}
