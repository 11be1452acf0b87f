package uk.jointdesk.finance.contribution.domain;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import uk.jointdesk.finance.apportionment.domain.Members;
import uk.jointdesk.finance.apportionment.domain.Scheme;
import uk.jointdesk.finance.budget.domain.CostPool;
import uk.jointdesk.finance.money.domain.Money;
import uk.jointdesk.finance.posting.domain.PostedCost;
import uk.jointdesk.finance.year.domain.FinancialYear;
import uk.jointdesk.finance.year.domain.Period;

/**
 * Everything a year's contributions follow from.
 *
 * @param pools by line code, ascending
 * @param posted costs of the year up to the period asked for, less income
 * @param income contained in them: what was received or granted, above zero
 * @param credits service credits of the same periods
 */
public record YearFacts(
        FinancialYear year,
        List<CostPool> pools,
        Map<String, Scheme> schemes,
        Members members,
        List<PostedCost> posted,
        List<PostedCost> income,
        List<PeriodCredit> credits) {

    /** A year in which nothing is known of income and credits: costs are divided net. */
    public YearFacts(
            FinancialYear year,
            List<CostPool> pools,
            Map<String, Scheme> schemes,
            Members members,
            List<PostedCost> posted) {
        this(year, pools, schemes, members, posted, List.of(), List.of());
    }

    /** What was spent, before any income. */
    List<PostedCost> spent() {
        Map<Place, Money> earned = new HashMap<>();
        income.forEach(one -> earned.merge(Place.of(one), one.amount(), Money::plus));
        return posted.stream()
                .map(net -> new PostedCost(
                        net.line(),
                        net.period(),
                        net.partner(),
                        net.amount().plus(earned.getOrDefault(Place.of(net), Money.ZERO))))
                .toList();
    }

    /** What costs and income of the same line, period and partner have in common. */
    private record Place(String line, Period period, String partner) {
        static Place of(PostedCost cost) {
            return new Place(cost.line(), cost.period(), cost.partner());
        }
    }
}
