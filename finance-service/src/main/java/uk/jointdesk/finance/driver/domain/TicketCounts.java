package uk.jointdesk.finance.driver.domain;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;

/**
 * Tickets logged by partner and month, as kpi-service counts them.
 *
 * @param asAt when the newest fact behind the counts was recorded; null before the first fact
 * @param answer to the byte
 */
public record TicketCounts(String asked, Definition definition, Instant asAt, String answer, List<Count> counts) {

    /** A change of what is counted is a new version. */
    public record Definition(String code, int version, String text) {}

    /** @param partner a partner code, or UNATTRIBUTED */
    public record Count(String partner, YearMonth month, long logged) {}
}
