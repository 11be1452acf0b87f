package uk.jointdesk.kpi.volumes.domain;

/** What can happen to an open ticket, and being open at either end of a range. */
public enum Movement {
    OPEN_AT_START("Open at start"),
    LOGGED("Logged"),
    REOPENED("Reopened"),
    TRANSFERRED_IN("Taken over"),
    RESOLUTIONS("Resolutions"),
    CANCELLED("Cancelled"),
    MERGED("Merged"),
    TRANSFERRED_OUT("Handed on"),
    OPEN_AT_END("Open at end");

    private final String words;

    Movement(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
