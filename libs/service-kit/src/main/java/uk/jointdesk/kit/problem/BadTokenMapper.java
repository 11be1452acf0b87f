package uk.jointdesk.kit.problem;

import io.quarkus.security.AuthenticationFailedException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** A token that is expired, forged or meant for somebody else. */
@Provider
public class BadTokenMapper implements ExceptionMapper<AuthenticationFailedException> {

    private final Problems problems;

    public BadTokenMapper(Problems problems) {
        this.problems = problems;
    }

    @Override
    public Response toResponse(AuthenticationFailedException refused) {
        return UnauthenticatedMapper.challenge(problems, "token-invalid", "The token is not valid here.");
    }
}
