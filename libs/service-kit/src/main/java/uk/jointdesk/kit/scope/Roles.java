package uk.jointdesk.kit.scope;

/** The realm roles, as the contract names them. */
public final class Roles {

    public static final String BOROUGH_CLIENT = "borough-client";
    public static final String SERVICE_DESK = "service-desk";
    public static final String INCIDENT_MANAGER = "incident-manager";
    public static final String DESK_INTEGRATION = "desk-integration";
    public static final String PERFORMANCE_ANALYST = "performance-analyst";
    public static final String FINANCE_OFFICER = "finance-officer";
    public static final String BOARD_MEMBER = "board-member";
    public static final String AUDITOR = "auditor";
    public static final String PLATFORM_ADMIN = "platform-admin";
    public static final String SUITE_SERVICE = "suite-service";

    private Roles() {}
}
