package uk.jointdesk.incident.audit.web;

import io.quarkus.runtime.BlockingOperationControl;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;
import uk.jointdesk.incident.audit.AuditedRequest;
import uk.jointdesk.incident.audit.domain.AuditEntry;
import uk.jointdesk.incident.audit.store.AuditTrail;
import uk.jointdesk.incident.audit.store.Recorder;
import uk.jointdesk.kit.web.RequestId;

/** Sees to it that every write, done or refused, has its entry in the audit trail. */
@Provider
public class AuditFilter implements ContainerRequestFilter, ContainerResponseFilter {

    private static final Logger LOG = Logger.getLogger(AuditFilter.class);

    /** Set by the gateway, which drops what callers send under this name. */
    private static final String FORWARDED_FOR = "X-Forwarded-For";

    private static final Pattern ADDRESS = Pattern.compile("[0-9A-Fa-f.:]{2,45}");
    private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");

    private final AuditedRequest request;
    private final Recorder recorder;
    private final AuditTrail trail;
    private final CurrentVertxRequest current;
    private final ExecutorService executor;

    @Context
    ResourceInfo resource;

    public AuditFilter(
            AuditedRequest request,
            Recorder recorder,
            AuditTrail trail,
            CurrentVertxRequest current,
            ExecutorService executor) {
        this.request = request;
        this.recorder = recorder;
        this.trail = trail;
        this.current = current;
        this.executor = executor;
    }

    @Override
    public void filter(ContainerRequestContext context) {
        begin(context);
    }

    @Override
    public void filter(ContainerRequestContext context, ContainerResponseContext response) {
        begin(context);
        boolean told = request.isRecorded() && response.getStatus() < 400;
        if (request.line() != null && !told) {
            write(recorder.answered(response.getStatus(), created(response)));
        }
    }

    /** A request that is refused before its turn comes reaches the second filter only. */
    private void begin(ContainerRequestContext context) {
        if (READS.contains(context.getMethod()) || request.line() != null || resource.getResourceMethod() == null) {
            return;
        }
        request.begin(new AuditedRequest.Line(
                context.getMethod(),
                template(),
                named(context.getUriInfo().getPathParameters()),
                Objects.toString(context.getProperty(RequestId.KEY), null),
                address(context)));
    }

    /** Entries that have no transaction to travel in; on the event loop nobody may wait for a database. */
    private void write(AuditEntry entry) {
        if (BlockingOperationControl.isBlockingAllowed()) {
            add(entry);
        } else {
            executor.execute(() -> add(entry));
        }
    }

    private void add(AuditEntry entry) {
        try {
            trail.add(entry);
        } catch (RuntimeException lost) {
            LOG.errorf(lost, "the audit trail misses request %s", entry.requestId());
        }
    }

    private String template() {
        Path ofClass = resource.getResourceClass().getAnnotation(Path.class);
        Path ofMethod = resource.getResourceMethod().getAnnotation(Path.class);
        String root = ofClass == null ? "" : ofClass.value();
        return ofMethod == null ? root : root + "/" + ofMethod.value();
    }

    private static String named(MultivaluedMap<String, String> parameters) {
        return List.of("reference", "code", "id").stream()
                .map(parameters::getFirst)
                .filter(name -> name != null && name.indexOf('\0') < 0)
                .findFirst()
                .orElse(null);
    }

    private static String created(ContainerResponseContext response) {
        String location = response.getHeaderString(HttpHeaders.LOCATION);
        return location == null ? null : location.substring(location.lastIndexOf('/') + 1);
    }

    private String address(ContainerRequestContext context) {
        String forwarded = context.getHeaderString(FORWARDED_FOR);
        if (forwarded != null && ADDRESS.matcher(forwarded).matches()) {
            return forwarded;
        }
        return current.getCurrent() == null
                ? null
                : current.getCurrent().request().remoteAddress().hostAddress();
    }
}
