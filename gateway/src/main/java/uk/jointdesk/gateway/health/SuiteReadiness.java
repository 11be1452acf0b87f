package uk.jointdesk.gateway.health;

import io.smallrye.health.api.AsyncHealthCheck;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import org.eclipse.microprofile.health.Readiness;
import uk.jointdesk.gateway.database.GatewayDatabase;
import uk.jointdesk.gateway.quota.store.LeaseTable;
import uk.jointdesk.gateway.route.Service;
import uk.jointdesk.gateway.route.ServiceClient;

/** One check a service, so that the answer names the one that is missing. */
@ApplicationScoped
public class SuiteReadiness {

    private final ServiceClient services;

    private final GatewayDatabase database;
    private final LeaseTable leases;

    public SuiteReadiness(ServiceClient services, GatewayDatabase database, LeaseTable leases) {
        this.services = services;
        this.database = database;
        this.leases = leases;
    }

    /** Without it nobody's requests can be counted. */
    @Produces
    @Readiness
    AsyncHealthCheck ownDatabase() {
        return new DatabaseReadiness(() -> database.run(leases::isThere));
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
