package uk.jointdesk.kpi.credit.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;

/**
 * A time in which no service credits are taken, as at the start of Covid-19. Points are still counted.
 *
 * @param to last day, or null until further notice
 * @param client the client that recorded it
 * @param subject the opaque subject behind the client
 */
public record Suspension(
        String family,
        LocalDate from,
        LocalDate to,
        String reason,
        String ccn,
        Instant recordedAt,
        String client,
        String subject) {

    /** A month is suspended when its last day is. */
    public boolean covers(YearMonth month) {
        LocalDate last = month.atEndOfMonth();
        return !last.isBefore(from) && (to == null || !last.isAfter(to));
    }
}
