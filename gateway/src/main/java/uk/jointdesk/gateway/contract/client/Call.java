package uk.jointdesk.gateway.contract.client;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * An example call of one operation.
 *
 * @param id the operation's id
 * @param title its summary
 * @param chapter its tag
 * @param path with its variables in braces
 * @param variables an example value for each variable of the path
 * @param query an example value for each parameter that must be given
 * @param mediaType of the body; null without one
 * @param body an example body; null where there is none or it is a file
 */
public record Call(
        String id,
        String title,
        String chapter,
        String method,
        String path,
        Map<String, String> variables,
        Map<String, String> query,
        boolean versioned,
        String mediaType,
        String body) {

    public Call {
        variables = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(variables));
        query = java.util.Collections.unmodifiableMap(new TreeMap<>(query));
    }

    /** The path with example values, and the query. */
    String address() {
        String filled = path;
        for (Map.Entry<String, String> variable : variables.entrySet()) {
            filled = filled.replace("{" + variable.getKey() + "}", encode(variable.getValue()));
        }
        StringBuilder address = new StringBuilder(filled);
        query.forEach((name, value) -> address.append(address.indexOf("?") < 0 ? '?' : '&')
                .append(name)
                .append('=')
                .append(encode(value)));
        return address.toString();
    }

    /** The headers to send, but for the token. */
    Map<String, String> headers() {
        Map<String, String> headers = new TreeMap<>();
        if (mediaType != null) {
            headers.put("Content-Type", mediaType);
        }
        if (versioned) {
            headers.put("If-Match", "\"1\"");
        }
        return headers;
    }

    /** The file to send, for what is too long to be written here. */
    Optional<String> file() {
        return mediaType == null || body != null ? Optional.empty() : Optional.of("body." + ending());
    }

    private String ending() {
        String kind = mediaType.substring(mediaType.indexOf('/') + 1).replaceFirst("^x-", "");
        return kind.replaceAll("[^a-z0-9]", "").toLowerCase(Locale.ROOT);
    }

    private static String encode(String value) {
        return java.net.URLEncoder.encode(value, java.nio.charset.StandardCharsets.UTF_8)
                .replace("+", "%20");
    }
}
