package uk.jointdesk.kpi.durations.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.jointdesk.kpi.answer.web.Group;
import uk.jointdesk.kpi.breakdown.domain.Cell;
import uk.jointdesk.kpi.compliance.domain.Exclusion;
import uk.jointdesk.kpi.durations.domain.Durations;
import uk.jointdesk.kpi.durations.domain.ResolutionTimes;
import uk.jointdesk.kpi.period.domain.Period;
import uk.jointdesk.kpi.ratio.domain.Fraction;

/** How long the resolved tickets of one group took. */
public record ResolutionTimeRow(
        @JsonUnwrapped Group group,
        long resolved,

        @Schema(description = "Service minutes used, of the resolved tickets that have a target")
        Times service,

        @Schema(description = "Minutes from logging to the last resolution, of every resolved ticket")
        Times elapsed,

        @Schema(description = "Resolved tickets that are not in service")
        List<Excluded> excluded) {

    public record Excluded(Exclusion reason, long count) {}

    /**
     * Minutes, HALF_UP to two places from exact milliseconds; null of nothing.
     *
     * @param totalMillis what the mean is made of, over {@code count}
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Times(long count, long totalMillis, String meanMinutes, String medianMinutes, String p90Minutes) {
        static Times of(Durations durations) {
            Optional<Durations.Summary> summary = durations.summary();
            return new Times(
                    durations.count(),
                    durations.totalMillis(),
                    summary.map(Durations.Summary::mean).map(Fraction::decimal).orElse(null),
                    summary.map(Durations.Summary::median)
                            .map(Fraction::decimal)
                            .orElse(null),
                    summary.map(Durations.Summary::p90).map(Fraction::decimal).orElse(null));
        }
    }

    static ResolutionTimeRow of(Cell cell, Period period, ResolutionTimes times) {
        long without = times.withoutTarget();
        return new ResolutionTimeRow(
                Group.of(cell, period),
                times.resolved(),
                Times.of(times.service()),
                Times.of(times.elapsed()),
                without == 0 ? List.of() : List.of(new Excluded(Exclusion.NO_TARGET, without)));
    }
}
