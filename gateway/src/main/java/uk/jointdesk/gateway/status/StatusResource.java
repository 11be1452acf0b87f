package uk.jointdesk.gateway.status;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.Optional;
import uk.jointdesk.gateway.identity.Caller;
import uk.jointdesk.gateway.identity.Readers;
import uk.jointdesk.gateway.page.Shell;

/** How the suite does. Open to everybody, for it is read most when nobody can sign in. */
@Path("/status")
@PermitAll
public class StatusResource {

    private final Lookout lookout;
    private final Readers readers;
    private final Shell shell;
    private final Clock clock;

    StatusResource(Lookout lookout, Readers readers, Shell shell, Clock clock) {
        this.lookout = lookout;
        this.readers = readers;
        this.shell = shell;
        this.clock = clock;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Uni<StatusView> status(RoutingContext request) {
        return readers.of(request).map(this::view);
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    public Uni<TemplateInstance> page(RoutingContext request) {
        return readers.of(request)
                .map(reader -> new StatusPage(reader.map(shell::of).orElseGet(shell::anonymous), view(reader)));
    }

    private StatusView view(Optional<Caller> reader) {
        return StatusView.of(lookout.seen(), Audience.of(reader), clock.instant());
    }
}
