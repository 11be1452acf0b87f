package uk.jointdesk.gateway.session;

import io.quarkus.oidc.IdTokenCredential;
import io.quarkus.security.identity.SecurityIdentity;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import uk.jointdesk.issuer.Payload;

/**
 * What a reader signed in with, as the ID token of the session says.
 *
 * @param id the session's id at the identity provider; null if it gives none
 * @param subject whose it is
 * @param issuedAt when the token was made, at the sign-in or when it was renewed
 * @param signedInAt when the reader last proved who they are; null if the provider does not say
 */
public record Session(String id, String subject, Instant issuedAt, Instant signedInAt) {

    /** Clocks of two machines, and the way between them. */
    private static final Duration LEEWAY = Duration.ofMinutes(1);

    /** The session of an identity; empty for who sent a bearer token. */
    static Optional<Session> of(SecurityIdentity identity) {
        return Optional.ofNullable(identity.getCredential(IdTokenCredential.class))
                .flatMap(credential -> Payload.of(credential.getToken()))
                .map(token -> new Session(
                        token.text("sid").orElse(null),
                        token.text("sub").orElse(""),
                        at(token, "iat"),
                        at(token, "auth_time")));
    }

    /** Whether its reader signed in longer ago than a session may last. */
    boolean hasLasted(Duration longest, Instant now) {
        return signedInAt.plus(longest).plus(LEEWAY).isBefore(now);
    }

    private static Instant at(Payload token, String claim) {
        return token.number(claim).map(Instant::ofEpochSecond).orElse(null);
    }
}
