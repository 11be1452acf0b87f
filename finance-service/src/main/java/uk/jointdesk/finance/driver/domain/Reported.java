package uk.jointdesk.finance.driver.domain;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.UUID;
import uk.jointdesk.finance.refusal.domain.RuleBroken;

/**
 * A value that somebody reports, before it is one.
 *
 * @param supersedes the value it means to correct, or null where only the reason says that it corrects
 * @param reason why it corrects what stands, or null where it corrects nothing
 */
public record Reported(
        DriverValue.Key key, BigDecimal value, DriverValue.Evidence evidence, UUID supersedes, String reason) {

    /** @throws RuleBroken {@code correction-incomplete}, {@code value-negative} */
    public Reported {
        if (value.signum() < 0) {
            throw new RuleBroken("value-negative", "/value", "Nobody uses less than nothing.");
        }
        if (supersedes != null && reason == null) {
            throw new RuleBroken("correction-incomplete", "/reason", "A correction says why.");
        }
    }

    /** Whether it tells nothing new. */
    public boolean repeats(DriverValue standing) {
        return standing != null && supersedes == null && standing.says(value);
    }

    /**
     * The value it becomes beside what stands for its key.
     *
     * @param standing null where nothing does
     * @throws RuleBroken {@code value-exists} when it would replace a value without a word, {@code value-superseded}
     *     when it corrects another than the one that stands
     */
    public DriverValue besides(DriverValue standing, UUID id, DriverValue.Entered entered) {
        if (standing == null && supersedes == null) {
            return new DriverValue(id, key, value, evidence, null, entered);
        }
        UUID stands = Optional.ofNullable(standing).map(DriverValue::id).orElse(null);
        if (supersedes != null && !supersedes.equals(stands)) {
            throw new RuleBroken("value-superseded", "/supersedes", "Another value stands for this month.");
        }
        if (reason == null) {
            throw new RuleBroken(
                    "value-exists", "/month", "The month has a value already; a correction says why it corrects it.");
        }
        return new DriverValue(id, key, value, evidence, new DriverValue.Correction(stands, reason), entered);
    }
}
