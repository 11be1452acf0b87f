package uk.jointdesk.gateway.quota;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Map;
import uk.jointdesk.gateway.quota.domain.Allowance;
import uk.jointdesk.gateway.quota.domain.Purpose;

/** How many requests each client may make. */
@ConfigMapping(prefix = "jointdesk.quota")
public interface QuotaSettings {

    /** How long a window is, for all clients. */
    @WithDefault("60s")
    Duration window();

    /** Requests in each window, by purpose, for every client that has no row of its own. */
    Map<String, Long> limits();

    /** Requests in each window by client of the realm and purpose. */
    Map<String, Map<String, Long>> clients();

    @WithDefault("deny")
    WhenUnavailable whenUnavailable();

    /** How many requests of one client may be under way at a time, at each replica. */
    @WithDefault("300")
    int atOnce();

    /** The same for its imports, which are counted apart and may take as long as they like. */
    @WithDefault("8")
    int importsAtOnce();

    /** What happens to requests while no permits can be leased. */
    enum WhenUnavailable {
        DENY,
        ADMIT
    }

    default Allowance allowance(String client, Purpose purpose) {
        Long general = limits().get(purpose.label());
        if (general == null) {
            throw new IllegalStateException("jointdesk.quota.limits." + purpose.label() + " is not set");
        }
        long limit = clients().getOrDefault(client, Map.of()).getOrDefault(purpose.label(), general);
        return new Allowance(limit, window());
    }
}
