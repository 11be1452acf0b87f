package uk.jointdesk.finance.forecast.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uk.jointdesk.finance.access.WholeService;
import uk.jointdesk.finance.forecast.store.Forecasts;
import uk.jointdesk.finance.year.domain.FinancialYear;
import uk.jointdesk.finance.year.web.YearParameter;
import uk.jointdesk.kit.idempotency.Idempotency;
import uk.jointdesk.kit.paging.Page;
import uk.jointdesk.kit.problem.FieldError;
import uk.jointdesk.kit.problem.Refusal;
import uk.jointdesk.kit.scope.Roles;

@Path("/api/v1/forecasts")
@Tag(name = "Forecasts", description = "The outturn expected of a line, how it was worked out, and how good that was")
public class ForecastsResource {
    private static final int LAST_MONTH = 12;
    private final Forecasts forecasts;
    private final Forecasting forecasting;
    private final ForecastAccuracy accuracy;
    private final YearParameter years;
    private final WholeService wholeService;
    private final Idempotency idempotency;

    public ForecastsResource(
            Forecasts forecasts,
            Forecasting forecasting,
            ForecastAccuracy accuracy,
            YearParameter years,
            WholeService wholeService,
            Idempotency idempotency) {
        this.forecasts = forecasts;
        this.forecasting = forecasting;
        this.accuracy = accuracy;
        this.years = years;
        this.wholeService = wholeService;
        this.idempotency = idempotency;
    }

    @GET
    @RolesAllowed({Roles.FINANCE_OFFICER, Roles.BOARD_MEMBER, Roles.AUDITOR, Roles.SUITE_SERVICE})
    @Operation(operationId = "listForecasts", summary = "Every forecast of a year, in the order they were made")
    public Page<ForecastView> history(
            @QueryParam("financialYear") String financialYear, @QueryParam("budgetLine") String budgetLine) {
        wholeService.required();
        FinancialYear year = years.required(financialYear);
        return Page.whole(forecasts.history(year, budgetLine).stream()
                .map(forecast -> ForecastView.of(year.code(), forecast))
                .toList());
    }

    @POST
    @RolesAllowed(Roles.FINANCE_OFFICER)
    @Operation(
            operationId = "makeForecasts",
            summary = "Forecast the outturn of a line, or of all lines, by a stated method",
            description = "The latest forecast read from no later period is the one that monitoring shows.")
    @APIResponse(
            responseCode = "201",
            description = "The forecasts made and their total",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ForecastView.Made.class)))
    public Response make(@HeaderParam("Idempotency-Key") String key, @NotNull @Valid ForecastInput body) {
        wholeService.required();
        FinancialYear year = years.field(body.financialYear(), "/financialYear");
        return idempotency.once(key, body, () -> Response.status(201)
                .entity(ForecastView.Made.of(year.code(), forecasting.make(year, body)))
                .build());
    }

    @GET
    @Path("comparison")
    @RolesAllowed({Roles.FINANCE_OFFICER, Roles.BOARD_MEMBER, Roles.AUDITOR, Roles.SUITE_SERVICE})
    @Operation(
            operationId = "compareForecasts",
            summary = "What each method comes to for each line, side by side; nothing is kept")
    public Page<ForecastView.Comparison> compare(
            @QueryParam("financialYear") String financialYear,
            @QueryParam("fromPeriod") Integer fromPeriod,
            @QueryParam("toPeriod") Integer toPeriod,
            @QueryParam("profile") String profile) {
        wholeService.required();
        FinancialYear year = years.required(financialYear);
        int from = month("fromPeriod", fromPeriod == null ? 1 : fromPeriod, 1);
        int to = month("toPeriod", toPeriod == null ? LAST_MONTH : toPeriod, from);
        return Page.whole(forecasting.compare(year, from, to, profile));
    }

    private static int month(String name, int number, int least) {
        if (number < least || number > LAST_MONTH) {
            throw Refusal.malformed(
                    "period-out-of-range", "Forecasts are read from P1 to P12.", FieldError.query(name, "1 to 12"));
        }
        return number;
    }

    @GET
    @Path("accuracy")
    @RolesAllowed({Roles.FINANCE_OFFICER, Roles.BOARD_MEMBER, Roles.AUDITOR, Roles.SUITE_SERVICE})
    @Operation(
            operationId = "readForecastAccuracy",
            summary = "How far each forecast of a year was from the outturn, and the mean by the period it was read to",
            description = "Nothing is judged before the year is over.")
    public ForecastView.Accuracy accuracy(
            @QueryParam("financialYear") String financialYear, @QueryParam("budgetLine") String budgetLine) {
        wholeService.required();
        return accuracy.of(years.required(financialYear), budgetLine);
    }
}
