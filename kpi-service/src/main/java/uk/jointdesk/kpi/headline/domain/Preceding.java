package uk.jointdesk.kpi.headline.domain;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import uk.jointdesk.kpi.period.domain.Range;

/** The range just before another: as many months where it is whole months, else as many days. */
public final class Preceding {

    private Preceding() {}

    public static Range of(Range range) {
        LocalDate end = range.from().minusDays(1);
        boolean wholeMonths =
                range.from().getDayOfMonth() == 1 && range.to().plusDays(1).getDayOfMonth() == 1;
        if (wholeMonths) {
            return new Range(range.from().minusMonths(range.months().size()), end);
        }
        long days = ChronoUnit.DAYS.between(range.from(), range.to());
        return new Range(end.minusDays(days), end);
    }
}
