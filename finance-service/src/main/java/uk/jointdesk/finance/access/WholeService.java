package uk.jointdesk.finance.access;

import jakarta.enterprise.context.ApplicationScoped;
import uk.jointdesk.kit.problem.Refusal;
import uk.jointdesk.kit.scope.Caller;

/**
 * Guards what only makes sense for a caller that may see every partner: budgets, schemes, the ledger. A role alone is
 * not enough when the token names some partners only.
 */
@ApplicationScoped
public class WholeService {
    private final Caller caller;

    public WholeService(Caller caller) {
        this.caller = caller;
    }

    public void required() {
        if (!caller.scope().all()) {
            throw Refusal.forbidden("scope-too-narrow", "This is for callers that may see every partner.");
        }
    }
}
