package uk.jointdesk.incident.knowledge.store;

/** Who reads, beyond the partner scope: somebody may see every partner's affairs without working at the desk. */
public enum Readership {
    /** Drafts, retired articles and what is meant for the desk only, too. */
    DESK(""),
    OTHERS(" and state = 'PUBLISHED' and audience <> 'DESK'");

    private final String readable;

    Readership(String readable) {
        this.readable = readable;
    }

    String andReadable() {
        return readable;
    }
}
