package uk.jointdesk.testkit;

import io.smallrye.jwt.build.Jwt;
import java.util.List;
import java.util.Map;

/**
 * Bearer tokens as the realm would issue them, for the stand-in OpenID server of the module tests. The clients, roles
 * and partner claims are those of the local realm.
 */
public final class Tokens {

    private static final List<String> EVERY_PARTNER = List.of("*");

    private Tokens() {}

    /** A token of this client with these realm roles and partner codes ({@code *} for all). */
    public static String of(String client, List<String> roles, List<String> partners) {
        return of(client, "subject-of-" + client, roles, partners);
    }

    /** A token of one of the people who come through a client. */
    public static String of(String client, String subject, List<String> roles, List<String> partners) {
        return Jwt.preferredUserName("service-account-" + client)
                .subject(subject)
                .claim("azp", client)
                .claim("partners", partners)
                .claim("realm_access", Map.of("roles", roles))
                .issuer("https://server.example.com")
                .audience("https://service.example.com")
                .expiresIn(600)
                .sign();
    }

    /** The client team of one council, {@code lbl-client} for LBL. */
    public static String borough(String partner) {
        return of(partner.toLowerCase(java.util.Locale.ROOT) + "-client", List.of("borough-client"), List.of(partner));
    }

    public static String integration(String client, String partner) {
        return of(client, List.of("desk-integration"), List.of(partner));
    }

    public static String desk() {
        return of("desk", List.of("service-desk", "incident-manager"), EVERY_PARTNER);
    }

    public static String board() {
        return of("board", List.of("board-member"), EVERY_PARTNER);
    }

    public static String performance() {
        return of("performance", List.of("performance-analyst"), EVERY_PARTNER);
    }

    public static String finance() {
        return of("finance", List.of("finance-officer"), EVERY_PARTNER);
    }

    public static String auditor() {
        return of("auditor", List.of("auditor"), EVERY_PARTNER);
    }

    public static String admin() {
        return of("admin", List.of("platform-admin"), EVERY_PARTNER);
    }

    public static String suite() {
        return of("kpi-service", List.of("suite-service"), EVERY_PARTNER);
    }
}
