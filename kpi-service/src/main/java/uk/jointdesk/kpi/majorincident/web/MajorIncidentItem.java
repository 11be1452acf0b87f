package uk.jointdesk.kpi.majorincident.web;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.jointdesk.kpi.majorincident.domain.MajorIncident;

/** A major incident, with as much of it as concerns the caller. What is not known is left out. */
public record MajorIncidentItem(
        String reference,
        String title,
        String status,
        String priority,

        @Schema(description = "SUPPLIER, EXTERNAL_ATTACK, CHANGE, CAPACITY, SECURITY, OTHER, or UNKNOWN")
        String causeClass,

        String cause,

        @Schema(description = "Those of the councils affected that the caller may know of")
        List<String> affectedPartners,

        @Schema(description = "Whether others were affected too")
        boolean othersAffected,

        List<String> affectedServices,
        Instant declaredAt,
        Instant resolvedAt,

        @Schema(description = "Minutes from declaration to resolution")
        Long elapsedMinutes,

        @Schema(description = "The document it was taken from, of one that was not declared here")
        String recordedFrom) {

    static MajorIncidentItem of(MajorIncident incident, Predicate<String> visible) {
        List<String> seen = incident.partners().stream().filter(visible).toList();
        return new MajorIncidentItem(
                incident.reference(),
                incident.title(),
                incident.status(),
                incident.priority(),
                incident.causeOrUnknown(),
                incident.cause(),
                seen,
                seen.size() < incident.partners().size(),
                incident.services(),
                incident.declaredAt(),
                incident.resolvedAt(),
                elapsed(incident),
                incident.recordedFrom());
    }

    private static Long elapsed(MajorIncident incident) {
        return incident.declaredAt() == null || incident.resolvedAt() == null
                ? null
                : Duration.between(incident.declaredAt(), incident.resolvedAt()).toMinutes();
    }
}
