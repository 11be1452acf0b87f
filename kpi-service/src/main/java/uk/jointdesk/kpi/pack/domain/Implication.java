package uk.jointdesk.kpi.pack.domain;

/** One line of the block of implications that every committee report ends with. */
public record Implication(Kind kind, String text) {
    /** What a report must speak to, in the order in which it is printed. */
    public enum Kind {
        FINANCIAL,
        LEGAL,
        RISK,
        EQUALITY,
        DATA_PROTECTION,
        PROCUREMENT,
        ENVIRONMENT
    }
}
