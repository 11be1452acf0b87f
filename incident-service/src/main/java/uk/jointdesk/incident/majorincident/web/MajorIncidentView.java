package uk.jointdesk.incident.majorincident.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.jointdesk.incident.majorincident.domain.Action;
import uk.jointdesk.incident.majorincident.domain.Cadence;
import uk.jointdesk.incident.majorincident.domain.LinkedTicket;
import uk.jointdesk.incident.majorincident.domain.MajorIncident;
import uk.jointdesk.incident.majorincident.domain.Relation;

/** A major incident, with as much of it as concerns the caller. What is not known is left out. */
public record MajorIncidentView(
        String reference,
        String title,
        String description,

        @Schema(
                description =
                        "DECLARED, INVESTIGATING, MITIGATED, RESOLVED, REVIEWED or CLOSED; left out of one that is"
                                + " only known from a published pack")
        String status,

        String priority,

        @Schema(description = "The triage criterion that made it one")
        String criterion,

        @Schema(description = "SUPPLIER, EXTERNAL_ATTACK, CHANGE, CAPACITY, SECURITY or OTHER")
        String causeClass,

        String cause,

        @Schema(description = "Those of the partners affected that the caller may know of")
        List<String> affectedPartners,

        @Schema(description = "Whether others are affected too")
        boolean othersAffected,

        List<String> affectedServices,
        String incidentManager,
        String communicationsLead,
        String technicalLead,

        @Schema(description = "The problem it repeats, if that is the caller's to read")
        String problem,

        @Schema(description = "When whom is told next; none once it is resolved")
        List<NextUpdate> nextUpdates,

        @Schema(description = "Its tickets, those of the caller's partners; left out in lists")
        List<Ticket> tickets,

        @Schema(description = "Others that the caller sees and that share a service, a cause or a problem")
        List<Alike> related,

        Instant declaredAt,
        String declaredBy,
        Instant resolvedAt,
        ReviewView review,

        @Schema(description = "The document it was taken from, of one that was not declared here")
        String recordedFrom,

        @Schema(description = "The ETag to name when changing it")
        long version) {

    /** When an audience is told next. */
    public record NextUpdate(String audience, int everyMinutes, Instant lastTold, Instant dueAt, boolean overdue) {

        static NextUpdate of(Cadence.Due due) {
            return new NextUpdate(due.audience().name(), due.everyMinutes(), due.lastTold(), due.at(), due.overdue());
        }
    }

    /** One of its tickets. */
    public record Ticket(String reference, String partner, String status, String role) {

        static Ticket of(LinkedTicket ticket) {
            return new Ticket(
                    ticket.reference(),
                    ticket.partner(),
                    ticket.status(),
                    ticket.role().name());
        }
    }

    /** Another one, and what they share: SERVICE, CAUSE, PROBLEM. */
    public record Alike(String reference, Set<Relation.Shared> shared) {}

    /** What was found when it was over, and what is to be done. */
    public record ReviewView(LocalDate heldOn, String summary, List<ActionView> actions) {}

    /** What is to be done, by which role, until when. */
    public record ActionView(
            UUID id,
            String text,
            String ownerRole,

            @Schema(description = "RESOLVERS; the councils affected read of it when it is COUNCILS or USERS")
            String audience,

            LocalDate due,
            LocalDate doneOn,
            boolean overdue,
            long version) {

        static ActionView of(Action action, LocalDate today) {
            return new ActionView(
                    action.id(),
                    action.text(),
                    action.ownerRole(),
                    action.audience().name(),
                    action.due(),
                    action.doneOn(),
                    action.isOverdue(today),
                    action.version());
        }
    }

    /** What the caller may see beside the record itself. */
    record Around(
            List<String> partners,
            String problem,
            List<NextUpdate> updates,
            List<Ticket> tickets,
            List<Alike> related,
            List<ActionView> actions) {}

    static MajorIncidentView of(MajorIncident incident, Around around) {
        return new MajorIncidentView(
                incident.reference(),
                incident.title(),
                incident.description(),
                name(incident.status()),
                incident.priority(),
                name(incident.criterion()),
                name(incident.cause().kind()),
                incident.cause().text(),
                around.partners(),
                around.partners().size() < incident.partners().size(),
                incident.services(),
                incident.crew().incidentManager(),
                incident.crew().communicationsLead(),
                incident.crew().technicalLead(),
                around.problem(),
                around.updates(),
                around.tickets(),
                around.related(),
                incident.declaredAt(),
                incident.declaredBy(),
                incident.resolvedAt(),
                review(incident, around.actions()),
                incident.recordedFrom(),
                incident.version());
    }

    private static ReviewView review(MajorIncident incident, List<ActionView> actions) {
        boolean any = incident.review().isHeld() || (actions != null && !actions.isEmpty());
        return any
                ? new ReviewView(incident.review().heldOn(), incident.review().summary(), actions)
                : null;
    }

    private static String name(Enum<?> word) {
        return word == null ? null : word.name();
    }
}
