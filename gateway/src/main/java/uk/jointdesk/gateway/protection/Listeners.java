package uk.jointdesk.gateway.protection;

import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.ClientAuth;
import io.vertx.core.http.HttpServerOptions;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What Quarkus has no setting for. */
@ApplicationScoped
public class Listeners implements HttpServerOptionsCustomizer {

    private final ClientAuth desks;

    /** @param desks whether those who connect over TLS show a certificate of their own: none, request or required */
    public Listeners(@ConfigProperty(name = "jointdesk.tls.client-certificates") ClientAuth desks) {
        this.desks = desks;
    }

    /** Without TLS there is HTTP/1.1 only: an upgrade in the open would let a request past what guards the wire. */
    @Override
    public void customizeHttpServer(HttpServerOptions options) {
        options.setHttp2ClearTextEnabled(false);
    }

    @Override
    public void customizeHttpsServer(HttpServerOptions options) {
        options.setClientAuth(desks);
    }
}
