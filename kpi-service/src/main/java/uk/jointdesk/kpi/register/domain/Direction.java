package uk.jointdesk.kpi.register.domain;

import uk.jointdesk.kpi.ratio.domain.Fraction;

/** Which way a figure gets better. */
public enum Direction {
    HIGHER_IS_BETTER,
    LOWER_IS_BETTER;

    /** Whether a value is at the level or on the better side of it. */
    public boolean reaches(Fraction value, Fraction level) {
        return compare(value, level) >= 0;
    }

    /** Above zero when the first value is better than the second, zero when they are equal. */
    public int compare(Fraction value, Fraction other) {
        return this == HIGHER_IS_BETTER ? value.compareTo(other) : other.compareTo(value);
    }
}
