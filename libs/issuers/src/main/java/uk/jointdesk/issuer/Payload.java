package uk.jointdesk.issuer;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** What stands in a token. Whether it is true is for its signature to say. */
public final class Payload {

    private final JsonObject claims;

    private Payload(JsonObject claims) {
        this.claims = claims;
    }

    /** The payload; empty if this is no JSON Web Token. */
    public static Optional<Payload> of(String token) {
        String[] parts = token.split("\\.", -1);
        if (parts.length != 3) {
            return Optional.empty();
        }
        try {
            String said = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
            return Optional.of(new Payload(new JsonObject(said)));
        } catch (IllegalArgumentException | DecodeException unreadable) {
            return Optional.empty();
        }
    }

    /** The first of these claims that is a text. */
    public Optional<String> text(String... names) {
        for (String name : names) {
            if (claims.getValue(name) instanceof String text && !text.isBlank()) {
                return Optional.of(text);
            }
        }
        return Optional.empty();
    }

    public Optional<Long> number(String name) {
        return claims.getValue(name) instanceof Number number ? Optional.of(number.longValue()) : Optional.empty();
    }

    /** A list of texts, or one text as a list of one. */
    public List<String> texts(String name) {
        Object value = claims.getValue(name);
        if (value instanceof JsonArray several) {
            return several.stream().map(String::valueOf).toList();
        }
        return value == null ? List.of() : List.of(value.toString());
    }

    public boolean has(String name) {
        return claims.containsKey(name);
    }

    /** Whether a claim that holds others holds this one. */
    public boolean has(String name, String inner) {
        return claims.getValue(name) instanceof JsonObject outer && outer.containsKey(inner);
    }
}
