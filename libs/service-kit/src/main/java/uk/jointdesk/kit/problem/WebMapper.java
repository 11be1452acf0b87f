package uk.jointdesk.kit.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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

    @Context
    UriInfo asked;

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
        if (refused.getCause() instanceof NumberFormatException noNumber) {
            Optional<String> parameter = queryParameter(noNumber);
            if (parameter.isPresent()) {
                return problems.answer(Refusal.malformed(
                        "parameter-invalid",
                        "A parameter is not the number that it should be.",
                        FieldError.query(parameter.get(), "is a whole number")));
            }
        }
        if (status == 404) {
            return problems.answer(Refusal.notFound());
        }
        String code = CODES.getOrDefault(status, status < 500 ? "request-refused" : "unexpected");
        String reason = refused.getResponse().getStatusInfo().getReasonPhrase();
        return problems.answer(status, code, reason, List.of());
    }

    /** Which parameter was to be a number: JAX-RS does not say, but quotes what it read. */
    private Optional<String> queryParameter(NumberFormatException noNumber) {
        return asked.getQueryParameters().entrySet().stream()
                .filter(parameter -> parameter.getValue().stream()
                        .anyMatch(text -> String.valueOf(noNumber.getMessage()).contains('"' + text + '"')))
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
