package uk.jointdesk.kit.problem;

import io.quarkus.oidc.OIDCException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import org.jboss.logging.Logger;

/** A token that cannot be judged, because the identity provider that it names does not answer. */
@Provider
public class IssuerSilentMapper implements ExceptionMapper<OIDCException> {

    private static final Logger LOG = Logger.getLogger(IssuerSilentMapper.class);

    private final Problems problems;

    public IssuerSilentMapper(Problems problems) {
        this.problems = problems;
    }

    @Override
    public Response toResponse(OIDCException silent) {
        LOG.warnf("no identity could be established: %s", silent.getMessage());
        return problems.answer(
                503,
                "identity-unavailable",
                "The identity provider does not answer; try again in a moment.",
                List.of());
    }
}
