package uk.jointdesk.finance.covid.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import uk.jointdesk.finance.apportionment.domain.Members;
import uk.jointdesk.finance.apportionment.domain.Scheme;
import uk.jointdesk.finance.apportionment.store.Schemes;
import uk.jointdesk.finance.covid.domain.CovidCost;
import uk.jointdesk.finance.covid.domain.CovidExpenditure;
import uk.jointdesk.finance.partner.store.FundingPartners;
import uk.jointdesk.finance.posting.store.PostedCosts;
import uk.jointdesk.finance.year.domain.FinancialYear;

/** Covid-19 spend as the ledger has it on a day. */
@ApplicationScoped
public class CovidFacts {
    private final PostedCosts costs;
    private final Schemes schemes;
    private final FundingPartners register;

    public CovidFacts(PostedCosts costs, Schemes schemes, FundingPartners register) {
        this.costs = costs;
        this.schemes = schemes;
        this.register = register;
    }

    public CovidExpenditure on(LocalDate day) {
        LocalDate yearBegins = FinancialYear.containing(day).from();
        List<CovidCost> toDate = costs.covid(day);
        List<CovidCost> before = toDate.stream()
                .filter(cost -> cost.postedOn().isBefore(yearBegins))
                .toList();
        Map<String, Scheme> schemesByCode = schemes.byCode();
        Members members = register.members();
        return CovidExpenditure.of(
                CovidCost.borne(before, schemesByCode, members), CovidCost.borne(toDate, schemesByCode, members));
    }
}
