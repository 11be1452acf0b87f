package uk.jointdesk.kpi.mitigation;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import uk.jointdesk.kit.problem.Refusal;
import uk.jointdesk.kit.scope.Caller;
import uk.jointdesk.kit.scope.Roles;
import uk.jointdesk.kpi.mitigation.domain.Decision;
import uk.jointdesk.kpi.mitigation.domain.Mitigation;
import uk.jointdesk.kpi.mitigation.domain.MitigationRules;
import uk.jointdesk.kpi.mitigation.domain.Outcome;
import uk.jointdesk.kpi.mitigation.domain.Request;
import uk.jointdesk.kpi.mitigation.store.MitigationStore;
import uk.jointdesk.kpi.register.AudienceRights;
import uk.jointdesk.kpi.register.Today;
import uk.jointdesk.kpi.register.domain.Kpi;
import uk.jointdesk.kpi.register.store.KpiStore;

/** Mitigations of the indicators that the caller may read. */
@ApplicationScoped
public class Mitigations {

    private final MitigationStore store;
    private final KpiStore kpis;
    private final AudienceRights rights;
    private final Caller caller;
    private final Today today;
    private final Clock clock;

    public Mitigations(
            MitigationStore store, KpiStore kpis, AudienceRights rights, Caller caller, Today today, Clock clock) {
        this.store = store;
        this.kpis = kpis;
        this.rights = rights;
        this.caller = caller;
        this.today = today;
        this.clock = clock;
    }

    public List<Mitigation> readable() {
        return store.of(kpis.all(rights.readable()).stream().map(Kpi::code).toList());
    }

    /** One that cannot be read is answered as one that does not exist. */
    public Mitigation one(String id) {
        return readable().stream()
                .filter(mitigation -> mitigation.id().toString().equals(id))
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }

    public Optional<Kpi> kpi(String code) {
        return kpis.all(rights.readable()).stream()
                .filter(kpi -> kpi.code().equals(code))
                .findFirst();
    }

    public Mitigation request(Request request) {
        return store.add(new Mitigation(
                UUID.randomUUID(), request, clock.instant(), caller.client(), caller.subject(), List.of()));
    }

    public Mitigation decide(Mitigation asked, Outcome outcome, String reason) {
        boolean approver = caller.hasRole(Roles.BOARD_MEMBER);
        return store.decide(asked.id(), (now, others) -> {
            Decision decision = new Decision(outcome, reason, clock.instant(), caller.client(), caller.subject());
            MitigationRules.objection(now, decision, others, today.day(), approver)
                    .ifPresent(objection -> {
                        throw Refusal.conflict(objection.code(), objection.message());
                    });
            return decision;
        });
    }
}
