package uk.jointdesk.incident.knowledge.web;

import jakarta.enterprise.context.ApplicationScoped;
import uk.jointdesk.incident.knowledge.store.Readership;
import uk.jointdesk.kit.problem.Refusal;
import uk.jointdesk.kit.scope.Caller;
import uk.jointdesk.kit.scope.Roles;

/** Who may read and write what of the knowledge base. */
@ApplicationScoped
public class KnowledgeReaders {

    private final Caller caller;

    public KnowledgeReaders(Caller caller) {
        this.caller = caller;
    }

    Readership readership() {
        return worksAtTheDesk() ? Readership.DESK : Readership.OTHERS;
    }

    boolean worksAtTheDesk() {
        return caller.hasRole(Roles.SERVICE_DESK)
                || caller.hasRole(Roles.INCIDENT_MANAGER)
                || caller.hasRole(Roles.AUDITOR);
    }

    /** Which councils an article is for is nobody's business who works for one of them. */
    boolean seesPartners() {
        return worksAtTheDesk() && caller.scope().all();
    }

    /** Articles are for many councils; who works for one does not write them. */
    void checkWrites() {
        if (!caller.scope().all()) {
            throw Refusal.forbidden("knowledge-shared", "Articles are written by who works for every partner.");
        }
    }

    String client() {
        return caller.client();
    }
}
