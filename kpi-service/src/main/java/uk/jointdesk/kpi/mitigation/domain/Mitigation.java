package uk.jointdesk.kpi.mitigation.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A request for relief and what became of it. Agreed, it takes away the service points of its KPI in its months; it never
 * touches a result.
 *
 * @param decisions in the order they were made
 * @param client the client that asked
 * @param subject the opaque subject behind the client
 */
public record Mitigation(
        UUID id, Request request, Instant requestedAt, String client, String subject, List<Decision> decisions) {

    public Mitigation {
        decisions = List.copyOf(decisions);
    }

    public Optional<Decision> last() {
        return decisions.isEmpty() ? Optional.empty() : Optional.of(decisions.get(decisions.size() - 1));
    }

    public MitigationState state(LocalDate today) {
        Outcome outcome = last().map(Decision::outcome).orElse(null);
        if (outcome == Outcome.REJECTED) {
            return MitigationState.REJECTED;
        }
        if (outcome == Outcome.WITHDRAWN) {
            return MitigationState.WITHDRAWN;
        }
        if (today.isAfter(request.expiresOn())) {
            return MitigationState.EXPIRED;
        }
        return outcome == null ? MitigationState.REQUESTED : MitigationState.AGREED;
    }

    /** Whether it takes away the points of its KPI in a month. Expiry ends it for later months, not for these. */
    public boolean relieves(YearMonth month) {
        return isAgreed() && request.months().contains(month);
    }

    public boolean isAgreed() {
        return last().filter(decision -> decision.outcome() == Outcome.AGREED).isPresent();
    }
}
