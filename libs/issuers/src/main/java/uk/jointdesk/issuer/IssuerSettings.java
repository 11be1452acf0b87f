package uk.jointdesk.issuer;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithParentName;
import java.util.Map;
import java.util.Set;

/** The identity providers of councils, beside the suite's own. Every part of the suite must be told the same. */
@ConfigMapping(prefix = "jointdesk.issuers")
public interface IssuerSettings {

    /** Each under the name that its clients carry in logs and quotas, {@code lbl}. */
    @WithParentName
    Map<String, Provider> byName();

    /** How far one of them is believed. */
    interface Provider {

        /** As it stands in the tokens ({@code iss}); the keys are found from there by OpenID Connect Discovery. */
        String url();

        /** For whom its tokens may speak at most, by partner code. */
        Set<String> partners();

        /** Which roles of the suite its tokens may carry at most. */
        @WithDefault("borough-client")
        Set<String> roles();

        /** For whom its tokens must be meant ({@code aud}): any of these. */
        Set<String> audience();

        /** Where its tokens name partners. */
        @WithDefault("partners")
        String partnerClaim();

        /** Where its tokens name roles, a path with slashes. */
        @WithDefault("realm_access/roles")
        String roleClaim();
    }
}
