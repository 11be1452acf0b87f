package uk.jointdesk.kit.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import java.util.Map;

/** What JAX-RS itself refuses: unknown paths, wrong methods, wrong media types, unreadable parameters. */
@Provider
public class WebMapper implements ExceptionMapper<WebApplicationException> {

    private static final Map<Integer, String> CODES = Map.of(
            400, "request-malformed",
            401, "token-required",
            403, "not-allowed",
            404, "not-found",
            405, "method-not-allowed",
            406, "not-acceptable",
            413, "too-large",
            415, "media-type-unsupported");

    private final Problems problems;

    public WebMapper(Problems problems) {
        this.problems = problems;
    }

    @Override
    public Response toResponse(WebApplicationException refused) {
        if (refused.getCause() instanceof JsonProcessingException json) {
            return JsonMapper.answer(problems, json);
        }
        if (refused.getCause() instanceof Refusal refusal) {
            return problems.answer(refusal);
        }
        int status = refused.getResponse().getStatus();
        if (status == 404) {
            return problems.answer(Refusal.notFound());
        }
        String code = CODES.getOrDefault(status, status < 500 ? "request-refused" : "unexpected");
        String reason = refused.getResponse().getStatusInfo().getReasonPhrase();
        return problems.answer(status, code, reason, List.of());
    }
}
