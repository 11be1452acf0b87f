package uk.jointdesk.gateway.route;

import io.smallrye.config.ConfigMapping;
import java.net.URI;

/** Where the services listen. */
@ConfigMapping(prefix = "jointdesk.services")
public interface ServiceAddresses {

    URI incident();

    URI kpi();

    URI finance();

    default URI of(Service service) {
        return switch (service) {
            case INCIDENT -> incident();
            case KPI -> kpi();
            case FINANCE -> finance();
        };
    }
}
