package uk.jointdesk.incident.ticket.domain;

import java.util.List;

/** The closed vocabularies of the contract. */
public final class Words {

    public static final List<String> TYPES = List.of("INCIDENT", "SERVICE_REQUEST");
    public static final List<String> PRIORITIES = List.of("P1", "P2", "P3", "P4");

    /** Why a ticket waits. OTHER does not stop the clock. */
    public static final List<String> HOLD_REASONS =
            List.of("AWAITING_USER", "AWAITING_SUPPLIER", "AWAITING_RESOURCE", "OTHER");

    public static final List<String> STATUSES =
            List.of("NEW", "ASSIGNED", "IN_PROGRESS", "ON_HOLD", "RESOLVED", "CLOSED", "CANCELLED", "MERGED");

    private Words() {}
}
