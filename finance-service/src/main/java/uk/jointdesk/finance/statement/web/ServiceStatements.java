package uk.jointdesk.finance.statement.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import uk.jointdesk.finance.access.WholeService;
import uk.jointdesk.finance.statement.domain.CovidStatement;
import uk.jointdesk.finance.statement.domain.MonitoringStatement;
import uk.jointdesk.finance.statement.domain.Statement;
import uk.jointdesk.finance.statement.domain.ThreeYearsStatement;
import uk.jointdesk.finance.statement.store.CovidYears;
import uk.jointdesk.finance.statement.store.StatementFacts;
import uk.jointdesk.finance.year.domain.FinancialYear;
import uk.jointdesk.finance.year.domain.Period;
import uk.jointdesk.finance.year.web.YearParameter;

/** Statements about the service as a whole, for callers that may see every partner. */
@ApplicationScoped
class ServiceStatements {
    private final StatementFacts facts;
    private final CovidYears covid;
    private final YearParameter years;
    private final WholeService wholeService;

    ServiceStatements(StatementFacts facts, CovidYears covid, YearParameter years, WholeService wholeService) {
        this.facts = facts;
        this.covid = covid;
        this.years = years;
        this.wholeService = wholeService;
    }

    Statement monitoring(String financialYear, Integer period) {
        Period upTo = upTo(financialYear, period);
        Instant asAt = facts.ledgerAsAt();
        return MonitoringStatement.of(facts.positions(upTo.year(), upTo.number()), upTo, asAt);
    }

    Statement covid(String financialYear) {
        Period upTo = upTo(financialYear, null);
        Instant asAt = facts.ledgerAsAt();
        return CovidStatement.of(covid.upTo(upTo.year()), covid.areSharesAssumed(upTo.year()), asAt);
    }

    Statement threeYears(String financialYear, Integer period) {
        Period upTo = upTo(financialYear, period);
        Instant asAt = facts.ledgerAsAt();
        int middle = upTo.year().startsIn();
        List<ThreeYearsStatement.Year> three = IntStream.rangeClosed(middle - 1, middle + 1)
                .mapToObj(FinancialYear::new)
                .map(year -> year(year, upTo))
                .toList();
        return ThreeYearsStatement.of(three, upTo, asAt);
    }

    private ThreeYearsStatement.Year year(FinancialYear year, Period upTo) {
        int period = year.equals(upTo.year()) ? upTo.number() : Period.CLOSING;
        return new ThreeYearsStatement.Year(year, facts.positions(year, period));
    }

    private Period upTo(String financialYear, Integer period) {
        wholeService.required();
        return new Period(years.required(financialYear), years.period(period));
    }
}
