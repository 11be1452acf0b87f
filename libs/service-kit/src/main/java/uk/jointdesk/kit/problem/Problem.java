package uk.jointdesk.kit.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/** A refusal as RFC 9457 wants it told, with a stable code and the fields at fault. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
        String type, String title, int status, String detail, String code, String requestId, List<FieldError> errors) {

    public static final String MEDIA_TYPE = "application/problem+json";
}
