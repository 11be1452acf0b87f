package uk.jointdesk.gateway.contract;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import uk.jointdesk.gateway.route.Fresh;
import uk.jointdesk.gateway.route.Service;
import uk.jointdesk.gateway.route.ServiceAnswer;
import uk.jointdesk.gateway.route.ServiceClient;
import uk.jointdesk.gateway.route.ServiceUnavailable;

/** The services' own descriptions of what they offer, read at run time, so that no list of operations is kept here. */
@ApplicationScoped
public class ServiceApis {

    private final Map<Service, Fresh<ServiceApi>> known = new EnumMap<>(Service.class);
    private final ServiceClient services;
    private final ObjectMapper json;

    public ServiceApis(
            Vertx vertx,
            ServiceClient services,
            ObjectMapper json,
            Clock clock,
            @ConfigProperty(name = "jointdesk.contracts.fresh-for") Duration freshFor) {
        this.services = services;
        this.json = json;
        for (Service service : Service.values()) {
            known.put(service, new Fresh<>(vertx, clock, freshFor, () -> read(service)));
        }
    }

    /** Fails with {@link ServiceUnavailable} if the service has never described itself. */
    public Future<ServiceApi> of(Service service) {
        return known.get(service).get();
    }

    public Future<List<ServiceApi>> all() {
        List<Future<ServiceApi>> each =
                Arrays.stream(Service.values()).map(this::of).toList();
        return Future.all(each).map(done -> done.<ServiceApi>list());
    }

    private Future<ServiceApi> read(Service service) {
        return services.ask(service, "/q/openapi?format=json")
                .map(answer -> parse(service, answer))
                .recover(failure -> Future.failedFuture(
                        failure instanceof ServiceUnavailable ? failure : new ServiceUnavailable(service, failure)));
    }

    private ServiceApi parse(Service service, ServiceAnswer answer) {
        if (!answer.ok()) {
            throw new ServiceUnavailable(service, null);
        }
        try {
            return new ServiceApi(service, json.readTree(answer.body().getBytes()));
        } catch (IOException unreadable) {
            throw new ServiceUnavailable(service, unreadable);
        }
    }
}
