package uk.jointdesk.finance.driver.domain;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.UUID;
import uk.jointdesk.finance.money.domain.Fraction;

/**
 * What a driver read for one partner in one month. A value is never edited; a correction supersedes it and says why.
 *
 * @param correction null where it corrects none
 */
public record DriverValue(
        UUID id, Key key, BigDecimal value, Evidence evidence, Correction correction, Entered entered) {

    /** @param partner a partner code, or UNATTRIBUTED for usage that nobody can be billed for */
    public record Key(String driver, String partner, YearMonth month) {}

    /**
     * @param note where it can be looked up: a report, an export, a page
     * @param assumption whether nobody has counted it
     * @param pull the answer of another service it was read from, or null
     */
    public record Evidence(String source, String note, boolean assumption, UUID pull) {}

    public record Correction(UUID supersedes, String reason) {}

    public record Entered(Instant at, String by) {}

    public String partner() {
        return key.partner();
    }

    public Fraction fraction() {
        return Fraction.of(value);
    }

    /** Whether it says the same number, however many zeros are written behind it. */
    public boolean says(BigDecimal other) {
        return value.compareTo(other) == 0;
    }
}
