package uk.jointdesk.gateway.partner;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.Future;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import uk.jointdesk.gateway.identity.Caller;
import uk.jointdesk.gateway.route.Service;
import uk.jointdesk.gateway.route.ServiceAnswer;
import uk.jointdesk.gateway.route.ServiceClient;
import uk.jointdesk.gateway.route.ServiceUnavailable;

/** The partners a caller may know of, read with the caller's own token. */
@ApplicationScoped
public class PartnerRegister {

    private static final String CODE = "[A-Z0-9]{1,16}";

    private final ServiceClient services;
    private final ObjectMapper json;

    public PartnerRegister(ServiceClient services, ObjectMapper json) {
        this.services = services;
        this.json = json;
    }

    /** Whether the caller speaks for this partner: it is in the token, or its parent is. */
    public Future<Boolean> speaksFor(Caller caller, String code) {
        if (caller.scope().covers(code)) {
            return Future.succeededFuture(true);
        }
        return find(caller, code).map(found -> found.filter(partner -> partner.isSpokenForBy(caller.scope()))
                .isPresent());
    }

    public Future<Optional<Partner>> find(Caller caller, String code) {
        if (!code.matches(CODE)) {
            return Future.succeededFuture(Optional.empty());
        }
        return ask(caller, "/api/v1/partners/" + code)
                .map(answer -> answer.ok() ? Optional.of(read(answer, Partner.class)) : Optional.empty());
    }

    public Future<List<Partner>> all(Caller caller) {
        return ask(caller, "/api/v1/partners?limit=500")
                .map(answer -> answer.ok() ? read(answer, Listed.class).items() : List.of());
    }

    private Future<ServiceAnswer> ask(Caller caller, String path) {
        return services.ask(Service.INCIDENT, path, caller.token())
                .recover(failure -> Future.failedFuture(new ServiceUnavailable(Service.INCIDENT, failure)))
                .compose(answer -> answer.status() < 500
                        ? Future.succeededFuture(answer)
                        : Future.failedFuture(new ServiceUnavailable(Service.INCIDENT, null)));
    }

    private <T> T read(ServiceAnswer answer, Class<T> type) {
        try {
            return json.readValue(answer.body().getBytes(), type);
        } catch (IOException unreadable) {
            throw new ServiceUnavailable(Service.INCIDENT, unreadable);
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Listed(List<Partner> items) {}
}
