package uk.jointdesk.kpi.register.domain;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * How a result becomes a rating, from a day on. The Act names the ratings and leaves "close" and "far below" to the
 * buyer, so the rule says it.
 *
 * @param margin percentage points past the minimum level (without one, the target) from which a result is far below
 */
public record RatingRule(int version, LocalDate from, BigDecimal margin, String source) {

    /** The rule in words, to stand beside the rating. */
    public String text() {
        return "Good: the target level is met. Approaching target: the minimum level is met, the target is not. Requires"
                + " improvement: neither is met. Inadequate: worse than the level agreed as inadequate or, for"
                + " percentages without one, worse than the minimum (else the target) by more than "
                + margin.toPlainString() + " percentage points. Other: nothing measured or no level agreed.";
    }
}
