package uk.jointdesk.kit.problem;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import uk.jointdesk.issuer.BeyondIssuer;

/** A token that claims more than its issuer may say. */
@Provider
public class BeyondIssuerMapper implements ExceptionMapper<BeyondIssuer> {

    private final Problems problems;

    public BeyondIssuerMapper(Problems problems) {
        this.problems = problems;
    }

    @Override
    public Response toResponse(BeyondIssuer refused) {
        return problems.answer(BeyondIssuer.STATUS, BeyondIssuer.CODE, refused.getMessage(), List.of());
    }
}
