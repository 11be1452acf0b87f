package uk.jointdesk.gateway.identity;

import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** Reads a caller from an identity that has been verified, whether it came by bearer token or by a signed-in page. */
public final class Callers {

    private Callers() {}

    public static Caller of(SecurityIdentity identity) {
        String token = identity.getCredential(AccessTokenCredential.class).getToken();
        JsonObject claims = claims(token);
        return new Caller(
                claims.getString("preferred_username", claims.getString("sub", "unknown")),
                client(claims),
                token,
                identity.getRoles(),
                Scope.of(codes(claims.getValue("partners"))));
    }

    /** The payload of a token whose signature has been checked already. */
    private static JsonObject claims(String token) {
        String payload = token.split("\\.", -1)[1];
        return new JsonObject(new String(Base64.getUrlDecoder().decode(payload), StandardCharsets.UTF_8));
    }

    /** Keycloak names the client in {@code azp}, RFC 9068 in {@code client_id}. */
    private static String client(JsonObject claims) {
        return claims.getString("azp", claims.getString("client_id", claims.getString("sub", "unknown")));
    }

    private static List<String> codes(Object claim) {
        if (claim instanceof JsonArray several) {
            return several.stream().map(String::valueOf).toList();
        }
        return claim == null ? List.of() : List.of(claim.toString());
    }
}
