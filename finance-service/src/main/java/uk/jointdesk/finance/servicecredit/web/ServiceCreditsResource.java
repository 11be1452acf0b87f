package uk.jointdesk.finance.servicecredit.web;

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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uk.jointdesk.finance.access.EntryOrder;
import uk.jointdesk.finance.access.WholeService;
import uk.jointdesk.finance.servicecredit.domain.ServiceCredit;
import uk.jointdesk.finance.servicecredit.store.ServiceCredits;
import uk.jointdesk.finance.year.web.YearParameter;
import uk.jointdesk.kit.idempotency.Idempotency;
import uk.jointdesk.kit.paging.Cursor;
import uk.jointdesk.kit.paging.Limit;
import uk.jointdesk.kit.paging.Page;
import uk.jointdesk.kit.problem.Refusal;
import uk.jointdesk.kit.scope.Roles;

@Path("/api/v1/service-credits")
@Tag(name = "Contributions")
public class ServiceCreditsResource {
    private final ServiceCredits credits;
    private final TakenOver takenOver;
    private final YearParameter years;
    private final WholeService wholeService;
    private final Idempotency idempotency;

    public ServiceCreditsResource(
            ServiceCredits credits,
            TakenOver takenOver,
            YearParameter years,
            WholeService wholeService,
            Idempotency idempotency) {
        this.credits = credits;
        this.takenOver = takenOver;
        this.years = years;
        this.wholeService = wholeService;
        this.idempotency = idempotency;
    }

    @GET
    @RolesAllowed({Roles.FINANCE_OFFICER, Roles.BOARD_MEMBER, Roles.AUDITOR, Roles.SUITE_SERVICE})
    @Operation(
            operationId = "listServiceCredits",
            summary = "Service credits in the order they were taken over",
            description = "Superseded ones stay listed; only one that nothing supersedes counts.")
    @APIResponse(responseCode = "200", description = "A page of service credits")
    public Page<CreditView> list(
            @QueryParam("financialYear") String financialYear,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor) {
        wholeService.required();
        int most = Limit.of(limit);
        List<ServiceCredits.Entered> found =
                credits.page(years.optional(financialYear), EntryOrder.after(cursor), most + 1);
        return Page.of(found, most, last -> Cursor.encode(Long.toString(last.entered())))
                .map(entered -> CreditView.of(entered.credit()));
    }

    @GET
    @Path("{id}")
    @RolesAllowed({Roles.FINANCE_OFFICER, Roles.BOARD_MEMBER, Roles.AUDITOR, Roles.SUITE_SERVICE})
    @Operation(operationId = "oneServiceCredit", summary = "One service credit with its evidence")
    @APIResponse(responseCode = "200", description = "The service credit")
    @APIResponse(responseCode = "404", description = "There is none")
    public CreditView one(@PathParam("id") UUID id) {
        wholeService.required();
        return credits.find(id).map(CreditView::of).orElseThrow(Refusal::notFound);
    }

    @POST
    @RolesAllowed(Roles.FINANCE_OFFICER)
    @Operation(
            operationId = "takeOverServiceCredit",
            summary = "Take a month's service credit over from the performance service",
            description = "Asked anew, the same answer changes nothing (200); another one is recorded as a restatement,"
                    + " which needs a cause (201).")
    @APIResponse(
            responseCode = "201",
            description = "Taken over",
            headers = @Header(name = "Location", description = "Where it is read"),
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = CreditView.class)))
    @APIResponse(
            responseCode = "200",
            description = "Nothing has changed since it was taken over",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = CreditView.class)))
    @APIResponse(responseCode = "422", description = "No such points, or a restatement without a cause")
    @APIResponse(responseCode = "503", description = "The performance service gives no usable answer")
    public Response takeOver(@HeaderParam("Idempotency-Key") String key, @NotNull @Valid CreditInput body) {
        wholeService.required();
        // Asked before the transaction, which is then short however long the answer takes.
        ServiceCredit asked = takenOver.ask(body);
        return idempotency.once(key, body, () -> takenOver
                .record(asked, body.cause())
                .map(ServiceCreditsResource::created)
                .orElseGet(() -> unchanged(asked)));
    }

    private static Response created(ServiceCredit credit) {
        return Response.created(URI.create("/api/v1/service-credits/" + credit.id()))
                .entity(CreditView.of(credit))
                .build();
    }

    private Response unchanged(ServiceCredit asked) {
        return Response.ok(credits.current(asked.period(), asked.family())
                        .map(CreditView::of)
                        .orElseThrow())
                .build();
    }
}
