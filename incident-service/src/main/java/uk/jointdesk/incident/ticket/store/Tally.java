package uk.jointdesk.incident.ticket.store;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What became of the facts that were sent: accepted, known already, or refused. */
public final class Tally {

    /** Why a fact that reads well does not go in. */
    public enum Reason {
        PARTNER_REQUIRED("partner-required", "names no partner, and the source has none of its own", "/partner"),
        TICKET_NOT_YOURS("ticket-not-yours", "belongs to a ticket outside the sender's scope", "/reference");

        private final String code;
        private final String message;
        private final String pointer;

        Reason(String code, String message, String pointer) {
            this.code = code;
            this.message = message;
            this.pointer = pointer;
        }

        public String code() {
            return code;
        }

        public String message() {
            return message;
        }

        public String pointer() {
            return pointer;
        }
    }

    /** @param row the place of the fact among those sent, from 0 */
    public record Rejection(int row, Reason reason) {}

    private final int sent;
    private final List<Rejection> rejections = new ArrayList<>();
    private int accepted;
    private int ticketsCreated;
    private int ticketsUpdated;

    Tally(int sent) {
        this.sent = sent;
    }

    void opened(int acceptedFacts) {
        accepted += acceptedFacts;
        ticketsCreated++;
    }

    /** A ticket counts as updated once in an import, and not at all when the import created it. */
    void grown(int acceptedFacts, TicketRows.Locked before, UUID importId) {
        if (acceptedFacts > 0) {
            accepted += acceptedFacts;
            boolean seen =
                    importId != null && (importId.equals(before.createdBy()) || importId.equals(before.touchedBy()));
            ticketsUpdated += seen ? 0 : 1;
        }
    }

    void reject(int row, Reason reason) {
        rejections.add(new Rejection(row, reason));
    }

    public int accepted() {
        return accepted;
    }

    public int duplicates() {
        return sent - accepted - rejections.size();
    }

    public List<Rejection> rejections() {
        return rejections;
    }

    public int ticketsCreated() {
        return ticketsCreated;
    }

    public int ticketsUpdated() {
        return ticketsUpdated;
    }
}
