package uk.jointdesk.gateway.contract;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
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
    private final Map<Service, AtomicReference<Described>> read = new EnumMap<>(Service.class);
    private final Vertx vertx;
    private final ServiceClient services;
    private final ObjectMapper json;

    public ServiceApis(
            Vertx vertx,
            ServiceClient services,
            ObjectMapper json,
            Clock clock,
            @ConfigProperty(name = "jointdesk.contracts.fresh-for") Duration freshFor) {
        this.vertx = vertx;
        this.services = services;
        this.json = json;
        for (Service service : Service.values()) {
            known.put(service, new Fresh<>(vertx, clock, freshFor, () -> read(service)));
            read.put(service, new AtomicReference<>());
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
                .compose(answer -> vertx.executeBlocking(() -> parse(service, answer), false))
                .recover(failure -> Future.failedFuture(
                        failure instanceof ServiceUnavailable ? failure : new ServiceUnavailable(service, failure)));
    }

    /** The same words mean the same API: its checks are made once. */
    private ServiceApi parse(Service service, ServiceAnswer answer) {
        if (!answer.ok()) {
            throw new ServiceUnavailable(service, null);
        }
        Described before = read.get(service).get();
        if (before != null && before.words().equals(answer.body())) {
            return before.api();
        }
        try {
            ServiceApi api = new ServiceApi(
                    service, Completion.of(json.readTree(answer.body().getBytes())));
            api.prepare();
            read.get(service).set(new Described(answer.body(), api));
            return api;
        } catch (IOException unreadable) {
            throw new ServiceUnavailable(service, unreadable);
        }
    }

    private record Described(Buffer words, ServiceApi api) {}
}
