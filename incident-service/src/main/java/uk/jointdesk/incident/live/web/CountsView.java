package uk.jointdesk.incident.live.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.jointdesk.incident.live.domain.OpenTickets;
import uk.jointdesk.incident.live.domain.OpenTickets.Line;

/** Open tickets as they stand, by partner and priority, and the sum of what is shown. */
public record CountsView(
        Instant asAt,

        @Schema(description = "The sum of the items: of the caller's partners, not of the service")
        Counts total,

        List<Item> items) {

    /** Numbers of open tickets. */
    public record Counts(
            long open,

            @Schema(description = "NEW, and without a category or a queue")
            long untriaged,

            @Schema(description = "ON_HOLD by reason") Map<String, Long> onHold,

            @Schema(description = "More than the target is used")
            long breached,

            @Schema(description = "Due at some time of today, in London")
            long dueToday) {

        static Counts of(OpenTickets counts) {
            return new Counts(counts.open(), counts.untriaged(), counts.onHold(), counts.breached(), counts.dueToday());
        }
    }

    /** Of one partner and priority. */
    public record Item(
            @Schema(description = "A code, or UNATTRIBUTED") String partner,

            @Schema(description = "Left out of tickets without one")
            String priority,

            Counts counts) {}

    static CountsView of(Instant asAt, List<Line> lines) {
        OpenTickets total = lines.stream().map(Line::counts).reduce(OpenTickets.NONE, OpenTickets::plus);
        return new CountsView(
                asAt,
                Counts.of(total),
                lines.stream()
                        .map(line -> new Item(
                                line.partner() == null ? "UNATTRIBUTED" : line.partner(),
                                line.priority(),
                                Counts.of(line.counts())))
                        .toList());
    }
}
