package uk.jointdesk.incident.ticket.web;

import jakarta.enterprise.context.ApplicationScoped;
import uk.jointdesk.incident.partner.store.PartnerStore;
import uk.jointdesk.kit.problem.FieldError;
import uk.jointdesk.kit.problem.Refusal;
import uk.jointdesk.kit.scope.Caller;
import uk.jointdesk.kit.scope.Roles;

/** For whom a caller may write, and what it may read beside the ticket itself. */
@ApplicationScoped
public class TicketRights {

    private final PartnerStore partners;
    private final Caller caller;

    public TicketRights(PartnerStore partners, Caller caller) {
        this.partners = partners;
        this.caller = caller;
    }

    /** Refuses a partner that is unknown or outside the caller's scope. Nobody's tickets are for who sees everybody's. */
    public void checkPartner(String partner) {
        checkPartner(partner, "/partner");
    }

    /** @param pointer the field that names the partner */
    public void checkPartner(String partner, String pointer) {
        if (partner == null && !caller.scope().all()) {
            throw Refusal.refused(
                    "partner-required", "Say whose ticket it is.", new FieldError(pointer, "is required"));
        }
        if (partner != null && !partners.exists(partner)) {
            throw Refusal.refused(
                    "partner-unknown", "There is no such partner.", new FieldError(pointer, "is unknown"));
        }
        if (!caller.scope().covers(partner)) {
            throw Refusal.forbidden("partner-not-yours", "This caller may not write for that partner.");
        }
    }

    /** Whether the caller works for the desk or reads all of it, rather than for one council or its systems. */
    public boolean readsInternal() {
        return !caller.hasRole(Roles.BOROUGH_CLIENT) && !caller.hasRole(Roles.DESK_INTEGRATION);
    }

    /** Whether the caller is an agent of the desk. */
    boolean worksForDesk() {
        return caller.hasRole(Roles.SERVICE_DESK) || caller.hasRole(Roles.INCIDENT_MANAGER);
    }

    public String client() {
        return caller.client();
    }
}
