package uk.jointdesk.kpi.majorincident.domain;

import java.time.Instant;
import java.util.List;

/**
 * A major incident as incident-service has it; null is not known.
 *
 * @param causeClass what kind of thing brought the service down; null while nobody knows
 * @param partners the partners it affected, one or more
 * @param declaredAt null of one that is only known from a document that does not date it
 * @param recordedFrom that document
 */
public record MajorIncident(
        String reference,
        String title,
        String status,
        String priority,
        String causeClass,
        String cause,
        List<String> partners,
        List<String> services,
        String problem,
        Instant declaredAt,
        Instant resolvedAt,
        String recordedFrom) {

    /** The class of an incident whose cause nobody knows. */
    public static final String UNKNOWN = "UNKNOWN";

    public MajorIncident {
        partners = List.copyOf(partners);
        services = List.copyOf(services);
    }

    public String causeOrUnknown() {
        return causeClass == null ? UNKNOWN : causeClass;
    }
}
