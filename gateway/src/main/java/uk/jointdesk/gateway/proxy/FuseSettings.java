package uk.jointdesk.gateway.proxy;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** When a service that cannot be reached is left alone, and for how long. */
@ConfigMapping(prefix = "jointdesk.proxy.fuse")
public interface FuseSettings {

    /** So many connections that failed one after the other ... */
    @WithDefault("20")
    int failures();

    /** ... and nobody asks it for so long. */
    @WithDefault("5s")
    Duration rest();
}
