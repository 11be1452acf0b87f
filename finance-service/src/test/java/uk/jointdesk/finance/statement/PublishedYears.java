package uk.jointdesk.finance.statement;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import uk.jointdesk.finance.apportionment.domain.Formula;
import uk.jointdesk.finance.apportionment.domain.Members;
import uk.jointdesk.finance.apportionment.domain.Membership;
import uk.jointdesk.finance.apportionment.domain.Method;
import uk.jointdesk.finance.apportionment.domain.Scheme;
import uk.jointdesk.finance.apportionment.domain.SchemeRecord;
import uk.jointdesk.finance.apportionment.domain.SchemeVersion;
import uk.jointdesk.finance.apportionment.domain.Standing;
import uk.jointdesk.finance.apportionment.domain.WeightSource;
import uk.jointdesk.finance.budget.domain.CostPool;
import uk.jointdesk.finance.budget.domain.PoolKind;
import uk.jointdesk.finance.contribution.domain.Basis;
import uk.jointdesk.finance.contribution.domain.Contribution;
import uk.jointdesk.finance.contribution.domain.Contributions;
import uk.jointdesk.finance.contribution.domain.OwnAndOthers;
import uk.jointdesk.finance.contribution.domain.YearFacts;
import uk.jointdesk.finance.covid.domain.CovidExpenditure;
import uk.jointdesk.finance.forecast.domain.Forecast;
import uk.jointdesk.finance.forecast.domain.ForecastMethod;
import uk.jointdesk.finance.forecast.domain.LineYear;
import uk.jointdesk.finance.forecast.domain.SpendProfile;
import uk.jointdesk.finance.fund.domain.FundCost;
import uk.jointdesk.finance.money.domain.Fraction;
import uk.jointdesk.finance.money.domain.Money;
import uk.jointdesk.finance.monitoring.domain.LinePosition;
import uk.jointdesk.finance.posting.domain.Account;
import uk.jointdesk.finance.posting.domain.PostedCost;
import uk.jointdesk.finance.statement.domain.AssumedShares;
import uk.jointdesk.finance.statement.domain.ContributionFigures;
import uk.jointdesk.finance.statement.domain.ContributionStatement;
import uk.jointdesk.finance.statement.domain.CovidStatement;
import uk.jointdesk.finance.statement.domain.MonitoringStatement;
import uk.jointdesk.finance.statement.domain.Statement;
import uk.jointdesk.finance.statement.domain.ThreeYearsStatement;
import uk.jointdesk.finance.year.domain.FinancialYear;
import uk.jointdesk.finance.year.domain.Period;

/** The statements of the published years, from the facts that the service starts with. */
public final class PublishedYears {
    public static final Instant AS_AT = Instant.parse("2021-06-30T09:00:00Z");
    public static final FinancialYear Y2017 = new FinancialYear(2017);
    public static final FinancialYear Y2018 = new FinancialYear(2018);
    public static final FinancialYear Y2020 = new FinancialYear(2020);
    public static final FinancialYear Y2021 = new FinancialYear(2021);
    private static final Map<String, String> USERS = Map.of("LBB", "3120", "LBL", "2480", "LH", "500", "LBS", "4275");
    public static final Members MEMBERS = Members.of(List.of(
            Membership.always("LBB"),
            Membership.always("LBL"),
            new Membership("LH", "LBL", null, null),
            new Membership("LBS", null, LocalDate.of(2017, 11, 1), null)));
    private static final Standing APPROVED = new Standing(
            "finance", AS_AT, new Standing.Decision(Standing.Outcome.APPROVED, "as published", AS_AT, "board"));
    private static final SchemeRecord BASE = new SchemeRecord(
            "STS-BASE",
            "Base",
            List.of(
                    version(1, LocalDate.of(2016, 4, 1), Method.FIXED_PERCENT, Map.of("LBB", "50", "LBL", "50"), false),
                    version(
                            2,
                            LocalDate.of(2017, 11, 1),
                            Method.EQUAL,
                            Map.of("LBB", "1", "LBL", "1", "LBS", "1"),
                            true),
                    version(3, LocalDate.of(2018, 4, 1), Method.DRIVER, USERS, true)));
    private static final SchemeRecord COVID = new SchemeRecord(
            "STS-COVID", "Covid-19", List.of(version(1, LocalDate.of(2020, 3, 1), Method.DRIVER, USERS, true)));

    private PublishedYears() {}

    private static SchemeRecord.Version version(
            int number, LocalDate from, Method method, Map<String, String> weights, boolean assumption) {
        TreeMap<String, Fraction> exact = new TreeMap<>();
        weights.forEach((partner, weight) -> exact.put(partner, Fraction.of(new BigDecimal(weight))));
        Formula formula = Formula.of(method, exact);
        return new SchemeRecord.Version(
                new SchemeVersion(number, from, formula), "test", assumption, WeightSource.GIVEN, APPROVED);
    }

    public static CostPool pool(FinancialYear year, String code, PoolKind kind, String budget, boolean assumption) {
        String scheme = kind == PoolKind.COVID ? "STS-COVID" : "STS-BASE";
        return new CostPool(
                year, code, "The " + code, kind, Money.parse(budget), scheme, "Minutes, section 4", assumption);
    }

