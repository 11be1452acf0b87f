package uk.jointdesk.finance.fund.domain;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import uk.jointdesk.finance.apportionment.domain.Members;
import uk.jointdesk.finance.apportionment.domain.RunningCost;
import uk.jointdesk.finance.apportionment.domain.Scheme;
import uk.jointdesk.finance.money.domain.Money;
import uk.jointdesk.finance.posting.domain.Account;
import uk.jointdesk.finance.year.domain.Span;

/**
 * One sum posted to the lines of a fund.
 *
 * @param account EXPENDITURE, or INCOME, which is below zero
 * @param month of the posting's period
 * @param scheme that divides the line, or null
 * @param partner charged directly, or null
 */
public record FundCost(LocalDate postedOn, Span month, Account account, String scheme, String partner, Money amount) {

    /** What each billed partner bears of these, all years together. */
    public static SortedMap<String, Money> borne(List<FundCost> costs, Map<String, Scheme> schemes, Members members) {
        SortedMap<String, Money> borne = new TreeMap<>();
        Map<String, RunningCost> running = new HashMap<>();
        for (FundCost cost : costs) {
            if (cost.partner != null) {
                borne.merge(members.billed(cost.partner), cost.amount, Money::plus);
            } else {
                running.computeIfAbsent(cost.scheme, code -> new RunningCost(schemes.get(code), members))
                        .add(cost.month, cost.amount);
            }
        }
        running.values()
                .forEach(cost ->
                        cost.toDate().lines().forEach(line -> borne.merge(line.partner(), line.amount(), Money::plus)));
        return borne;
    }
}
