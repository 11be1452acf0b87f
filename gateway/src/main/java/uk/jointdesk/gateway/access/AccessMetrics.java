package uk.jointdesk.gateway.access;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How many requests each partner makes and how many the gateway refuses. Tokens say for whom a caller speaks, so the
 * number of values is bounded by the register; should it not be, what comes late is counted as OTHER.
 */
@ApplicationScoped
public class AccessMetrics {

    private static final int MOST_PARTNERS = 100;

    private final MeterRegistry meters;
    private final Set<String> partners = ConcurrentHashMap.newKeySet();

    public AccessMetrics(MeterRegistry meters) {
        this.meters = meters;
    }

    void count(Access access) {
        String outcome = access.status() / 100 + "xx";
        meters.counter("jointdesk.gateway.partner.requests", "partner", partner(access.scope()), "outcome", outcome)
                .increment();
        if (access.refusal() != null) {
            meters.counter("jointdesk.gateway.refusals", "code", access.refusal())
                    .increment();
        }
    }

    private String partner(String scope) {
        if (scope == null || scope.isEmpty()) {
            return "NOBODY";
        }
        String partner = "*".equals(scope) ? "ALL" : scope.contains(",") ? "SEVERAL" : scope;
        if (partners.contains(partner) || (partners.size() < MOST_PARTNERS && partners.add(partner))) {
            return partner;
        }
        return "OTHER";
    }
}
