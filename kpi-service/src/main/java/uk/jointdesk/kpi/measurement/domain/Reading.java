package uk.jointdesk.kpi.measurement.domain;

import java.time.YearMonth;
import java.util.Optional;
import uk.jointdesk.kpi.register.domain.Kpi;
import uk.jointdesk.kpi.register.domain.RuleBroken;
import uk.jointdesk.kpi.register.domain.Source;
import uk.jointdesk.kpi.register.domain.Unit;

/**
 * A measurement as it is handed in.
 *
 * @param supersedes the measurement it corrects, or null for the first of its month
 */
public record Reading(YearMonth month, long numerator, long denominator, String evidence, Long supersedes) {

    /** Refuses what cannot be a measurement of this indicator, or not yet. */
    public void check(Kpi kpi, YearMonth thisMonth) {
        rule(
                kpi.definition().source() == Source.MEASURED,
                "kpi-counts-tickets",
                "",
                "is counted from tickets and takes no measurements");
        rule(!month.isAfter(thisMonth), "month-not-begun", "/month", "has not begun");
        rule(kpi.measuredIn(month), "kpi-not-measured-then", "/month", "is not a month in which it is measured");
        rule(numerator >= 0, "measurement-refused", "/numerator", "is below zero");
        rule(denominator >= 0, "measurement-refused", "/denominator", "is below zero");
        long most = kpi.unit() == Unit.PERCENT || denominator == 0 ? denominator : Long.MAX_VALUE;
        rule(numerator <= most, "measurement-refused", "/numerator", "is more than the denominator");
        rule(!evidence.isBlank(), "measurement-refused", "/evidence", "is required: where the figures come from");
    }

    /** Refuses a second first measurement, and a correction of anything but the measurement that stands. */
    public void checkPlace(Optional<Measurement> standing) {
        Long expected = standing.map(Measurement::id).orElse(null);
        if (supersedes == null && expected != null) {
            throw new OutOfPlace(
                    "measurement-exists", "The month is measured; to correct it name " + expected + " in supersedes.");
        }
        if (supersedes != null && !supersedes.equals(expected)) {
            throw new OutOfPlace("measurement-superseded", "It is not the measurement that stands for this month.");
        }
    }

    private static void rule(boolean kept, String code, String pointer, String message) {
        if (!kept) {
            throw new RuleBroken(code, pointer, message);
        }
    }
}
