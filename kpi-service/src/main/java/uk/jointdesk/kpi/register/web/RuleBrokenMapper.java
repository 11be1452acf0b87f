package uk.jointdesk.kpi.register.web;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import uk.jointdesk.kit.problem.FieldError;
import uk.jointdesk.kit.problem.Problems;
import uk.jointdesk.kit.problem.Refusal;
import uk.jointdesk.kpi.register.domain.RuleBroken;

/** A broken rule of the register is a 422 that points at the field. */
@Provider
public class RuleBrokenMapper implements ExceptionMapper<RuleBroken> {

    private final Problems problems;

    public RuleBrokenMapper(Problems problems) {
        this.problems = problems;
    }

    @Override
    public Response toResponse(RuleBroken broken) {
        return problems.answer(Refusal.refused(
                broken.code(), "The entry breaks a rule.", new FieldError(broken.pointer(), broken.getMessage())));
    }
}
