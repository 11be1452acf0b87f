package uk.jointdesk.incident.priority.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import uk.jointdesk.incident.businessservice.store.ServiceStore;
import uk.jointdesk.incident.priority.domain.Assessment;
import uk.jointdesk.incident.priority.domain.PriorityMatrix;
import uk.jointdesk.incident.priority.domain.Situation;
import uk.jointdesk.kit.problem.FieldError;
import uk.jointdesk.kit.problem.Refusal;

/** Judges priorities by the matrix, with what the register says of the service on that day. */
@ApplicationScoped
public class Assessor {

    /** The register's days are the partners' days. */
    private static final ZoneId LOCAL = ZoneId.of("Europe/London");

    private final ServiceStore services;
    private final Clock clock;

    public Assessor(ServiceStore services, Clock clock) {
        this.services = services;
        this.clock = clock;
    }

    /** Whose ticket is judged, and of what type. */
    public record Subject(String partner, String type) {

        boolean isRequest() {
            return "SERVICE_REQUEST".equals(type);
        }
    }

    /** What the matrix says; null when nothing was said that it could judge. */
    public Assessment assess(AssessmentBody said, Subject subject, String pointer) {
        if (said == null) {
            return null;
        }
        Situation situation = situation(said, subject, pointer);
        String priority = subject.isRequest()
                ? PriorityMatrix.REQUEST
                : PriorityMatrix.line(situation).priority();
        return Assessment.of(situation, said.service(), priority);
    }

    /**
     * The same, unless a person gives another priority, for which there must be a reason.
     *
     * @param given the priority a person gave, or null
     */
    public Assessment assess(AssessmentBody said, Subject subject, String given, String reason) {
        Assessment assessment = assess(said, subject, "/assessment");
        if (assessment == null || given == null || given.equals(assessment.assessed())) {
            return assessment;
        }
        if (reason == null || reason.isBlank()) {
            throw Refusal.refused(
                    "override-reason-required",
                    "The matrix says " + assessment.assessed() + ".",
                    new FieldError("/overrideReason", "is required for another priority"));
        }
        return assessment.overridden(given, reason);
    }

    /** Refuses a service that nobody registered. */
    public void checkService(String code, String pointer) {
        if (code != null && !code.isEmpty() && services.find(code).isEmpty()) {
            throw unknown(pointer);
        }
    }

    Situation situation(AssessmentBody said, Subject subject, String pointer) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), LOCAL);
        boolean critical = said.service() != null
                && services.find(said.service())
                        .orElseThrow(() -> unknown(pointer + "/service"))
                        .criticalFor(subject.partner(), today);
        return new Situation(said.scope(), critical, said.effect(), said.canBeWorkedAround());
    }

    private static Refusal unknown(String pointer) {
        return Refusal.refused(
                "service-unknown", "There is no such business service.", new FieldError(pointer, "is unknown"));
    }
}
