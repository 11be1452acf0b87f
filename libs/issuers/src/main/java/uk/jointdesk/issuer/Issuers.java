package uk.jointdesk.issuer;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The councils' own identity providers. A part of the suite that is told nonsense about them does not start. */
@Startup
@ApplicationScoped
public class Issuers {

    private final Map<String, ForeignIssuer> byUrl = new HashMap<>();

    /** @param home the suite's own provider, which is believed in everything and cannot be named again */
    public Issuers(
            IssuerSettings settings, @ConfigProperty(name = "quarkus.oidc.auth-server-url") Optional<String> home) {
        settings.byName().forEach((name, provider) -> {
            ForeignIssuer issuer = issuer(name, provider);
            boolean known = byUrl.putIfAbsent(issuer.url(), issuer) != null;
            if (known || home.filter(issuer.url()::equals).isPresent()) {
                throw new IllegalArgumentException("jointdesk.issuers." + name + " has the url of another issuer");
            }
        });
    }

    private static ForeignIssuer issuer(String name, IssuerSettings.Provider provider) {
        return new ForeignIssuer(
                name,
                provider.url(),
                provider.partners(),
                provider.roles(),
                provider.audience(),
                provider.partnerClaim(),
                provider.roleClaim());
    }

    /** The council's provider that writes this into its tokens; empty for the suite's own and for unknown ones. */
    public Optional<ForeignIssuer> named(String iss) {
        return Optional.ofNullable(iss == null ? null : byUrl.get(iss));
    }

    boolean isEmpty() {
        return byUrl.isEmpty();
    }
}
