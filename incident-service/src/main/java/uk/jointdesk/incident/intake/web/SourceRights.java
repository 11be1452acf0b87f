package uk.jointdesk.incident.intake.web;

import jakarta.enterprise.context.ApplicationScoped;
import uk.jointdesk.incident.intake.store.IntakeSources;
import uk.jointdesk.kit.problem.FieldError;
import uk.jointdesk.kit.problem.Refusal;
import uk.jointdesk.kit.scope.Caller;
import uk.jointdesk.kit.scope.Roles;

/** Who may speak for a desk: the client bound to it, and the service desk for any. */
@ApplicationScoped
public class SourceRights {

    private final IntakeSources sources;
    private final Caller caller;

    public SourceRights(IntakeSources sources, Caller caller) {
        this.sources = sources;
        this.caller = caller;
    }

    /** Refuses a source that the caller may not name. Whether another's source exists is not told. */
    public void check(String source, String pointer) {
        if (source == null || source.isBlank()) {
            throw Refusal.malformed("source-missing", "Name the source.", new FieldError(pointer, "is required"));
        }
        var found = sources.find(source);
        boolean mine = found.isPresent() && found.get().client().equals(caller.client());
        boolean desk = caller.hasRole(Roles.SERVICE_DESK) && caller.scope().all();
        if (desk && found.isEmpty()) {
            throw Refusal.refused("source-unknown", "There is no such source.", new FieldError(pointer, "is unknown"));
        }
        if (!mine && !desk) {
            throw Refusal.forbidden("source-not-yours", "This client is not bound to that source.");
        }
    }
}
