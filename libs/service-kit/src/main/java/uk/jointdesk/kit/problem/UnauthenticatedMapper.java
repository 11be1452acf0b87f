package uk.jointdesk.kit.problem;

import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.List;

/** No token. */
@Provider
public class UnauthenticatedMapper implements ExceptionMapper<UnauthorizedException> {

    private final Problems problems;

    public UnauthenticatedMapper(Problems problems) {
        this.problems = problems;
    }

    @Override
    public Response toResponse(UnauthorizedException refused) {
        return challenge(problems, "token-required", "Send a bearer token of the Jointdesk realm.");
    }

    static Response challenge(Problems problems, String code, String detail) {
        Response answer = problems.answer(401, code, detail, List.of());
        answer.getHeaders().putSingle(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        return answer;
    }
}
