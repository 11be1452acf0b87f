package uk.jointdesk.finance.contribution.domain;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import uk.jointdesk.finance.money.domain.Money;
import uk.jointdesk.finance.posting.domain.PostedCost;

/**
 * What every partner pays for a year. A pure function of the facts; the same facts give the same pennies. Costs, income
 * and credits are each divided to the penny, so what partners pay adds up to costs less income less credits.
 *
 * @param items by code of the billed partner, ascending
 */
public record Contributions(Basis basis, List<Contribution> items) {

    public static Contributions of(YearFacts facts, Basis basis) {
        List<PostedCost> spent = facts.spent();
        Divided divided = new Divided(
                SharedByPartner.costs(facts, basis, spent),
                DirectByPartner.of(spent, facts.members()),
                SharedByPartner.income(facts, basis),
                DirectByPartner.of(facts.income(), facts.members()),
                SharedByPartner.credits(facts, basis));
        return new Contributions(
                basis, divided.partners().stream().map(divided::contribution).toList());
    }

    private record Divided(
            SharedByPartner costs,
            DirectByPartner charges,
            SharedByPartner income,
            DirectByPartner own,
            SharedByPartner credits) {

        SortedSet<String> partners() {
            SortedSet<String> partners = new TreeSet<>(costs.partners());
            partners.addAll(charges.partners());
            partners.addAll(income.partners());
            partners.addAll(own.partners());
            partners.addAll(credits.partners());
            return partners;
        }

        Contribution contribution(String partner) {
            return new Parts(
                            costs.of(partner),
                            charges.of(partner),
                            income.of(partner),
                            own.of(partner),
                            credits.of(partner))
                    .contribution(partner);
        }
    }

    public Money total() {
        return Money.sum(items.stream().map(Contribution::total).toList());
    }
}
