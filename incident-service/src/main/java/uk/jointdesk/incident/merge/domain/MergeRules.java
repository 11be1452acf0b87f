package uk.jointdesk.incident.merge.domain;

import java.util.Objects;
import java.util.Optional;
import uk.jointdesk.servicelevel.life.TicketStatus;

/**
 * Which ticket may be merged into which. A ticket goes into an open one of the same partner, in one step: whoever reads
 * MERGED finds the survivor where it points, and no council learns another one's reference.
 */
public final class MergeRules {

    private MergeRules() {}

    /**
     * One of the two tickets.
     *
     * @param absorbed whether others were merged into it
     */
    public record Party(String reference, String partner, TicketStatus status, boolean absorbed) {}

    /** Why two tickets are not merged. */
    public enum Objection {
        INTO_MERGED("merge-chain", "The other ticket was merged itself; name the one that goes on."),
        HAS_ABSORBED("merge-chain", "Others were merged into this ticket; merge the other way round."),
        INTO_OVER("merge-into-over", "The other ticket is at its end; an open one goes on."),
        ACROSS_PARTNERS("merge-across-partners", "Tickets of two partners are linked, not merged.");

        private final String code;
        private final String detail;

        Objection(String code, String detail) {
            this.code = code;
            this.detail = detail;
        }

        public String code() {
            return code;
        }

        public String detail() {
            return detail;
        }
    }

    /** What speaks against merging one ticket into another. Nobody's ticket may become somebody's. */
    public static Optional<Objection> objection(Party goes, Party stays) {
        if (goes.partner() != null && !Objects.equals(goes.partner(), stays.partner())) {
            return Optional.of(Objection.ACROSS_PARTNERS);
        }
        if (stays.status() == TicketStatus.MERGED) {
            return Optional.of(Objection.INTO_MERGED);
        }
        if (stays.status().isOver()) {
            return Optional.of(Objection.INTO_OVER);
        }
        return goes.absorbed() ? Optional.of(Objection.HAS_ABSORBED) : Optional.empty();
    }
}
