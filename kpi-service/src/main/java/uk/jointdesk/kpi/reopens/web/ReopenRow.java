package uk.jointdesk.kpi.reopens.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.jointdesk.kpi.answer.web.Group;
import uk.jointdesk.kpi.answer.web.Ratio;
import uk.jointdesk.kpi.breakdown.domain.Cell;
import uk.jointdesk.kpi.period.domain.Period;
import uk.jointdesk.kpi.reopens.domain.Reopens;

/** How many resolutions of one group did not last. */
public record ReopenRow(
        @JsonUnwrapped Group group,

        @Schema(description = "Every resolution in the period")
        long resolutions,

        @Schema(description = "Those that a reopening undid, whenever it came")
        long undone,

        @Schema(description = "The reopen rate: undone of resolutions")
        Ratio undoneRatio,

        @Schema(description = "Tickets by their last resolution")
        long resolved,

        @Schema(description = "Those that had been opened again before")
        long reopenedBefore,

        @Schema(description = "reopenedBefore of resolved") Ratio reopenedBeforeRatio) {

    static ReopenRow of(Cell cell, Period period, Reopens reopens) {
        return new ReopenRow(
                Group.of(cell, period),
                reopens.resolutions(),
                reopens.undone(),
                Ratio.of(reopens.undone(), reopens.resolutions()),
                reopens.resolved(),
                reopens.reopenedBefore(),
                Ratio.of(reopens.reopenedBefore(), reopens.resolved()));
    }
}
