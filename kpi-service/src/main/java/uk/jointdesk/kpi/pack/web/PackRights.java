package uk.jointdesk.kpi.pack.web;

import jakarta.enterprise.context.ApplicationScoped;
import uk.jointdesk.kit.problem.Refusal;
import uk.jointdesk.kit.scope.Caller;
import uk.jointdesk.kit.scope.Roles;
import uk.jointdesk.kpi.answer.web.Asked;
import uk.jointdesk.kpi.pack.domain.Audience;
import uk.jointdesk.kpi.pack.domain.Pack;

/** Who may see what of packs. */
@ApplicationScoped
public class PackRights {

    private final Caller caller;

    public PackRights(Caller caller) {
        this.caller = caller;
    }

    /** Whether the caller sees drafts, plans and what is not public: who works on packs for all partners. */
    public boolean worksOnPacks() {
        boolean role = caller.hasRole(Roles.BOARD_MEMBER)
                || caller.hasRole(Roles.PERFORMANCE_ANALYST)
                || caller.hasRole(Roles.AUDITOR);
        return role && caller.scope().all();
    }

    public Audience widestFor() {
        return worksOnPacks() ? Audience.EXEMPT : Audience.PUBLIC;
    }

    /** The audience whose copy is asked for: the caller's own unless it names a wider one. */
    public Audience audience(String asked) {
        if (asked == null) {
            return widestFor();
        }
        Audience audience = Asked.word(Audience.class, "audience", asked);
        if (!widestFor().mayRead(audience)) {
            throw Refusal.notFound();
        }
        return audience;
    }

    public void checkWritable() {
        if (!caller.scope().all()) {
            throw Refusal.forbidden("register-not-yours", "Packs are made by who works for all partners.");
        }
    }

    public Pack.Actor actor() {
        return new Pack.Actor(caller.client(), caller.subject());
    }
}
