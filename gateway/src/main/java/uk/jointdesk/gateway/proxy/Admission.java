package uk.jointdesk.gateway.proxy;

import io.vertx.core.Future;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import uk.jointdesk.gateway.access.AccessNote;
import uk.jointdesk.gateway.contract.Operation;
import uk.jointdesk.gateway.contract.ServiceApi;
import uk.jointdesk.gateway.contract.ServiceApis;
import uk.jointdesk.gateway.contract.validation.OperationCheck;
import uk.jointdesk.gateway.identity.Caller;
import uk.jointdesk.gateway.partner.PartnerRegister;
import uk.jointdesk.gateway.problem.Problem;
import uk.jointdesk.gateway.problem.Refusal;
import uk.jointdesk.gateway.route.RouteTable;
import uk.jointdesk.gateway.route.Service;
import uk.jointdesk.gateway.trace.RequestSpan;

/**
 * The first of three layers that keep a council to its own: is there such an operation, may these roles call it, and
 * does the caller speak for every partner the request names. The services and their databases judge again.
 */
@ApplicationScoped
public class Admission {

    /** A path or query variable of this name holds a partner code, in every service. */
    private static final String PARTNER = "partner";

    private final ServiceApis apis;
    private final PartnerRegister partners;

    public Admission(ServiceApis apis, PartnerRegister partners) {
        this.apis = apis;
        this.partners = partners;
    }

    /**
     * The ticket to pass, or a failure with the {@link Refusal}.
     *
     * @param caller null on a path that is open to everybody
     */
    public Future<Admitted> judge(Caller caller, HttpServerRequest request) {
        Optional<Service> owner = RouteTable.ownerOf(request.path());
        if (owner.isEmpty()) {
            return refuse(Problem.NOT_FOUND);
        }
        return apis.of(owner.get()).compose(api -> judge(caller, request, api));
    }

    private Future<Admitted> judge(Caller caller, HttpServerRequest request, ServiceApi api) {
        Optional<ServiceApi.Match> found = api.find(request.method().name(), request.path());
        if (found.isEmpty()) {
            Set<String> methods = api.methodsOf(request.path());
            return methods.isEmpty() ? refuse(Problem.NOT_FOUND) : refuseMethod(request, methods);
        }
        Operation operation = found.get().operation();
        AccessNote.of(request).operation(api.service().title(), operation.name());
        RequestSpan.route(request, operation.path().text());
        if (RouteTable.isOpen(request.path())) {
            return Future.succeededFuture(new Admitted(api, operation));
        }
        if (!operation.isOpenTo(caller.roles())) {
            return refuse(Problem.NOT_ALLOWED);
        }
        return speaksForAll(caller, named(request, found.get()))
                .compose(yes -> yes ? Future.succeededFuture(new Admitted(api, operation)) : refuse(Problem.NOT_FOUND));
    }

    private static List<String> named(HttpServerRequest request, ServiceApi.Match match) {
        List<String> codes = new ArrayList<>(request.params().getAll(PARTNER));
        Optional.ofNullable(match.variables().get(PARTNER)).ifPresent(codes::add);
        return codes.stream()
                .flatMap(value -> Arrays.stream(value.split(",", -1)))
                .map(String::trim)
                .filter(code -> !code.isEmpty())
                .distinct()
                .toList();
    }

    private Future<Boolean> speaksForAll(Caller caller, Collection<String> codes) {
        Future<Boolean> all = Future.succeededFuture(true);
        for (String code : codes) {
            all = all.compose(soFar -> soFar ? partners.speaksFor(caller, code) : Future.succeededFuture(false));
        }
        return all;
    }

    private static Future<Admitted> refuseMethod(HttpServerRequest request, Set<String> methods) {
        request.response().putHeader("Allow", String.join(", ", methods));
        return refuse(Problem.METHOD_NOT_ALLOWED);
    }

    private static Future<Admitted> refuse(Problem problem) {
        return Future.failedFuture(new Refusal(problem));
    }

    /** A request that may pass. */
    public record Admitted(ServiceApi api, Operation operation) {

        Service service() {
            return api.service();
        }

        /** What the request and its answer are held against. */
        OperationCheck check() {
            return api.checkOf(operation);
        }

        /** An import's body may be of any length and takes the time it takes. */
        boolean isImport() {
            return operation.path().text().endsWith("/imports") && "POST".equals(operation.method());
        }

        /** Server-sent events go on for as long as somebody listens. */
        boolean isStream() {
            return operation.path().text().endsWith("/stream") && "GET".equals(operation.method());
        }
    }
}
