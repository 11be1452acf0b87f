package uk.jointdesk.incident.web;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;
import jakarta.ws.rs.BadRequestException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import uk.jointdesk.kit.problem.FieldError;
import uk.jointdesk.kit.problem.Refusal;

/**
 * Reads a JSON body when its turn has come, and no more than a megabyte of it. Whose ticket it is is decided before the
 * body is looked at, or a refusal of the body would tell a stranger that the ticket exists.
 */
@ApplicationScoped
public class Body {

    /** More than any ticket, note or calendar holds. */
    private static final int LONGEST = 1_000_000;

    private final ObjectMapper json;
    private final Validator validator;

    public Body(ObjectMapper json, Validator validator) {
        this.json = json;
        this.validator = validator;
    }

    public <T> T read(InputStream body, Class<T> type) {
        T value = parse(body, type);
        Set<ConstraintViolation<T>> violations = validator.validate(value);
        if (!violations.isEmpty()) {
            throw new ConstraintViolationException(violations);
        }
        return value;
    }

    /** Forms and patches hold texts of which no type says that they are some, and names of fields besides. */
    private void checkNoNul(byte[] bytes) throws IOException {
        try (JsonParser words = json.getFactory().createParser(bytes)) {
            for (JsonToken word = words.nextToken(); word != null; word = words.nextToken()) {
                boolean text = word == JsonToken.FIELD_NAME || word == JsonToken.VALUE_STRING;
                if (text && words.getText().indexOf('\0') >= 0) {
                    String pointer = words.getParsingContext().pathAsPointer().toString();
                    throw Refusal.refused(
                            "text-holds-nul",
                            "A text cannot be kept.",
                            new FieldError(pointer.replace("\0", ""), "holds a NUL character"));
                }
            }
        }
    }

    private <T> T parse(InputStream body, Class<T> type) {
        try {
            byte[] bytes = body.readNBytes(LONGEST + 1);
            if (bytes.length > LONGEST) {
                throw Refusal.tooLarge("The body has more than 1 MB.");
            }
            T value = json.readerFor(type)
                    .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .readValue(bytes);
            if (value == null) {
                throw Refusal.malformed("body-malformed", "The body is empty.");
            }
            checkNoNul(bytes);
            return value;
        } catch (JsonProcessingException broken) {
            throw new BadRequestException(broken);
        } catch (IOException interrupted) {
            throw Refusal.malformed("body-malformed", "The body ended before it was complete.");
        }
    }
}
