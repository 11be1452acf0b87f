package uk.jointdesk.finance.year.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uk.jointdesk.finance.refusal.domain.RuleBroken;
import uk.jointdesk.finance.year.domain.FinancialYear;
import uk.jointdesk.finance.year.domain.Period;
import uk.jointdesk.finance.year.store.FinancialYears;
import uk.jointdesk.kit.idempotency.Idempotency;
import uk.jointdesk.kit.paging.Page;
import uk.jointdesk.kit.problem.Refusal;
import uk.jointdesk.kit.scope.Roles;

@Path("/api/v1/financial-years")
@Tag(name = "Budgets")
public class FinancialYearsResource {
    private final FinancialYears years;
    private final Idempotency idempotency;

    public FinancialYearsResource(FinancialYears years, Idempotency idempotency) {
        this.years = years;
        this.idempotency = idempotency;
    }

    public record NewYear(@NotNull String code) {}

    public record YearView(String code, LocalDate from, LocalDate to, List<PeriodView> periods) {
        static YearView of(FinancialYear year) {
            List<PeriodView> periods = IntStream.rangeClosed(1, Period.CLOSING)
                    .mapToObj(number -> PeriodView.of(new Period(year, number)))
                    .toList();
            return new YearView(year.code(), year.from(), year.to(), periods);
        }
    }

    public record PeriodView(int period, LocalDate from, LocalDate to, boolean closing) {
        static PeriodView of(Period period) {
            return new PeriodView(
                    period.number(), period.span().from(), period.span().to(), period.number() == Period.CLOSING);
        }
    }

    @GET
    @RolesAllowed({Roles.FINANCE_OFFICER, Roles.BOARD_MEMBER, Roles.AUDITOR, Roles.SUITE_SERVICE})
    @Operation(
            operationId = "listFinancialYears",
            summary = "Financial years that are open, with their periods P1 (April) to P13 (closing)")
    public Page<YearView> list() {
        return Page.whole(years.all().stream().map(YearView::of).toList());
    }

    @POST
    @RolesAllowed(Roles.FINANCE_OFFICER)
    @Operation(operationId = "openFinancialYear", summary = "Open a financial year")
    @APIResponse(
            responseCode = "201",
            description = "Open, with its periods",
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = YearView.class)))
    @APIResponse(responseCode = "409", description = "It is open already")
    public Response open(@HeaderParam("Idempotency-Key") String key, @NotNull @Valid NewYear body) {
        FinancialYear year = FinancialYear.parse(body.code())
                .orElseThrow(() ->
                        new RuleBroken("financial-year-malformed", "/code", "A financial year is written as 2020-21."));
        return idempotency.once(key, body, () -> {
            if (!years.open(year)) {
                throw Refusal.conflict("financial-year-open", year.code() + " is open already.");
            }
            return Response.status(201).entity(YearView.of(year)).build();
        });
    }
}
