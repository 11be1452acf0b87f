package uk.jointdesk.incident.bulkclosure.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.jointdesk.incident.bulkclosure.domain.BulkClosure;
import uk.jointdesk.incident.bulkclosure.domain.ClosedTicket;
import uk.jointdesk.incident.bulkclosure.domain.ClosedTicket.State;
import uk.jointdesk.incident.bulkclosure.domain.Count;
import uk.jointdesk.kit.paging.Page;

/** A bulk closure as it stands, or what one would do. */
public record BulkClosureView(
        UUID id,

        @Schema(description = "PLANNED (a dry run), RUNNING, COMPLETED, UNDOING or UNDONE")
        String status,

        boolean dryRun,
        @Schema(description = "The dry run it closes") UUID dryRunId,
        String reason,
        String authoriser,

        @Schema(description = "The client that asked for it")
        String requestedBy,

        Instant requestedAt,
        Instant finishedAt,

        @Schema(description = "Until when it can be undone, once it is completed")
        Instant undoUntil,

        Undo undo,
        Totals totals,

        @Schema(description = "Tickets per partner, priority and age; those not found are in the totals only")
        List<Line> counts,

        @Schema(description = "Of a dry run, the first tickets by reference; `next` goes on at `/tickets`")
        List<ClosedTicket> items,

        String next) {

    /** Who took it back, and why. */
    public record Undo(String reason, String requestedBy, Instant requestedAt, Instant finishedAt) {}

    /** How many tickets stand how. */
    public record Totals(long tickets, long pending, long closed, long skipped, long undone, long left) {

        static Totals of(List<Count> counts) {
            return new Totals(
                    counts.stream().mapToLong(Count::tickets).sum(),
                    of(counts, State.PENDING),
                    of(counts, State.CLOSED),
                    of(counts, State.SKIPPED),
                    of(counts, State.UNDONE),
                    of(counts, State.LEFT));
        }

        private static long of(List<Count> counts, State state) {
            return counts.stream()
                    .filter(count -> count.state() == state)
                    .mapToLong(Count::tickets)
                    .sum();
        }
    }

    /** Tickets of one partner, priority and age. */
    public record Line(
            @Schema(description = "A code, or UNATTRIBUTED") String partner,
            String priority,

            @Schema(description = "UP_TO_7_DAYS, UP_TO_30_DAYS, UP_TO_90_DAYS, UP_TO_365_DAYS or OVER_365_DAYS")
            String age,

            Totals totals) {}

    private record Key(String partner, String priority, String age) {}

    static BulkClosureView of(BulkClosure closure, List<Count> counts, Page<ClosedTicket> shown) {
        BulkClosure.Undo undo = closure.undo();
        return new BulkClosureView(
                closure.id(),
                closure.status().name(),
                closure.planned(),
                closure.dryRun(),
                closure.reason(),
                closure.authoriser(),
                closure.client(),
                closure.requestedAt(),
                closure.finishedAt(),
                closure.undoUntil(),
                undo == null ? null : new Undo(undo.reason(), undo.client(), undo.at(), undo.finishedAt()),
                Totals.of(counts),
                lines(counts),
                shown == null ? null : shown.items(),
                shown == null ? null : shown.next());
    }

    /** What was not found has no age; nobody's tickets have one. */
    private static List<Line> lines(List<Count> counts) {
        Map<Key, List<Count>> byKey = new LinkedHashMap<>();
        for (Count count : counts) {
            if (count.age() != null) {
                byKey.computeIfAbsent(new Key(count.partner(), count.priority(), count.age()), any -> new ArrayList<>())
                        .add(count);
            }
        }
        return byKey.entrySet().stream()
                .map(line -> new Line(
                        line.getKey().partner() == null
                                ? "UNATTRIBUTED"
                                : line.getKey().partner(),
                        line.getKey().priority(),
                        line.getKey().age(),
                        Totals.of(line.getValue())))
                .toList();
    }
}
