package uk.jointdesk.gateway.contract;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.util.Map;

/** Where a contract can be used: the gateway that was asked for it, and others with the same contracts. */
@ConfigMapping(prefix = "jointdesk.environments")
public interface Environments {

    /** What this gateway's own environment is called. */
    @WithDefault("This environment")
    String own();

    /** The other ones by name. */
    Map<String, Other> others();

    /** Another gateway with the same contracts. */
    interface Other {

        URI url();

        /** What it is for. */
        String description();
    }
}
