package uk.jointdesk.finance.statement.domain;

import java.time.Instant;
import uk.jointdesk.finance.year.domain.FinancialYear;
import uk.jointdesk.finance.year.domain.Period;

/**
 * What a statement is about.
 *
 * @param kind which statement it is: budget-monitoring, contribution, covid, three-years
 * @param partner whose it is; null for the whole service
 * @param upTo the last period counted
 * @param basis what its amounts are worked out from, in one sentence
 * @param asAt when the ledger it was read from last changed, not when it was printed; null for an empty ledger
 */
public record Heading(String kind, String title, String partner, Period upTo, String basis, Instant asAt) {

    public FinancialYear year() {
        return upTo.year();
    }

    /** The same for the same statement of the same ledger. */
    public String identity() {
        return kind + "/" + (partner == null ? "" : partner + "/") + year().code() + "/P" + upTo.number();
    }
}
