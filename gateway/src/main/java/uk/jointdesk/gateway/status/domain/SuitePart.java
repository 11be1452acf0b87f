package uk.jointdesk.gateway.status.domain;

/** The parts of the suite, and what people do with them. */
public enum SuitePart {
    GATEWAY("gateway", "Pages and interfaces"),
    INCIDENT("incident-service", "Tickets"),
    KPI("kpi-service", "Performance figures"),
    FINANCE("finance-service", "Contributions and bills"),
    IDENTITY("identity-provider", "Signing in"),
    DATABASE("gateway-database", "Counting of requests");

    private final String label;
    private final String title;

    SuitePart(String label, String title) {
        this.label = label;
        this.title = title;
    }

    public String label() {
        return label;
    }

    public String title() {
        return title;
    }

    /** Who knows that requests are not being counted knows when to flood: for those who run the suite. */
    public boolean isOfTheInside() {
        return this == DATABASE;
    }
}
