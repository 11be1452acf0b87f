package uk.jointdesk.finance.covid.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uk.jointdesk.finance.covid.domain.CovidExpenditure;
import uk.jointdesk.finance.covid.store.CovidFacts;
import uk.jointdesk.finance.money.web.MoneyView;
import uk.jointdesk.finance.year.domain.FinancialYear;
import uk.jointdesk.finance.year.web.DayParameter;
import uk.jointdesk.kit.scope.Caller;
import uk.jointdesk.kit.scope.PartnerScope;
import uk.jointdesk.kit.scope.Roles;

@Path("/api/v1/covid-expenditure")
@Tag(name = "Contributions")
public class CovidResource {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private final CovidFacts facts;
    private final Caller caller;
    private final Clock clock;

    public CovidResource(CovidFacts facts, Caller caller, Clock clock) {
        this.facts = facts;
        this.caller = caller;
        this.clock = clock;
    }

    /** @param total of the items; absent for a council, which sees its own and OTHERS */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record View(
            LocalDate asAt,
            String financialYear,
            List<Row> items,
            Amounts total,
            @JsonInclude(JsonInclude.Include.ALWAYS) String next) {}

    /**
     * @param inYear of the cumulative sum, what fell in the financial year of the day
     * @param claimed of the cumulative sum, back from whoever pays for it
     */
    public record Row(String partner, MoneyView inYear, MoneyView cumulative, MoneyView claimed, MoneyView unclaimed) {
        static Row of(CovidExpenditure.Row row) {
            return new Row(
                    row.partner(),
                    MoneyView.of(row.inYear()),
                    MoneyView.of(row.cumulative()),
                    MoneyView.of(row.claimed()),
                    MoneyView.of(row.unclaimed()));
        }
    }

    public record Amounts(MoneyView inYear, MoneyView cumulative, MoneyView claimed, MoneyView unclaimed) {
        static Amounts of(CovidExpenditure.Row row) {
            return new Amounts(
                    MoneyView.of(row.inYear()),
                    MoneyView.of(row.cumulative()),
                    MoneyView.of(row.claimed()),
                    MoneyView.of(row.unclaimed()));
        }
    }

    @GET
    @RolesAllowed({Roles.BOROUGH_CLIENT, Roles.FINANCE_OFFICER, Roles.BOARD_MEMBER, Roles.AUDITOR, Roles.SUITE_SERVICE})
    @Operation(
            operationId = "readCovidExpenditure",
            summary = "Covid-19 spend up to a day: cumulative, in that day's financial year, claimed and unclaimed",
            description = "A council sees its own and all the others as one row OTHERS.")
    public View spend(@QueryParam("asAt") String asAt) {
        LocalDate day = DayParameter.of(
                "asAt", asAt, () -> clock.instant().atZone(LONDON).toLocalDate());
        CovidExpenditure all = facts.on(day);
        PartnerScope scope = caller.scope();
        CovidExpenditure seen = scope.all() ? all : all.ownAndOthers(scope::covers);
        return new View(
                day,
                FinancialYear.containing(day).code(),
                seen.items().stream().map(Row::of).toList(),
                scope.all() ? Amounts.of(all.total()) : null,
                null);
    }
}
