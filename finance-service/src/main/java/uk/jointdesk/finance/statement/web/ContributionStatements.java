package uk.jointdesk.finance.statement.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import uk.jointdesk.finance.apportionment.store.Schemes;
import uk.jointdesk.finance.contribution.domain.Basis;
import uk.jointdesk.finance.contribution.domain.Contribution;
import uk.jointdesk.finance.contribution.domain.Contributions;
import uk.jointdesk.finance.contribution.domain.OwnAndOthers;
import uk.jointdesk.finance.contribution.store.ContributionFacts;
import uk.jointdesk.finance.partner.domain.FundingPartner;
import uk.jointdesk.finance.partner.store.FundingPartners;
import uk.jointdesk.finance.statement.domain.AssumedShares;
import uk.jointdesk.finance.statement.domain.ContributionFigures;
import uk.jointdesk.finance.statement.domain.ContributionStatement;
import uk.jointdesk.finance.statement.domain.Statement;
import uk.jointdesk.finance.statement.store.StatementFacts;
import uk.jointdesk.finance.year.domain.FinancialYear;
import uk.jointdesk.finance.year.domain.Period;
import uk.jointdesk.finance.year.web.YearParameter;
import uk.jointdesk.kit.problem.FieldError;
import uk.jointdesk.kit.problem.Refusal;
import uk.jointdesk.kit.scope.Caller;

/** A council's statement for whoever may read it; for everybody else there is none, whatever else is asked. */
@ApplicationScoped
class ContributionStatements {
    private final ContributionFacts facts;
    private final StatementFacts ledger;
    private final Schemes schemes;
    private final FundingPartners register;
    private final YearParameter years;
    private final Caller caller;

    ContributionStatements(
            ContributionFacts facts,
            StatementFacts ledger,
            Schemes schemes,
            FundingPartners register,
            YearParameter years,
            Caller caller) {
        this.facts = facts;
        this.ledger = ledger;
        this.schemes = schemes;
        this.register = register;
        this.years = years;
        this.caller = caller;
    }

    Statement of(String partner, String financialYear, String basis, Integer period) {
        if (!caller.scope().covers(partner)) {
            throw Refusal.notFound();
        }
        String name = register.find(partner).map(FundingPartner::name).orElseThrow(Refusal::notFound);
        FinancialYear year = years.required(financialYear);
        Period upTo = new Period(year, years.period(period));
        Instant asAt = ledger.ledgerAsAt();
        Contributions all = Contributions.of(facts.of(year, upTo.number()), basis(basis));
        return ContributionStatement.of(figures(partner, name, all, upTo), asAt);
    }

    private ContributionFigures figures(String partner, String name, Contributions all, Period upTo) {
        List<Contribution> seen = OwnAndOthers.of(all, partner::equals);
        if (seen.isEmpty() || !seen.get(0).partner().equals(partner)) {
            throw Refusal.notFound();
        }
        Contribution others = seen.size() > 1 ? seen.get(1) : null;
        AssumedShares assumed = AssumedShares.in(schemes.all());
        return new ContributionFigures(name, seen.get(0), others, all.basis(), upTo, assumed);
    }

    private static Basis basis(String written) {
        try {
            return written == null ? Basis.BUDGET : Basis.valueOf(written);
        } catch (IllegalArgumentException unknown) {
            throw Refusal.malformed(
                    "basis-unknown",
                    "Contributions are worked out on BUDGET or on ACTUAL.",
                    FieldError.query("basis", "BUDGET or ACTUAL"));
        }
    }
}
