package uk.jointdesk.kpi.volumes.web;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.jointdesk.kpi.breakdown.domain.Cell;
import uk.jointdesk.kpi.bulkclosure.domain.BulkClosed;
import uk.jointdesk.kpi.period.domain.Period;
import uk.jointdesk.kpi.volumes.domain.Flow;
import uk.jointdesk.kpi.volumes.domain.Volume;

/**
 * The tickets of one group in one period: {@code openAtStart + logged + reopened + transferredIn = resolutions +
 * cancelled + merged + transferredOut + openAtEnd}. {@code resolved} counts each ticket once, at its last resolution.
 */
public record VolumeRow(
        String priority,
        String partner,
        String type,
        String queue,
        String organisation,
        String category,
        String period,
        LocalDate from,
        LocalDate to,
        boolean partial,
        long openAtStart,
        long logged,
        long resolved,
        long closed,
        long cancelled,
        long merged,
        long reopened,
        long resolutions,
        long transferredIn,
        long transferredOut,
        long openAtEnd,

        @Schema(description = "Of resolved, those that a bulk closure resolved: they skew the month they fall into")
        long bulkClosed) {

    static VolumeRow of(Cell cell, Period period, Volume volume, BulkClosed bulkClosed) {
        Flow flow = volume.flow();
        return new VolumeRow(
                cell.priority(),
                cell.partner(),
                cell.type(),
                cell.queue(),
                cell.organisation(),
                cell.category(),
                period.label(),
                period.from(),
                period.to(),
                period.partial(),
                volume.openAtStart(),
                flow.logged(),
                flow.resolved(),
                flow.closed(),
                flow.cancelled(),
                flow.merged(),
                flow.reopened(),
                flow.resolutions(),
                flow.transferredIn(),
                flow.transferredOut(),
                volume.openAtEnd(),
                bulkClosed.resolved());
    }
}
