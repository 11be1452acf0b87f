package uk.jointdesk.kit.problem;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Our own refusals. */
@Provider
public class RefusalMapper implements ExceptionMapper<Refusal> {

    private final Problems problems;

    public RefusalMapper(Problems problems) {
        this.problems = problems;
    }

    @Override
    public Response toResponse(Refusal refusal) {
        return problems.answer(refusal);
    }
}
