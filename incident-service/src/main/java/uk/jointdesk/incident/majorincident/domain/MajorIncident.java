package uk.jointdesk.incident.majorincident.domain;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import uk.jointdesk.incident.majorincident.domain.Cadence.Promise;

/**
 * An incident that is led as one, whatever number of tickets it has.
 *
 * @param status null of one that is only known from a published pack
 * @param priority P1 or P2; null when the pack does not say
 * @param criterion the triage criterion that made it one; null when nobody says
 * @param partners who is affected, sorted
 * @param services what is affected, as people call it
 * @param problem the problem it repeats, or null
 * @param promises how often whom is told how it stands
 * @param declaredAt null when the pack does not say
 * @param recordedFrom the document it was taken from, of one that was not declared here
 */
public record MajorIncident(
        String reference,
        String title,
        String description,
        MajorStatus status,
        String priority,
        Criterion criterion,
        Cause cause,
        List<String> partners,
        List<String> services,
        Crew crew,
        String problem,
        List<Promise> promises,
        Instant declaredAt,
        String declaredBy,
        Instant resolvedAt,
        Review review,
        String recordedFrom,
        long version) {

    public MajorIncident {
        promises = List.copyOf(promises);
        partners = List.copyOf(partners);
        services = List.copyOf(services);
    }

    /** The same major incident in another status; resolved is when it was resolved last. */
    public MajorIncident moved(MajorStatus to, Instant at) {
        Instant resolved =
                switch (to) {
                    case RESOLVED -> at;
                    case REVIEWED, CLOSED -> resolvedAt;
                    default -> null;
                };
        return with(to, partners, resolved, review);
    }

    /** The same major incident with these affected too. */
    public MajorIncident affecting(List<String> more) {
        List<String> all = Stream.concat(partners.stream(), more.stream())
                .distinct()
                .sorted()
                .toList();
        return with(status, all, resolvedAt, review);
    }

    /** The same major incident with what its review found. */
    public MajorIncident reviewed(Review found) {
        return with(status, partners, resolvedAt, found);
    }

    private MajorIncident with(
            MajorStatus newStatus, List<String> newPartners, Instant newResolvedAt, Review newReview) {
        return new MajorIncident(
                reference,
                title,
                description,
                newStatus,
                priority,
                criterion,
                cause,
                newPartners,
                services,
                crew,
                problem,
                promises,
                declaredAt,
                declaredBy,
                newResolvedAt,
                newReview,
                recordedFrom,
                version);
    }

    /** Which updates are due when. Nobody waits for one once it is resolved. */
    public List<Cadence.Due> updatesDue(Map<Audience, Instant> lastTold, Instant now) {
        return status == null || !status.isRunning() ? List.of() : Cadence.due(promises, declaredAt, lastTold, now);
    }
}