    public static LinePosition position(CostPool pool, String actual, Forecast forecast) {
        return position(pool, Money.parse(actual), forecast, 12);
    }

    public static LinePosition position(CostPool pool, Money actual, Forecast forecast, int upTo) {
        Money toDate = new LineYear(pool.budget(), Map.of()).budgetTo(upTo, SpendProfile.EVEN);
        return new LinePosition(pool, toDate, actual, Money.ZERO, Money.ZERO, forecast);
    }

    public static Forecast forecast(String line, Money amount, String cause) {
        return new Forecast(
                1, line, amount, 1, 2, ForecastMethod.MANUAL, null, "reason", cause, null, "Minutes", AS_AT, "finance");
    }

    public static List<LinePosition> positions2020() {
        return List.of(
                position(pool(Y2020, "BASE", PoolKind.BASE, "14600000.00", false), "14598500.00", null),
                position(pool(Y2020, "COVID", PoolKind.COVID, "0.00", false), "954800.00", null));
    }

    public static List<LinePosition> positions2021() {
        Forecast over = forecast("BASE", Money.parse("14645000.00"), "Agency staff until permanent posts are filled");
        return List.of(
                position(pool(Y2021, "BASE", PoolKind.BASE, "14600000.00", true), Money.ZERO, over, 2),
                position(pool(Y2021, "COVID", PoolKind.COVID, "0.00", false), Money.parse("20700.00"), null, 2));
    }

    public static Statement monitoring2020() {
        return MonitoringStatement.of(positions2020(), new Period(Y2020, 13), AS_AT);
    }

    public static Statement monitoring2021() {
        return MonitoringStatement.of(positions2021(), new Period(Y2021, 2), AS_AT);
    }

    public static Statement threeYears() {
        List<ThreeYearsStatement.Year> years = List.of(
                new ThreeYearsStatement.Year(Y2020, positions2020()),
                new ThreeYearsStatement.Year(Y2021, positions2021()),
                new ThreeYearsStatement.Year(new FinancialYear(2022), List.of()));
        return ThreeYearsStatement.of(years, new Period(Y2021, 2), AS_AT);
    }

    public static Statement covid2021() {
        List<FundCost> costs = List.of(covid(Y2020, 12, "954800.00"), covid(Y2021, 2, "20700.00"));
        List<CovidStatement.Year> years = List.of(
                new CovidStatement.Year(Y2020, spend(List.of(), costs.subList(0, 1))),
                new CovidStatement.Year(Y2021, spend(costs.subList(0, 1), costs)));
        return CovidStatement.of(years, true, AS_AT);
    }

    private static FundCost covid(FinancialYear year, int period, String amount) {
        var month = new Period(year, period).span();
        return new FundCost(month.to(), month, Account.EXPENDITURE, "STS-COVID", null, Money.parse(amount));
    }

    private static CovidExpenditure spend(List<FundCost> before, List<FundCost> toDate) {
        return CovidExpenditure.of(
                FundCost.borne(before, schemes(), MEMBERS), FundCost.borne(toDate, schemes(), MEMBERS), Map.of());
    }

    public static Map<String, Scheme> schemes() {
        return Map.of(BASE.code(), BASE.scheme(), COVID.code(), COVID.scheme());
    }

    /** Southwark joins on 1 November 2017, in a year that costs 3.4m. */
    public static Statement southwark2017() {
        CostPool base = pool(Y2017, "BASE", PoolKind.BASE, "3400000.00", true);
        return contribution("LBS", "Southwark", Basis.BUDGET, Y2017, List.of(base), List.of());
    }

    /** Lewisham with Lewisham Homes in it, and two direct charges. */
    public static Statement lewisham2018() {
        CostPool base = pool(Y2018, "BASE", PoolKind.BASE, "14600000.00", true);
        List<PostedCost> charges = List.of(
                new PostedCost("BASE", new Period(Y2018, 3), "LBL", Money.parse("1200.10")),
                new PostedCost("BASE", new Period(Y2018, 4), "LH", Money.parse("300.05")));
        return contribution("LBL", "Lewisham", Basis.BUDGET, Y2018, List.of(base), charges);
    }

    public static Statement contribution(
            String partner,
            String name,
            Basis basis,
            FinancialYear year,
            List<CostPool> pools,
            List<PostedCost> posted) {
        YearFacts facts = new YearFacts(year, pools, schemes(), MEMBERS, posted);
        Contributions all = Contributions.of(facts, basis);
        List<Contribution> seen = OwnAndOthers.of(all, partner::equals);
        ContributionFigures figures = new ContributionFigures(
                name,
                seen.get(0),
                seen.size() > 1 ? seen.get(1) : null,
                basis,
                new Period(year, 13),
                AssumedShares.in(List.of(BASE, COVID)));
        return ContributionStatement.of(figures, AS_AT);
    }

    public static List<Statement> all() {
        return List.of(monitoring2020(), monitoring2021(), threeYears(), covid2021(), southwark2017(), lewisham2018());
    }
}
