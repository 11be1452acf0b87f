package uk.jointdesk.kpi.restatement.domain;

import java.time.Instant;
import java.util.List;
import uk.jointdesk.kpi.pack.domain.Pack;

/**
 * An entry of the register: what the facts that came after a publication would change in it, and what was decided.
 *
 * @param arrival number of the last fact known when it was found
 * @param reason the decider's
 * @param restatedPack the edition that was published instead; null unless approved
 */
public record Restatement(
        String id,
        String pack,
        Status status,
        List<CellChange> changes,
        Instant detectedAt,
        long arrival,
        String reason,
        Instant decidedAt,
        Pack.Actor decider,
        String restatedPack,
        long version) {
    public enum Status {
        OPEN,
        APPROVED,
        REJECTED,
        /** Later facts changed other cells, or changed them back, before anybody decided. */
        SUPERSEDED
    }

    /** The changes in a shape that JSON has one spelling for. */
    public record Found(List<CellChange> cells) {
        public Found {
            cells = cells == null ? List.of() : List.copyOf(cells);
        }
    }
}
