package uk.jointdesk.testkit;

import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;

/** What the providers of {@link SecondIssuer} write and sign. */
public final class SecondTokens {

    private SecondTokens() {}

    /** The address of a provider, as it stands in its tokens. */
    public static String issuer(String realm) {
        return setting("jointdesk.issuers." + realm + ".url");
    }

    /** The address of the provider that pages sign in at. */
    public static String issuerOfPages() {
        return setting(SecondIssuer.URL) + "/pages";
    }

    /** A client of Lewisham's own provider. */
    public static JwtClaimsBuilder lewisham(String client, List<String> roles, List<String> partners) {
        return Jwt.subject("subject-of-" + client)
                .claim("azp", client)
                .claim("partners", partners)
                .claim("realm_access", Map.of("roles", roles))
                .issuer(issuer("lbl"))
                .audience(SecondIssuer.AUDIENCE)
                .expiresIn(600);
    }

    /** The client that Lewisham uses every day. */
    public static String ofLewisham() {
        return signed("lbl", lewisham("portal", List.of("borough-client"), List.of("LBL")));
    }

    /** The claims, signed with a provider's key. */
    public static String signed(String realm, JwtClaimsBuilder claims) {
        return claims.jws().keyId(realm).sign(key(realm));
    }

    private static PrivateKey key(String realm) {
        byte[] encoded = Base64.getDecoder().decode(setting(SecondIssuer.URL + ".key." + realm));
        try {
            return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String setting(String name) {
        return ConfigProvider.getConfig().getValue(name, String.class);
    }
}
