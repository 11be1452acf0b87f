package uk.jointdesk.kit.problem;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import org.jboss.logging.MDC;
import uk.jointdesk.kit.web.RequestId;

/** Turns any refusal into its problem+json answer; the one place where the body of an error is made. */
@ApplicationScoped
public class Problems {

    private static final String TYPE = "https://jointdesk.example/problems/";

    public Response answer(Refusal refusal) {
        return answer(refusal.status(), refusal.code(), refusal.getMessage(), refusal.errors());
    }

    public Response answer(int status, String code, String detail, List<FieldError> errors) {
        Problem problem = new Problem(
                TYPE + code, title(code), status, detail, code, requestId(), errors.isEmpty() ? null : errors);
        return Response.status(status)
                .header(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .entity(problem)
                .build();
    }

    private static String requestId() {
        Object id = MDC.get(RequestId.KEY);
        return id == null ? null : id.toString();
    }

    private static String title(String code) {
        String words = code.replace('-', ' ');
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
