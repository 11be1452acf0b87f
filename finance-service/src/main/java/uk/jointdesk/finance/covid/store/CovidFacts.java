package uk.jointdesk.finance.covid.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import uk.jointdesk.finance.apportionment.domain.Members;
import uk.jointdesk.finance.apportionment.domain.Scheme;
import uk.jointdesk.finance.apportionment.store.Schemes;
import uk.jointdesk.finance.covid.domain.CovidExpenditure;
import uk.jointdesk.finance.fund.domain.Fund;
import uk.jointdesk.finance.fund.domain.FundClaim;
import uk.jointdesk.finance.fund.domain.FundCost;
import uk.jointdesk.finance.fund.store.FundClaims;
import uk.jointdesk.finance.fund.store.FundCosts;
import uk.jointdesk.finance.fund.store.Funds;
import uk.jointdesk.finance.money.domain.Money;
import uk.jointdesk.finance.partner.store.FundingPartners;
import uk.jointdesk.finance.year.domain.FinancialYear;

/** Covid-19 spend as the ledger has it on a day, and what of it was claimed. */
@ApplicationScoped
public class CovidFacts {
    private final FundCosts costs;
    private final Funds funds;
    private final FundClaims claims;
    private final Schemes schemes;
    private final FundingPartners register;

    public CovidFacts(FundCosts costs, Funds funds, FundClaims claims, Schemes schemes, FundingPartners register) {
        this.costs = costs;
        this.funds = funds;
        this.claims = claims;
        this.schemes = schemes;
        this.register = register;
    }

    public CovidExpenditure on(LocalDate day) {
        LocalDate yearBegins = FinancialYear.containing(day).from();
        List<FundCost> toDate = costs.covid(day);
        List<FundCost> before = toDate.stream()
                .filter(cost -> cost.postedOn().isBefore(yearBegins))
                .toList();
        Map<String, Scheme> schemesByCode = schemes.byCode();
        Members members = register.members();
        return CovidExpenditure.of(
                FundCost.borne(before, schemesByCode, members),
                FundCost.borne(toDate, schemesByCode, members),
                claimed(day, members));
    }

    private SortedMap<String, Money> claimed(LocalDate day, Members members) {
        SortedMap<String, Money> claimed = new TreeMap<>();
        for (Funds.Versioned entry : funds.all()) {
            if (entry.fund().kind() == Fund.Kind.COVID) {
                for (FundClaim claim : claims.of(entry.fund().code(), day)) {
                    claimed.merge(members.billed(claim.partner()), claim.amount(), Money::plus);
                }
            }
        }
        return claimed;
    }
}
