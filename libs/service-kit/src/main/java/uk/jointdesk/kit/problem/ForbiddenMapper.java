package uk.jointdesk.kit.problem;

import io.quarkus.security.ForbiddenException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.List;

/** A known caller without the role. */
@Provider
public class ForbiddenMapper implements ExceptionMapper<ForbiddenException> {

    private final Problems problems;

    public ForbiddenMapper(Problems problems) {
        this.problems = problems;
    }

    @Override
    public Response toResponse(ForbiddenException refused) {
        return problems.answer(403, "not-allowed", "Your roles do not include this operation.", List.of());
    }
}
