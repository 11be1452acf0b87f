package uk.jointdesk.gateway.health;

import io.smallrye.health.api.AsyncHealthCheck;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import org.eclipse.microprofile.health.Readiness;
import uk.jointdesk.gateway.route.Service;
import uk.jointdesk.gateway.route.ServiceClient;

/** One check a service, so that the answer names the one that is missing. */
@ApplicationScoped
public class SuiteReadiness {

    private final ServiceClient services;

    public SuiteReadiness(ServiceClient services) {
        this.services = services;
    }

    @Produces
    @Readiness
    AsyncHealthCheck incident() {
        return new ServiceReadiness(Service.INCIDENT, services);
    }

    @Produces
    @Readiness
    AsyncHealthCheck kpi() {
        return new ServiceReadiness(Service.KPI, services);
    }

    @Produces
    @Readiness
    AsyncHealthCheck finance() {
        return new ServiceReadiness(Service.FINANCE, services);
    }
}
