package uk.jointdesk.gateway.quota.domain;

import java.util.Locale;
import java.util.Set;

/** What a request is for. Each purpose has a quota of its own, so that an import cannot use up what readers need. */
public enum Purpose {
    READ,
    WRITE,
    IMPORT,
    STREAM;

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    /** As the method and the end of the path tell, before it is known whether there is such an operation. */
    public static Purpose of(String method, String path) {
        if (SAFE.contains(method)) {
            return path.endsWith("/stream") ? STREAM : READ;
        }
        return path.endsWith("/imports") ? IMPORT : WRITE;
    }

    /** As it is written in headers, configuration and tables. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
