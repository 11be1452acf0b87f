package uk.jointdesk.gateway.contract.validation;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Media types as a contract names them. */
final class MediaTypes {

    private MediaTypes() {}

    /** {@code application/json} of {@code Application/JSON; charset=utf-8}; empty where nothing is said. */
    static String bare(String contentType) {
        if (contentType == null) {
            return "";
        }
        int parameters = contentType.indexOf(';');
        return (parameters < 0 ? contentType : contentType.substring(0, parameters))
                .trim()
                .toLowerCase(Locale.ROOT);
    }

    static boolean isJson(String bare) {
        return "application/json".equals(bare) || bare.endsWith("+json");
    }

    /** The one of the declared that describes this one. */
    static Optional<String> describing(String bare, Collection<String> declared) {
        if (declared.contains(bare)) {
            return Optional.of(bare);
        }
        return declared.stream()
                .filter(range -> range.endsWith("/*"))
                .filter(range -> "*/*".equals(range) || bare.startsWith(range.substring(0, range.length() - 1)))
                .findFirst();
    }
}
