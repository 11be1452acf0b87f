package uk.jointdesk.gateway.contract.validation;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Iterator;

/**
 * JSON as every service of the suite reads it, so that the door and the house understand the same: a key named twice
 * is no JSON, nesting ends at 64, and a field that is null is a field that is not there.
 */
final class SuiteDialect {

    private static final int DEEPEST = 64;

    private static final ObjectReader READER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build()
            .reader();

    static {
        READER.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(DEEPEST)
                        .maxStringLength(1_000_000)
                        .build());
    }

    private SuiteDialect() {}

    /** The document without its nulls. */
    static JsonNode read(byte[] bytes) throws IOException {
        try (JsonParser parser = READER.createParser(bytes)) {
            JsonNode document = READER.readTree(parser);
            if (parser.nextToken() != null) {
                throw new IOException("more than one document");
            }
            dropNulls(document);
            return document;
        }
    }

    private static void dropNulls(JsonNode node) {
        if (node instanceof ObjectNode object) {
            Iterator<JsonNode> values = object.iterator();
            while (values.hasNext()) {
                JsonNode value = values.next();
                if (value.isNull()) {
                    values.remove();
                } else {
                    dropNulls(value);
                }
            }
        } else if (node instanceof ArrayNode array) {
            array.forEach(SuiteDialect::dropNulls);
        }
    }
}
