package uk.jointdesk.incident.correction.domain;

/** A correction that would leave the ticket without sense. */
public final class CorrectionRefused extends Exception {

    private static final long serialVersionUID = 1L;

    /** Why. */
    public enum Reason {
        EVENT_UNKNOWN("event-unknown", "/supersedes", "is no event of this ticket"),
        EVENT_SUPERSEDED("event-superseded", "/supersedes", "has been taken back already"),
        LOGGED_NEEDED("logged-needed", "/replacement", "is required: without LOGGED there is no ticket"),
        NOTHING_TO_REPLACE("replacement-refused", "/replacement", "cannot stand for a correction");

        private final String code;
        private final String pointer;
        private final String message;

        Reason(String code, String pointer, String message) {
            this.code = code;
            this.pointer = pointer;
            this.message = message;
        }
    }

    private final Reason reason;

    CorrectionRefused(Reason reason) {
        super(reason.message);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    public String code() {
        return reason.code;
    }

    public String pointer() {
        return reason.pointer;
    }
}
