package uk.jointdesk.finance.commitment.web;

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
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uk.jointdesk.finance.access.WholeService;
import uk.jointdesk.finance.budget.web.LineParameter;
import uk.jointdesk.finance.commitment.domain.OrderEvent;
import uk.jointdesk.finance.commitment.domain.PurchaseOrder;
import uk.jointdesk.finance.commitment.store.PurchaseOrders;
import uk.jointdesk.finance.posting.store.Journals;
import uk.jointdesk.finance.refusal.domain.RuleBroken;
import uk.jointdesk.finance.year.domain.FinancialYear;
import uk.jointdesk.finance.year.web.DayParameter;
import uk.jointdesk.finance.year.web.YearParameter;
import uk.jointdesk.kit.idempotency.Idempotency;
import uk.jointdesk.kit.paging.Cursor;
import uk.jointdesk.kit.paging.Limit;
import uk.jointdesk.kit.paging.Page;
import uk.jointdesk.kit.problem.Refusal;
import uk.jointdesk.kit.scope.Caller;
import uk.jointdesk.kit.scope.Roles;

@Path("/api/v1/commitments")
@Tag(name = "Commitments", description = "Orders placed and not yet paid, and costs of a period without an invoice")
public class CommitmentsResource {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private final PurchaseOrders orders;
    private final Journals journals;
    private final LineParameter lines;
    private final YearParameter years;
    private final WholeService wholeService;
    private final Idempotency idempotency;
    private final Caller caller;
    private final Clock clock;

    public CommitmentsResource(
            PurchaseOrders orders,
            Journals journals,
            LineParameter lines,
            YearParameter years,
            WholeService wholeService,
            Idempotency idempotency,
            Caller caller,
            Clock clock) {
        this.orders = orders;
        this.journals = journals;
        this.lines = lines;
        this.years = years;
        this.wholeService = wholeService;
        this.idempotency = idempotency;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @RolesAllowed({Roles.FINANCE_OFFICER, Roles.BOARD_MEMBER, Roles.AUDITOR, Roles.SUITE_SERVICE})
    @Operation(operationId = "listCommitments", summary = "Orders by reference, as at a day")
    public Page<CommitmentView> list(
            @QueryParam("financialYear") String financialYear,
            @QueryParam("budgetLine") String budgetLine,
            @QueryParam("asAt") String asAt,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor) {
        wholeService.required();
        int most = Limit.of(limit);
        LocalDate day = day(asAt);
        String after = cursor == null ? null : Cursor.decode(cursor, 1).get(0);
        List<PurchaseOrder> found = orders.page(years.optional(financialYear), budgetLine, after, most + 1);
        return Page.of(found, most, last -> Cursor.encode(last.reference()))
                .map(order -> CommitmentView.of(order, day));
    }

    @GET
    @Path("{reference}")
    @RolesAllowed({Roles.FINANCE_OFFICER, Roles.BOARD_MEMBER, Roles.AUDITOR, Roles.SUITE_SERVICE})
    @Operation(operationId = "readCommitment", summary = "One order with everything that happened to it")
    public CommitmentView one(@PathParam("reference") String reference, @QueryParam("asAt") String asAt) {
        wholeService.required();
        return CommitmentView.of(order(reference), day(asAt));
    }

    @POST
    @RolesAllowed(Roles.FINANCE_OFFICER)
    @Operation(
            operationId = "raiseCommitment",
            summary = "Raise an order",
            description = "Its open amount is a commitment of the budget line.")
    @APIResponse(
            responseCode = "201",
            description = "Raised",
            headers = @Header(name = "Location", description = "Where it is read"),
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = CommitmentView.class)))
    @APIResponse(responseCode = "409", description = "The reference is taken")
    public Response raise(@HeaderParam("Idempotency-Key") String key, @NotNull @Valid CommitmentInput.New body) {
        wholeService.required();
        FinancialYear year = years.field(body.financialYear(), "/financialYear");
        lines.chargeable(year, body.budgetLine(), body.partner());
        PurchaseOrder order = body.order(year);
        return idempotency.once(key, body, () -> {
            if (!orders.raise(order, caller.client())) {
                throw Refusal.conflict("commitment-exists", "There is an order " + body.reference() + ".");
            }
            return answer(body.reference());
        });
    }

    @POST
    @Path("{reference}/events")
    @RolesAllowed(Roles.FINANCE_OFFICER)
    @Operation(
            operationId = "recordCommitmentEvent",
            summary = "Change an order, receive or invoice a part of it, or cancel what is left",
            description = "Invoices that an extract brings with the order's reference count by themselves.")
    @APIResponse(
            responseCode = "201",
            description = "The order after the event",
            headers = @Header(name = "Location", description = "Where it is read"),
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = CommitmentView.class)))
    @APIResponse(responseCode = "409", description = "The invoice's journal belongs to an order already")
    public Response happen(
            @HeaderParam("Idempotency-Key") String key,
            @PathParam("reference") String reference,
            @NotNull @Valid CommitmentInput.Event body) {
        wholeService.required();
        order(reference);
        OrderEvent event = body.event();
        checkJournal(event.journal());
        return idempotency.once(key, body, () -> {
            orders.add(reference, event, caller.client());
            return answer(reference);
        });
    }

    private void checkJournal(UUID journal) {
        if (journal == null) {
            return;
        }
        if (journals.find(journal).isEmpty()) {
            throw new RuleBroken("journal-unknown", "/journal", "There is no such journal.");
        }
        if (orders.isMatched(journal)) {
            throw Refusal.conflict("invoice-matched", "The journal belongs to an order already.");
        }
    }

    private Response answer(String reference) {
        return Response.created(URI.create("/api/v1/commitments/" + reference))
                .entity(CommitmentView.of(order(reference), DayParameter.LATEST))
                .build();
    }

    private PurchaseOrder order(String reference) {
        return orders.find(reference).orElseThrow(Refusal::notFound);
    }

    private LocalDate day(String written) {
        return DayParameter.of(
                "asAt", written, () -> clock.instant().atZone(LONDON).toLocalDate());
    }
}
