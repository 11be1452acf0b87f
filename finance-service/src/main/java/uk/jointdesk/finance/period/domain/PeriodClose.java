package uk.jointdesk.finance.period.domain;

import java.time.Instant;
import java.util.List;
import uk.jointdesk.finance.chain.domain.Chain;
import uk.jointdesk.finance.money.domain.Money;
import uk.jointdesk.finance.posting.domain.Account;
import uk.jointdesk.finance.year.domain.Period;

/**
 * What the close of a period froze.
 *
 * @param closedBy client that closed it
 * @param journals how many the period holds
 * @param totals what was posted to each account in the period
 * @param chain the end of the chain when every journal of the period was in it
 */
public record PeriodClose(
        Period period, Instant closedAt, String closedBy, long journals, List<Total> totals, Chain chain) {

    /** Sums of one account, both above zero. */
    public record Total(Account account, Money debits, Money credits) {}
}
