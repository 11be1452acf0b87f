package uk.jointdesk.finance.apportionment.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import uk.jointdesk.finance.driver.domain.Months;
import uk.jointdesk.finance.money.domain.Fraction;

/**
 * One time that weights were to be read again: what had moved, and what came of it. It is kept when nothing came of it,
 * too, since "the weights stay" is a finding.
 *
 * @param inForce number of the version in force
 * @param version number of the version it led to, or null where the weights stay
 */
public record Rebasing(
        int number,
        int inForce,
        LocalDate from,
        Months months,
        Fraction tolerancePoints,
        List<Movement> movements,
        Integer version,
        Instant recordedAt,
        String recordedBy) {

    public enum Outcome {
        WEIGHTS_STAY,
        RE_SPLIT
    }

    public Outcome outcome() {
        return version == null ? Outcome.WEIGHTS_STAY : Outcome.RE_SPLIT;
    }
}
