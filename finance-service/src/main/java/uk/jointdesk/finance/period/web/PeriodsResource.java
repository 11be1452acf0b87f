package uk.jointdesk.finance.period.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uk.jointdesk.finance.access.WholeService;
import uk.jointdesk.finance.period.domain.PeriodClose;
import uk.jointdesk.finance.period.store.PeriodCloses;
import uk.jointdesk.finance.period.store.PeriodEnd;
import uk.jointdesk.finance.year.domain.FinancialYear;
import uk.jointdesk.finance.year.domain.Period;
import uk.jointdesk.finance.year.store.FinancialYears;
import uk.jointdesk.finance.year.web.YearParameter;
import uk.jointdesk.kit.idempotency.Idempotency;
import uk.jointdesk.kit.paging.Page;
import uk.jointdesk.kit.problem.Refusal;
import uk.jointdesk.kit.scope.Caller;
import uk.jointdesk.kit.scope.Roles;

@Path("/api/v1/periods")
@Tag(name = "Ledger")
public class PeriodsResource {
    private final PeriodEnd periodEnd;
    private final PeriodCloses closes;
    private final FinancialYears register;
    private final YearParameter years;
    private final WholeService wholeService;
    private final Idempotency idempotency;
    private final Caller caller;

    public PeriodsResource(
            PeriodEnd periodEnd,
            PeriodCloses closes,
            FinancialYears register,
            YearParameter years,
            WholeService wholeService,
            Idempotency idempotency,
            Caller caller) {
        this.periodEnd = periodEnd;
        this.closes = closes;
        this.register = register;
        this.years = years;
        this.wholeService = wholeService;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({Roles.FINANCE_OFFICER, Roles.BOARD_MEMBER, Roles.AUDITOR, Roles.SUITE_SERVICE})
    @Operation(
            operationId = "listPeriods",
            summary = "Periods of a year, open or closed, with what each close froze",
            description = "P1 is April, P12 March; P13 holds the closing entries of the year.")
    public Page<PeriodView> list(@QueryParam("financialYear") String financialYear) {
        wholeService.required();
        FinancialYear year = years.required(financialYear);
        Map<Period, PeriodClose> closed =
                closes.of(year).stream().collect(Collectors.toMap(PeriodClose::period, Function.identity()));
        return Page.whole(IntStream.rangeClosed(1, Period.CLOSING)
                .mapToObj(number -> new Period(year, number))
                .map(period ->
                        closed.containsKey(period) ? PeriodView.closed(closed.get(period)) : PeriodView.open(period))
                .toList());
    }

    @POST
    @Path("{financialYear}/{period}/close")
    @RolesAllowed(Roles.FINANCE_OFFICER)
    @Operation(
            operationId = "closePeriod",
            summary = "Close a period for good and answer what that froze",
            description = "Periods of a year close in order; closing P13 closes the year. Nothing is posted to a closed"
                    + " period by any path: a journal that is under way is in before the close, or refused.")
    @APIResponse(
            responseCode = "200",
            description = "Closed, with what that froze",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PeriodView.class)))
    @APIResponse(responseCode = "404", description = "No such period of an opened year")
    @APIResponse(responseCode = "409", description = "It was closed before, or an earlier one is open")
    public Response close(
            @HeaderParam("Idempotency-Key") String key,
            @PathParam("financialYear") String financialYear,
            @PathParam("period") String number) {
        wholeService.required();
        Period period = period(financialYear, number);
        periodEnd.prepare();
        return idempotency.once(
                key,
                Map.of("path", "periods/" + period.year().code() + "/" + period.number() + "/close"),
                () -> Response.ok(PeriodView.closed(periodEnd.close(period, caller.client())))
                        .build());
    }

    private Period period(String financialYear, String number) {
        FinancialYear year = FinancialYear.parse(financialYear)
                .filter(register.all()::contains)
                .orElseThrow(Refusal::notFound);
        if (!number.matches("[1-9]|1[0-3]")) {
            throw Refusal.notFound();
        }
        return new Period(year, Integer.parseInt(number));
    }
}
