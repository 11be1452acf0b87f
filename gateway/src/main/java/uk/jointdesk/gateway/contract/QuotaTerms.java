package uk.jointdesk.gateway.contract;

import java.time.Duration;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.microprofile.config.Config;

/**
 * How many requests a client may make, read from the settings by which they are counted.
 *
 * @param limits by purpose ({@code read}, {@code write}, {@code import}, {@code stream}); empty where none are set
 */
record QuotaTerms(Duration window, Map<String, Long> limits) {

    private static final String LIMITS = "jointdesk.quota.limits.";

    QuotaTerms {
        limits = Collections.unmodifiableMap(new TreeMap<>(limits));
    }

    static QuotaTerms of(Config settings) {
        Map<String, Long> limits = new TreeMap<>();
        for (String name : settings.getPropertyNames()) {
            if (name.startsWith(LIMITS)) {
                limits.put(name.substring(LIMITS.length()), settings.getValue(name, Long.class));
            }
        }
        Duration window = settings.getOptionalValue("jointdesk.quota.window", Duration.class)
                .orElse(Duration.ofMinutes(1));
        return new QuotaTerms(window, limits);
    }

    /** The purpose an operation is counted for, if requests of that purpose are limited. */
    Optional<String> purposeOf(String method, String path) {
        boolean reads = "GET".equals(method.toUpperCase(Locale.ROOT));
        String purpose = reads
                ? (path.endsWith("/stream") ? "stream" : "read")
                : (path.endsWith("/imports") ? "import" : "write");
        return limits.containsKey(purpose) ? Optional.of(purpose) : Optional.empty();
    }
}
