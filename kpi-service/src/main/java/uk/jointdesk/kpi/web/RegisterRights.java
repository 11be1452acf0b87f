package uk.jointdesk.kpi.web;

import jakarta.enterprise.context.ApplicationScoped;
import uk.jointdesk.kit.problem.Refusal;
import uk.jointdesk.kit.scope.Caller;

/** Who may write a register that all partners share: who works for all of them. */
@ApplicationScoped
public class RegisterRights {

    private final Caller caller;

    public RegisterRights(Caller caller) {
        this.caller = caller;
    }

    public void checkWritable() {
        if (!caller.scope().all()) {
            throw Refusal.forbidden("register-not-yours", "The register is kept by who works for all partners.");
        }
    }
}
