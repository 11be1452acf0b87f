package uk.jointdesk.kpi.restatement.domain;

import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import uk.jointdesk.kpi.pack.domain.Amount;

/**
 * A published cell that today's facts make another.
 *
 * @param before as it was published; null for a cell that the pack did not have
 * @param now as the facts have it; null for a cell that they no longer give
 * @param ragBefore judgement then; null where nothing was judged
 * @param tickets the tickets that came, went or count differently; empty for a sum, whose parts name theirs
 */
public record CellChange(
        String cell,
        String definition,
        SortedMap<String, String> at,
        Amount before,
        Amount now,
        String ragBefore,
        String ragNow,
        List<TicketChange> tickets) {

    /** How a ticket counts in a cell. */
    public enum Place {
        NUMERATOR,
        DENOMINATOR_ONLY,
        EXCLUDED,
        NOWHERE
    }

    /** A fact that arrived after the publication. */
    public record Cause(String event, String kind, Instant at, Instant recordedAt) {}

    /** A ticket that changed its place, and the facts about it that have arrived since. */
    public record TicketChange(String ticket, Place was, Place is, List<Cause> causes) {
        public TicketChange {
            causes = causes == null ? List.of() : List.copyOf(causes);
        }
    }

    public CellChange {
        at = at == null ? new TreeMap<>() : new TreeMap<>(at);
        tickets = tickets == null ? List.of() : List.copyOf(tickets);
    }

    public CellChange withTickets(List<TicketChange> explained) {
        return new CellChange(cell, definition, at, before, now, ragBefore, ragNow, explained);
    }

    /** Whether the judgement is another too. */
    public boolean changesJudgement() {
        return !java.util.Objects.equals(ragBefore, ragNow);
    }
}
