package uk.jointdesk.incident.majorincident.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import uk.jointdesk.incident.audit.AuditedRequest;
import uk.jointdesk.incident.majorincident.domain.MajorIncident;
import uk.jointdesk.incident.majorincident.store.MajorIncidentList;
import uk.jointdesk.incident.partner.web.NamedPartners;
import uk.jointdesk.incident.problem.store.ProblemStore;
import uk.jointdesk.kit.problem.FieldError;
import uk.jointdesk.kit.problem.Refusal;
import uk.jointdesk.kit.scope.Caller;
import uk.jointdesk.kit.scope.Roles;

/** What a caller may do with a major incident: read it when it is affected, write when it writes for all affected. */
@ApplicationScoped
public class MajorIncidentRights {

    /** No partner has this code: codes begin with a letter. */
    private static final String NOBODY = "-";

    private final MajorIncidentList list;
    private final NamedPartners partners;
    private final ProblemStore problems;
    private final AuditedRequest request;
    private final Caller caller;

    public MajorIncidentRights(
            MajorIncidentList list,
            NamedPartners partners,
            ProblemStore problems,
            AuditedRequest request,
            Caller caller) {
        this.list = list;
        this.partners = partners;
        this.problems = problems;
        this.request = request;
        this.caller = caller;
    }

    /** 404 when it is unknown or not the caller's; 403 when others than the caller's partners are affected too. */
    MajorIncident checkWritable(String reference) {
        MajorIncident incident = checkLinkable(reference);
        request.about(reference, incident.partners());
        return incident;
    }

    /** As for writing; but what is done with a ticket concerns the ticket's partner, and nobody else may count it. */
    MajorIncident checkLinkable(String reference) {
        MajorIncident incident = list.read(reference);
        partners.checkMine(incident.partners());
        return incident;
    }

    /** @param mayBeEmpty whether somebody is affected anyway, by a ticket */
    List<String> named(List<String> codes, boolean mayBeEmpty) {
        boolean none = codes == null || codes.isEmpty();
        if (none && !mayBeEmpty) {
            throw Refusal.refused(
                    "partner-required", "Say who is affected.", new FieldError("/affectedPartners", "is required"));
        }
        return none ? List.of() : partners.checked(codes, "/affectedPartners");
    }

    void checkProblem(String reference) {
        if (reference != null && !problems.exists(reference)) {
            throw Refusal.refused(
                    "problem-unknown", "There is no such problem.", new FieldError("/problem", "is unknown"));
        }
    }

    /** A partner to filter by; one that is not the caller's would tell that others are affected, and who. */
    String visible(String partner) {
        return partner == null || caller.scope().covers(partner) ? partner : NOBODY;
    }

    /** What is not for the councils is not in their audit trail either. */
    void setUnseen(boolean unseen) {
        request.setInternal(unseen);
    }

    /** Whether the caller works for the desk, rather than for one council. */
    boolean readsInternal() {
        return !caller.hasRole(Roles.BOROUGH_CLIENT) && !caller.hasRole(Roles.DESK_INTEGRATION);
    }

    String client() {
        return caller.client();
    }
}
