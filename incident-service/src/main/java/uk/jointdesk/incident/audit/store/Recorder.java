package uk.jointdesk.incident.audit.store;

import io.quarkus.arc.Arc;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import uk.jointdesk.incident.audit.AuditedRequest;
import uk.jointdesk.incident.audit.domain.AuditEntry;
import uk.jointdesk.incident.audit.domain.Outcome;
import uk.jointdesk.kit.db.BeforeCommit;
import uk.jointdesk.kit.scope.Caller;
import uk.jointdesk.kit.scope.PartnerScope;

/**
 * Writes the entry of a request. The first transaction in which the caller writes carries it, so there is no write
 * without its entry; what was refused is told afterwards.
 */
@ApplicationScoped
public class Recorder implements BeforeCommit {

    private static final String NOBODY = "anonymous";

    private final AuditedRequest request;
    private final Caller caller;
    private final SecurityIdentity identity;
    private final Clock clock;

    public Recorder(AuditedRequest request, Caller caller, SecurityIdentity identity, Clock clock) {
        this.request = request;
        this.caller = caller;
        this.identity = identity;
        this.clock = clock;
    }

    @Override
    public void beforeCommit(Handle handle) {
        if (!Arc.container().requestContext().isActive() || request.line() == null || request.isRecorded()) {
            return;
        }
        Collection<String> partners = request.partners();
        if (partners.isEmpty() && request.line().reference() != null) {
            partners = AuditTrail.holder(handle, request.line().reference());
        }
        if (partners.isEmpty()) {
            partners = caller.claimedScope().partners();
        }
        AuditTrail.insert(handle, entry(Outcome.DONE, null, request.touched(), partners));
        request.setRecorded();
    }

    /**
     * The entry of a request that has been answered and is not in the trail yet.
     *
     * @param created what the answer says was created, or null
     */
    public AuditEntry answered(int status, String created) {
        Outcome outcome = status < 400 ? Outcome.DONE : status < 500 ? Outcome.REFUSED : Outcome.FAILED;
        // Who holds a survey's link has no scope of its own; what it touched is what it concerns.
        boolean touched = outcome == Outcome.DONE && !request.partners().isEmpty();
        return entry(
                outcome,
                status,
                created == null && touched ? request.touched() : created,
                touched ? request.partners() : claimed().partners());
    }

    private AuditEntry entry(Outcome outcome, Integer status, String touched, Collection<String> partners) {
        AuditedRequest.Line line = request.line();
        return new AuditEntry(
                UUID.randomUUID(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                outcome,
                line.method(),
                line.path(),
                line.reference() == null ? touched : line.reference(),
                status,
                line.requestId(),
                client(),
                subject(),
                roles(),
                line.address(),
                partners.stream().distinct().sorted().toList(),
                request.isInternal());
    }

    /** A bad token says nothing about anybody. */
    private String client() {
        try {
            return caller.client();
        } catch (RuntimeException badToken) {
            return NOBODY;
        }
    }

    private String subject() {
        try {
            return caller.subject();
        } catch (RuntimeException badToken) {
            return NOBODY;
        }
    }

    private List<String> roles() {
        try {
            return identity.getRoles().stream().sorted().toList();
        } catch (RuntimeException badToken) {
            return List.of();
        }
    }

    private PartnerScope claimed() {
        try {
            return caller.claimedScope();
        } catch (RuntimeException badToken) {
            return PartnerScope.NONE;
        }
    }
}
