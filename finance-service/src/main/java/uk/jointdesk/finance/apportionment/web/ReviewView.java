package uk.jointdesk.finance.apportionment.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.jointdesk.finance.apportionment.domain.Movement;
import uk.jointdesk.finance.apportionment.domain.Rebasing;
import uk.jointdesk.finance.apportionment.domain.Review;
import uk.jointdesk.finance.driver.domain.Months;
import uk.jointdesk.finance.money.domain.Fraction;
import uk.jointdesk.finance.money.web.ExactNumber;
import uk.jointdesk.finance.money.web.RatioView;

/**
 * Whether a scheme is to be looked at again.
 *
 * @param months of the values compared, absent where there are none
 */
@Schema(name = "SchemeReview")
public record ReviewView(
        String scheme,
        LocalDate asAt,
        boolean due,
        List<Review.Reason> reasons,
        int versionInForce,
        LocalDate reviewOn,
        ExactNumber tolerancePoints,
        MonthsView months,
        List<MovementView> movements) {

    static ReviewView of(String scheme, Review review) {
        Fraction tolerance = review.inForce().weights().tolerancePoints();
        return new ReviewView(
                scheme,
                review.asAt(),
                !review.reasons().isEmpty(),
                review.reasons(),
                review.inForce().version().number(),
                review.inForce().weights().reviewOn(),
                tolerance == null ? null : ExactNumber.of(tolerance),
                MonthsView.of(review.months()),
                review.movements().stream().map(MovementView::of).toList());
    }

    @Schema(name = "Months")
    public record MonthsView(YearMonth from, YearMonth to) {
        static MonthsView of(Months months) {
            return months == null ? null : new MonthsView(months.from(), months.to());
        }
    }

    /** @param points percentage points between the two, rounded half up for people; the ratios decide */
    @Schema(name = "DriverMovement")
    public record MovementView(String driver, String partner, RatioView inForce, RatioView read, String points) {
        static MovementView of(Movement movement) {
            Fraction points = movement.points();
            BigDecimal rounded = new BigDecimal(points.numerator())
                    .divide(new BigDecimal(points.denominator()), 2, RoundingMode.HALF_UP);
            return new MovementView(
                    movement.driver(),
                    movement.partner(),
                    RatioView.of(movement.before()),
                    RatioView.of(movement.after()),
                    rounded.toPlainString());
        }
    }

    /** @param version the version it led to, absent where the weights stay */
    @Schema(name = "SchemeRebasing")
    public record RebasingView(
            int number,
            Rebasing.Outcome outcome,
            LocalDate from,
            MonthsView months,
            int versionInForce,
            Integer version,
            ExactNumber tolerancePoints,
            List<MovementView> movements,
            Instant recordedAt,
            String recordedBy) {
        static RebasingView of(Rebasing rebasing) {
            Fraction tolerance = rebasing.tolerancePoints();
            return new RebasingView(
                    rebasing.number(),
                    rebasing.outcome(),
                    rebasing.from(),
                    MonthsView.of(rebasing.months()),
                    rebasing.inForce(),
                    rebasing.version(),
                    tolerance == null ? null : ExactNumber.of(tolerance),
                    rebasing.movements().stream().map(MovementView::of).toList(),
                    rebasing.recordedAt(),
                    rebasing.recordedBy());
        }
    }
}
