package uk.jointdesk.finance.balance.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uk.jointdesk.finance.access.WholeService;
import uk.jointdesk.finance.posting.domain.Posted;
import uk.jointdesk.finance.posting.web.JournalView;
import uk.jointdesk.finance.year.domain.FinancialYear;
import uk.jointdesk.finance.year.store.FinancialYears;
import uk.jointdesk.kit.idempotency.Idempotency;
import uk.jointdesk.kit.problem.Refusal;
import uk.jointdesk.kit.scope.Roles;

@Path("/api/v1/financial-years/{financialYear}/year-end")
@Tag(name = "Ledger")
public class YearEndResource {
    private final YearEnd yearEnd;
    private final FinancialYears register;
    private final WholeService wholeService;
    private final Idempotency idempotency;

    public YearEndResource(
            YearEnd yearEnd, FinancialYears register, WholeService wholeService, Idempotency idempotency) {
        this.yearEnd = yearEnd;
        this.register = register;
        this.wholeService = wholeService;
        this.idempotency = idempotency;
    }

    @GET
    @RolesAllowed({Roles.FINANCE_OFFICER, Roles.BOARD_MEMBER, Roles.AUDITOR, Roles.SUITE_SERVICE})
    @Operation(
            operationId = "readYearEnd",
            summary = "The journal that carried a year's balances into the next",
            description = "404 until that was done.")
    public JournalView one(@PathParam("financialYear") String financialYear) {
        return yearEnd.done(year(financialYear)).map(JournalView::of).orElseThrow(Refusal::notFound);
    }

    @POST
    @RolesAllowed(Roles.FINANCE_OFFICER)
    @Operation(
            operationId = "carryBalances",
            summary = "Carry the balances of a closed year into the next",
            description = "Balance sheet accounts open the next year, RESERVES with the under- or overspend. It is done"
                    + " once: asked again, it answers the journal of the first time.")
    @APIResponse(
            responseCode = "201",
            description = "The journal that opens the next year",
            headers = @Header(name = "Location", description = "Where the journal is read"),
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = JournalView.class)))
    @APIResponse(
            responseCode = "200",
            description = "It was done before: the journal of the first time",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = JournalView.class)))
    @APIResponse(responseCode = "409", description = "The year is open, or the next one is not")
    public Response carry(
            @HeaderParam("Idempotency-Key") String key, @PathParam("financialYear") String financialYear) {
        FinancialYear year = year(financialYear);
        return idempotency.once(key, Map.of("path", "year-end/" + year.code()), () -> {
            Optional<Posted> done = yearEnd.done(year);
            return done.isPresent() ? Response.ok(JournalView.of(done.get())).build() : created(yearEnd.carry(year));
        });
    }

    private static Response created(Posted opening) {
        return Response.created(
                        URI.create("/api/v1/postings/" + opening.journal().id()))
                .entity(JournalView.of(opening))
                .build();
    }

    private FinancialYear year(String written) {
        wholeService.required();
        return FinancialYear.parse(written).filter(register.all()::contains).orElseThrow(Refusal::notFound);
    }
}
