package uk.jointdesk.kpi.comparison.domain;

import java.time.temporal.ChronoUnit;
import uk.jointdesk.kpi.period.domain.Period;
import uk.jointdesk.kpi.period.domain.Range;
import uk.jointdesk.kpi.ratio.domain.Fraction;

/**
 * How long a range is, computed and never typed: reports call five months six.
 *
 * @param months whole months and, of a month that is cut, its share of days: 14 days of a February are half a month
 */
public record Length(long days, Fraction months) {

    public static Length of(Range range) {
        Fraction months = range.months().stream().map(Length::share).reduce(Fraction.of(0, 1), Fraction::plus);
        return new Length(ChronoUnit.DAYS.between(range.from(), range.to()) + 1, months);
    }

    private static Fraction share(Period month) {
        long days = ChronoUnit.DAYS.between(month.from(), month.to()) + 1;
        return Fraction.of(days, month.from().lengthOfMonth());
    }
}
