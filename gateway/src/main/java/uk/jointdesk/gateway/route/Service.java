package uk.jointdesk.gateway.route;

/** The services behind the door, in the direction the data flows. */
public enum Service {
    INCIDENT("incident-service"),
    KPI("kpi-service"),
    FINANCE("finance-service");

    private final String title;

    Service(String title) {
        this.title = title;
    }

    /** How the service is called in messages, health checks and metrics. */
    public String title() {
        return title;
    }
}
