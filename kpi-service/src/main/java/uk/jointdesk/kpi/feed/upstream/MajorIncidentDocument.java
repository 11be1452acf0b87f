package uk.jointdesk.kpi.feed.upstream;

import java.time.Instant;
import java.util.List;
import uk.jointdesk.kpi.majorincident.domain.MajorIncident;

/** A major incident as incident-service writes it. */
public record MajorIncidentDocument(
        String reference,
        String title,
        String status,
        String priority,
        String causeClass,
        String cause,
        List<String> affectedPartners,
        List<String> affectedServices,
        String problem,
        Instant declaredAt,
        Instant resolvedAt,
        String recordedFrom) {

    MajorIncident toMajorIncident() {
        return new MajorIncident(
                reference,
                title,
                status,
                priority,
                causeClass,
                cause,
                affectedPartners,
                affectedServices == null ? List.of() : affectedServices,
                problem,
                declaredAt,
                resolvedAt,
                recordedFrom);
    }
}
