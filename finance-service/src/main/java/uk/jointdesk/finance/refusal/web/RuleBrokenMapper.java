package uk.jointdesk.finance.refusal.web;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import uk.jointdesk.finance.refusal.domain.RuleBroken;
import uk.jointdesk.kit.problem.FieldError;
import uk.jointdesk.kit.problem.Problems;
import uk.jointdesk.kit.problem.Refusal;

/** A broken rule of finance is a 422 that points at the number. */
@Provider
public class RuleBrokenMapper implements ExceptionMapper<RuleBroken> {
    private final Problems problems;

    public RuleBrokenMapper(Problems problems) {
        this.problems = problems;
    }

    @Override
    public Response toResponse(RuleBroken broken) {
        return problems.answer(Refusal.refused(
                broken.code(), broken.getMessage(), new FieldError(broken.pointer(), broken.getMessage())));
    }
}
