package uk.jointdesk.kpi.statistics.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.jointdesk.kpi.statistics.domain.Signal;

/**
 * The series of one group and what it says. Percentages and counts are texts to two places; what is decided is decided
 * on exact fractions. Fields that do not apply are left out.
 *
 * @param organisation whose queues: STS for the shared service, or a partner's
 * @param slope change per period, in percentage points or tickets
 * @param slopePeriods how many periods the slope rests on
 * @param periodsToTarget after how many periods the line from the last value crosses the target; left out if it does not
 * @param earlyWarning green but declining
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TrendRow(
        String priority,
        String partner,
        String type,
        String queue,
        String organisation,
        String category,
        String measure,
        Unit unit,
        List<Point> points,
        Limits limits,
        String slope,
        Integer slopePeriods,
        String targetPercent,
        Integer periodsToTarget,
        Integer monthsToTarget,
        boolean earlyWarning) {

    /** What values are in. */
    public enum Unit {
        PERCENT,
        TICKETS
    }

    /**
     * One period.
     *
     * @param n how many tickets the value rests on
     * @param smallNumber fewer than twenty: one ticket moves a ratio by more than five percentage points
     * @param rolling12Months the twelve months up to the end of the period, pooled
     * @param drill where the tickets counted in the numerator are listed
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "TrendPoint")
    public record Point(
            String period,
            LocalDate from,
            LocalDate to,
            boolean partial,
            @JsonInclude(JsonInclude.Include.ALWAYS) String value,
            long numerator,
            Long denominator,
            long n,
            Interval interval,
            boolean smallNumber,
            Set<Signal> signals,
            Rolling rolling12Months,
            String drill) {}

    /** Percentages between which the true one lies, as far as so many tickets can tell. */
    @Schema(name = "WilsonInterval")
    public record Interval(String low, String high) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "RollingYear")
    public record Rolling(
            LocalDate from,
            LocalDate to,
            @JsonInclude(JsonInclude.Include.ALWAYS) String value,
            long numerator,
            Long denominator) {}

    /**
     * The limits of an XmR chart. One that lies where no value can (below zero, above 100 %) is left out.
     *
     * @param points how many values they come from
     * @param provisional fewer than twelve values
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "ControlLimits")
    public record Limits(
            String mean, String meanMovingRange, String lower, String upper, int points, boolean provisional) {}
}
