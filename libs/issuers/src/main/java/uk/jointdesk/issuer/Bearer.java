package uk.jointdesk.issuer;

import io.quarkus.security.identity.SecurityIdentity;
import java.util.List;
import java.util.Optional;

/**
 * Who sent a token that was verified and found to keep to what its issuer may say. The clients and people of a
 * council's own provider carry its name before theirs, so that equal names of two providers are two callers everywhere.
 *
 * @param client the program, {@code lbl-client} of the suite's own provider, {@code lbl/portal} of another
 * @param subject the person or service account, opaque
 * @param name what a person reads as their own name
 * @param partners partner codes as the token says them, {@code *} for all
 */
public record Bearer(String client, String subject, String name, List<String> partners) {

    static final String ATTRIBUTE = Bearer.class.getName();

    private static final String UNKNOWN = "unknown";

    public Bearer {
        partners = List.copyOf(partners);
    }

    /** Empty for who sent no token. */
    public static Optional<Bearer> of(SecurityIdentity identity) {
        return Optional.ofNullable(identity.getAttribute(ATTRIBUTE));
    }

    /** Of a token of the suite's own provider. */
    static Bearer ofHome(Payload token) {
        String client = client(token);
        return new Bearer(client, token.text("sub").orElse(client), name(token), token.texts("partners"));
    }

    /** Of a token of a council's provider. */
    static Bearer from(ForeignIssuer issuer, Payload token) {
        String client = client(token);
        return new Bearer(
                issuer.own(client),
                issuer.own(token.text("sub").orElse(client)),
                name(token),
                token.texts(issuer.partnerClaim()));
    }

    /** Keycloak names the client in {@code azp}, RFC 9068 in {@code client_id}, others where they like. */
    private static String client(Payload token) {
        return token.text("azp", "client_id", "appid", "cid", "sub").orElse(UNKNOWN);
    }

    private static String name(Payload token) {
        return token.text("preferred_username", "sub").orElse(UNKNOWN);
    }
}
