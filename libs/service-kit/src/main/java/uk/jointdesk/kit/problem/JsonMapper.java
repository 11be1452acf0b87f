package uk.jointdesk.kit.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import java.util.stream.Collectors;

/** A body that is not the JSON that was asked for: the answer points at the place and repeats none of the content. */
@Provider
public class JsonMapper implements ExceptionMapper<MismatchedInputException> {

    private final Problems problems;

    public JsonMapper(Problems problems) {
        this.problems = problems;
    }

    @Override
    public Response toResponse(MismatchedInputException broken) {
        return answer(problems, broken);
    }

    static Response answer(Problems problems, JsonProcessingException broken) {
        String pointer = broken instanceof JsonMappingException mapping ? pointer(mapping) : "";
        return problems.answer(
                400,
                "body-malformed",
                "The body is not what is read here.",
                List.of(new FieldError(pointer, message(broken))));
    }

    private static String message(JsonProcessingException broken) {
        if (broken instanceof UnrecognizedPropertyException unknown) {
            return "unknown field '" + unknown.getPropertyName() + "'";
        }
        if (broken.getCause() instanceof Refusal refusal) {
            return refusal.getMessage();
        }
        if (broken instanceof MismatchedInputException mismatched && mismatched.getTargetType() != null) {
            return "is not a valid " + mismatched.getTargetType().getSimpleName();
        }
        return broken.getLocation() == null
                ? "is not well-formed JSON"
                : "is not well-formed JSON at line " + broken.getLocation().getLineNr() + ", column "
                        + broken.getLocation().getColumnNr();
    }

    private static String pointer(JsonMappingException broken) {
        return broken.getPath().stream()
                .map(step -> "/" + (step.getFieldName() == null ? step.getIndex() : step.getFieldName()))
                .collect(Collectors.joining());
    }
}
