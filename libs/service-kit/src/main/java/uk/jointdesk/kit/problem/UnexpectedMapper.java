package uk.jointdesk.kit.problem;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import org.jboss.logging.Logger;

/** Our own fault: logged in full, told in one sentence that gives nothing of the inside away. */
@Provider
public class UnexpectedMapper implements ExceptionMapper<Throwable> {

    private static final Logger LOG = Logger.getLogger(UnexpectedMapper.class);

    private final Problems problems;

    public UnexpectedMapper(Problems problems) {
        this.problems = problems;
    }

    @Override
    public Response toResponse(Throwable failure) {
        LOG.error("request failed", failure);
        return problems.answer(
                500, "unexpected", "Something failed on our side; quote the request id when you report it.", List.of());
    }
}
