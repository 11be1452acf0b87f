package uk.jointdesk.local;

import java.util.Locale;

/** A process of the suite that listens on a port. */
public enum Part {
    GATEWAY(8080, "the gateway"),
    INCIDENT(8081, "incident-service"),
    KPI(8082, "kpi-service"),
    FINANCE(8083, "finance-service"),
    KEYCLOAK(8180, "Keycloak"),
    POSTGRES(15432, "PostgreSQL");

    private final int usualPort;
    private final String title;

    Part(int usualPort, String title) {
        this.usualPort = usualPort;
        this.title = title;
    }

    public int usualPort() {
        return usualPort;
    }

    public String title() {
        return title;
    }

    /** The name in {@code --ports kpi=9082}. */
    public String optionName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The environment variable that sets the port: the gateway's is plainly {@code JOINTDESK_PORT}. */
    public String variable() {
        return this == GATEWAY ? "JOINTDESK_PORT" : "JOINTDESK_" + name() + "_PORT";
    }
}
