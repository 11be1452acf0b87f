package uk.jointdesk.kpi.register;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import uk.jointdesk.kit.problem.Refusal;
import uk.jointdesk.kit.scope.Caller;
import uk.jointdesk.kit.scope.Roles;
import uk.jointdesk.kpi.register.domain.Audience;

/** Which measures a caller may read, by their audience, and who may write the register. */
@ApplicationScoped
public class AudienceRights {

    private static final List<String> TRUSTED = List.of(
            Roles.BOARD_MEMBER, Roles.PERFORMANCE_ANALYST, Roles.FINANCE_OFFICER, Roles.AUDITOR, Roles.SUITE_SERVICE);

    private final Caller caller;

    public AudienceRights(Caller caller) {
        this.caller = caller;
    }

    /** What is not public is for who works for all partners; what is exempt, for those who account for it. */
    public Set<Audience> readable() {
        if (!caller.scope().all()) {
            return EnumSet.of(Audience.PUBLIC);
        }
        return TRUSTED.stream().anyMatch(caller::hasRole)
                ? EnumSet.allOf(Audience.class)
                : EnumSet.of(Audience.PUBLIC, Audience.BOARD);
    }

    public void checkWritable() {
        if (!caller.scope().all()) {
            throw Refusal.forbidden("register-not-yours", "The register is kept by who works for all partners.");
        }
    }
}
