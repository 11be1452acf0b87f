package uk.jointdesk.finance.explanation.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.function.Predicate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uk.jointdesk.finance.apportionment.domain.DividedCost;
import uk.jointdesk.finance.apportionment.domain.SchemeRecord;
import uk.jointdesk.finance.apportionment.domain.TermCost;
import uk.jointdesk.finance.apportionment.domain.UnexplainedFall;
import uk.jointdesk.finance.apportionment.store.Schemes;
import uk.jointdesk.finance.budget.domain.CostPool;
import uk.jointdesk.finance.contribution.domain.Basis;
import uk.jointdesk.finance.contribution.domain.YearFacts;
import uk.jointdesk.finance.contribution.store.ContributionFacts;
import uk.jointdesk.finance.driver.store.DriverValues;
import uk.jointdesk.finance.explanation.domain.PoolCourse;
import uk.jointdesk.finance.money.web.MoneyView;
import uk.jointdesk.finance.year.domain.FinancialYear;
import uk.jointdesk.finance.year.domain.Period;
import uk.jointdesk.finance.year.web.YearParameter;
import uk.jointdesk.kit.paging.Page;
import uk.jointdesk.kit.problem.FieldError;
import uk.jointdesk.kit.problem.Refusal;
import uk.jointdesk.kit.scope.Caller;
import uk.jointdesk.kit.scope.PartnerScope;
import uk.jointdesk.kit.scope.Roles;

@Path("/api/v1/apportionments")
@Tag(name = "Apportionment")
public class ExplanationResource {
    private final ContributionFacts facts;
    private final Schemes schemes;
    private final DriverValues values;
    private final YearParameter years;
    private final Caller caller;

    public ExplanationResource(
            ContributionFacts facts, Schemes schemes, DriverValues values, YearParameter years, Caller caller) {
        this.facts = facts;
        this.schemes = schemes;
        this.values = values;
        this.years = years;
        this.caller = caller;
    }

    @GET
    @Path("explanation")
    @RolesAllowed({Roles.BOROUGH_CLIENT, Roles.FINANCE_OFFICER, Roles.BOARD_MEMBER, Roles.AUDITOR, Roles.SUITE_SERVICE})
    @Operation(
            operationId = "explanation",
            summary = "Why each partner pays what it pays of one budget line",
            description =
                    "Per dated term: method, version, driver values with their source, total weight, the exact quota"
                            + " and who got the odd pennies. A council sees its own and all the others as one.")
    @APIResponse(responseCode = "200", description = "The sum that leads to each share, term by term")
    @APIResponse(responseCode = "400", description = "A parameter is missing or misspelt")
    @APIResponse(responseCode = "404", description = "The year is not open, or has no such line")
    public ExplanationView explanation(
            @QueryParam("financialYear") String financialYear,
            @QueryParam("line") String line,
            @QueryParam("basis") String basis,
            @QueryParam("period") Integer period) {
        FinancialYear year = years.required(financialYear);
        int upTo = years.period(period);
        Basis on = basis(basis);
        YearFacts known = facts.of(year, upTo);
        CostPool pool = known.pools().stream()
                .filter(candidate -> candidate.code().equals(line))
                .findFirst()
                .orElseThrow(Refusal::notFound);
        int last = on == Basis.BUDGET ? Period.CLOSING : upTo;
        DividedCost divided =
                new PoolCourse(pool, known, on).toDate(List.of(last)).get(0);
        return new ExplanationView(
                year.code(),
                pool.code(),
                pool.title(),
                on,
                last,
                pool.scheme(),
                MoneyView.of(divided.total()),
                ExplanationView.Remainder.LARGEST,
                divided.terms().stream().map(term -> term(term, pool, known)).toList());
    }

    private ExplanationView.TermView term(TermCost term, CostPool pool, YearFacts known) {
        int number = term.term().version().number();
        SchemeRecord.Version version = schemes.find(pool.scheme())
                .flatMap(scheme -> scheme.version(number))
                .orElseThrow();
        return new TermExplanation(term, version, values.behind(pool.scheme(), number), known.members(), visible())
                .view();
    }

    private Predicate<String> visible() {
        PartnerScope scope = caller.scope();
        return partner -> scope.all() || scope.covers(partner);
    }

    /**
     * An amount to date that fell by a penny although the cost grew.
     *
     * @param month of the period in which it fell
     */
    @Schema(name = "UnexplainedFall")
    public record FallView(
            String line,
            int period,
            YearMonth month,
            LocalDate termFrom,
            int version,
            String partner,
            UnexplainedFall.Kind kind,
            MoneyView costBefore,
            MoneyView costAfter,
            MoneyView before,
            MoneyView after,
            MoneyView fall) {
        static FallView of(CostPool pool, PoolCourse.Fall found) {
            return new FallView(
                    pool.code(),
                    found.period(),
                    YearMonth.from(
                            new Period(pool.year(), found.period()).span().from()),
                    found.after().term().span().from(),
                    found.after().term().version().number(),
                    found.fall().partner(),
                    found.fall().kind(),
                    MoneyView.of(found.before().cost()),
                    MoneyView.of(found.after().cost()),
                    MoneyView.of(found.fall().before()),
                    MoneyView.of(found.fall().after()),
                    MoneyView.of(found.fall().fall()));
        }
    }

    @GET
    @Path("alabama-report")
    @RolesAllowed({Roles.BOROUGH_CLIENT, Roles.FINANCE_OFFICER, Roles.BOARD_MEMBER, Roles.AUDITOR, Roles.SUITE_SERVICE})
    @Operation(
            operationId = "alabamaReport",
            summary = "Where in a year a partner's share to date fell although the cost grew",
            description =
                    "The price of largest remainder, known as the Alabama paradox: it is always one penny, and named"
                            + " here so that nobody has to find it. A council sees its own falls.")
    @APIResponse(responseCode = "200", description = "Each fall with what was before and after it; there may be none")
    @APIResponse(responseCode = "400", description = "A parameter is missing or misspelt")
    @APIResponse(responseCode = "404", description = "The year is not open")
    public Page<FallView> alabamaReport(
            @QueryParam("financialYear") String financialYear,
            @QueryParam("line") String line,
            @QueryParam("basis") String basis) {
        FinancialYear year = years.required(financialYear);
        Basis on = basis(basis);
        YearFacts known = facts.of(year, Period.CLOSING);
        return Page.whole(known.pools().stream()
                .filter(pool -> line == null || pool.code().equals(line))
                .flatMap(pool -> new PoolCourse(pool, known, on)
                        .falls(Period.CLOSING).stream().map(fall -> FallView.of(pool, fall)))
                .filter(fall -> visible().test(fall.partner()))
                .toList());
    }

    private static Basis basis(String written) {
        try {
            return written == null ? Basis.BUDGET : Basis.valueOf(written);
        } catch (IllegalArgumentException unknown) {
            throw Refusal.malformed(
                    "basis-unknown", "BUDGET or ACTUAL.", FieldError.query("basis", "BUDGET or ACTUAL"));
        }
    }
}
