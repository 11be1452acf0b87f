package uk.jointdesk.kit.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import uk.jointdesk.kit.json.ValueRefused;

/** A body that is not the JSON that was asked for: the answer points at the place and repeats none of the content. */
@Provider
public class JsonMapper implements ExceptionMapper<MismatchedInputException> {

    private static final Map<Class<?>, String> WORDS = Map.of(
            String.class, "is not a text",
            Boolean.class, "is not true or false",
            boolean.class, "is not true or false",
            Integer.class, "is not a whole number",
            int.class, "is not a whole number",
            Long.class, "is not a whole number",
            long.class, "is not a whole number",
            Instant.class, "is not an instant such as 2021-06-07T09:00:00Z",
            LocalDate.class, "is not a day such as 2021-06-07",
            UUID.class, "is not an id");

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
        if (broken instanceof ValueRefused refused) {
            FieldError error = new FieldError(pointer, refused.getOriginalMessage());
            return problems.answer(422, refused.code(), "A value cannot be kept.", List.of(error));
        }
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
            return expected(mismatched.getTargetType());
        }
        return broken.getLocation() == null
                ? "is not well-formed JSON"
                : "is not well-formed JSON at line " + broken.getLocation().getLineNr() + ", column "
                        + broken.getLocation().getColumnNr();
    }

    /** What was to stand there, in words of the contract. */
    private static String expected(Class<?> type) {
        if (type.isEnum()) {
            return "is one of "
                    + Arrays.stream(type.getEnumConstants())
                            .map(Object::toString)
                            .collect(Collectors.joining(", "));
        }
        if (Collection.class.isAssignableFrom(type)) {
            return "is not a list";
        }
        return WORDS.getOrDefault(type, "is not what is read here");
    }

    private static String pointer(JsonMappingException broken) {
        return broken.getPath().stream()
                .map(step -> "/" + (step.getFieldName() == null ? step.getIndex() : step.getFieldName()))
                .collect(Collectors.joining());
    }
}
