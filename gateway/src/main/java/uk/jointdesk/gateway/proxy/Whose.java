package uk.jointdesk.gateway.proxy;

import io.vertx.core.Future;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import uk.jointdesk.gateway.contract.Operation;
import uk.jointdesk.gateway.contract.ServiceApi;
import uk.jointdesk.gateway.problem.Problem;
import uk.jointdesk.gateway.route.RouteTable;
import uk.jointdesk.gateway.route.ServiceClient;

/**
 * Whose thing it is is decided before the body is looked at. A body that will be refused waits for the answer of the
 * service, which alone knows: the thing, or the nearest thing above it that can be read, is read with the caller's own
 * token. Only refusals pay for it.
 */
@ApplicationScoped
public class Whose {

    private static final String BEARER = "Bearer ";

    private final ServiceClient services;

    public Whose(ServiceClient services) {
        this.services = services;
    }

    /** The refusal of the body, or 404 if there is nothing for the caller at that path. */
    Future<Problem> first(AdmittedRequest request, Problem ofTheBody) {
        Optional<String> readable = readable(request);
        if (readable.isEmpty()) {
            return Future.succeededFuture(ofTheBody);
        }
        return services.ask(request.admitted().service(), readable.get(), token(request))
                .map(answer -> answer.status() == 404 ? Problem.NOT_FOUND : ofTheBody)
                .otherwise(ofTheBody);
    }

    /** The longest beginning of the path that names something and can be read by who may do this. */
    private static Optional<String> readable(AdmittedRequest request) {
        if (RouteTable.isOpen(request.path())) {
            return Optional.empty();
        }
        Operation operation = request.admitted().operation();
        ServiceApi api = request.admitted().api();
        String path = request.path();
        while (path.length() > RouteTable.ROOT.length()) {
            Optional<ServiceApi.Match> read = api.find("GET", path);
            if (read.isPresent() && read.get().variables().isEmpty()) {
                return Optional.empty();
            }
            if (read.isPresent() && read.get().operation().isOpenTo(operation.roles())) {
                return Optional.of(path);
            }
            path = path.substring(0, path.lastIndexOf('/'));
        }
        return Optional.empty();
    }

    private static String token(AdmittedRequest request) {
        String authorization = request.getHeader("Authorization");
        return authorization == null ? "" : authorization.substring(BEARER.length());
    }
}
