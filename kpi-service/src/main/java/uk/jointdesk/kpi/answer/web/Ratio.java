package uk.jointdesk.kpi.answer.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import uk.jointdesk.kpi.ratio.domain.Fraction;

/** A ratio as the contract writes it; of nothing there is no percentage. */
public record Ratio(
        long numerator,
        long denominator,
        @JsonInclude(JsonInclude.Include.ALWAYS) String percent) {

    public static Ratio of(long numerator, long denominator) {
        return new Ratio(
                numerator,
                denominator,
                denominator == 0 ? null : Fraction.of(numerator, denominator).percent());
    }
}
