package uk.jointdesk.incident.intake.format;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Set;
import uk.jointdesk.incident.intake.domain.IntakeSource;
import uk.jointdesk.incident.intake.domain.RowRefused;
import uk.jointdesk.incident.ticket.domain.Fact;

/** Canonical events, one JSON object a line. */
final class Ndjson {

    private static final ObjectReader JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build()
            .readerFor(JsonNode.class);

    private static final Set<String> NUMBERS = Set.of("sequence", "rating", "recommend");

    /** No field of the contract has a longer name. */
    private static final int LONGEST_NAME = 40;

    private final IntakeSource source;

    Ndjson(IntakeSource source) {
        this.source = source;
    }

    Fact read(String line) throws RowRefused {
        JsonNode row = object(line);
        return CanonicalEvent.read(name -> text(row.get(name), name), source);
    }

    private static JsonNode object(String line) throws RowRefused {
        JsonNode row;
        try {
            row = JSON.readValue(line);
        } catch (JsonProcessingException broken) {
            throw malformed(broken);
        }
        if (row == null || !row.isObject()) {
            throw new RowRefused("json-not-an-object", "is not a JSON object", null);
        }
        return row;
    }

    /** In our own words: a library's are neither stable nor meant for who sent the row. */
    private static RowRefused malformed(JsonProcessingException broken) {
        JsonStreamContext place =
                broken.getProcessor() instanceof JsonParser reading ? reading.getParsingContext() : null;
        String field = place == null ? null : place.getCurrentName();
        boolean named = field != null && field.length() <= LONGEST_NAME;
        long character = broken.getLocation() == null ? 1 : broken.getLocation().getColumnNr();
        return new RowRefused(
                "json-malformed",
                "is not well-formed JSON, or names a field twice, at character " + character,
                named ? "/" + field : null);
    }

    private static String text(JsonNode value, String name) throws RowRefused {
        if (value == null || value.isNull()) {
            return null;
        }
        if (value.isTextual()) {
            return value.textValue();
        }
        if (value.isIntegralNumber() && NUMBERS.contains(name)) {
            return value.asText();
        }
        throw new RowRefused("field-invalid", "is not a text", "/" + name);
    }
}
