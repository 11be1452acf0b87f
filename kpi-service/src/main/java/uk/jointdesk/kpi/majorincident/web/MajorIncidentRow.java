package uk.jointdesk.kpi.majorincident.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.jointdesk.kpi.answer.web.Group;
import uk.jointdesk.kpi.breakdown.domain.Cell;
import uk.jointdesk.kpi.majorincident.domain.Incidents;
import uk.jointdesk.kpi.period.domain.Period;

/** The major incidents of one council in one period. */
public record MajorIncidentRow(
        @JsonUnwrapped Group group,

        @Schema(description = "Each once, however many councils it affected")
        long majorIncidents,

        @Schema(description = "By class of cause; they add up to majorIncidents")
        List<Caused> byCause,

        @Schema(description = "Only in the row of all: those that affected several councils")
        Long shared,

        @Schema(description = "Only in the row of all: the sum of the councils' rows")
        Long councilsAffected) {

    public record Caused(String causeClass, long count) {}

    static MajorIncidentRow of(Cell cell, Period period, Incidents incidents) {
        boolean all = Cell.ALL.equals(cell.partner());
        return new MajorIncidentRow(
                Group.of(cell, period),
                incidents.count(),
                incidents.byCause().entrySet().stream()
                        .map(cause -> new Caused(cause.getKey(), cause.getValue()))
                        .toList(),
                all ? incidents.shared() : null,
                all ? incidents.councilsAffected() : null);
    }
}
