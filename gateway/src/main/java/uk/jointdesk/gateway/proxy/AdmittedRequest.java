package uk.jointdesk.gateway.proxy;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.impl.HttpServerRequestInternal;
import io.vertx.core.http.impl.HttpServerRequestWrapper;

/** A request that carries, through the proxy, what it was admitted for. */
final class AdmittedRequest extends HttpServerRequestWrapper {

    private final Admission.Admitted admitted;

    AdmittedRequest(HttpServerRequest request, Admission.Admitted admitted) {
        super((HttpServerRequestInternal) request);
        this.admitted = admitted;
    }

    Admission.Admitted admitted() {
        return admitted;
    }
}
