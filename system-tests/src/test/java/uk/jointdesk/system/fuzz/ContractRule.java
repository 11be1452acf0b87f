package uk.jointdesk.system.fuzz;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.oas.OpenApi31;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import uk.jointdesk.system.operation.Contract;
import uk.jointdesk.system.operation.Operation;

/**
 * Whether a body breaks what a contract says of it, as an independent reader of JSON Schema sees it. The conventions of
 * the suite hold (decision 120): null is absent, a patch requires nothing, a key named twice is no JSON, nesting ends at
 * 64. What a format means is left to the services.
 */
final class ContractRule {

    private static final String ROOT = "https://jointdesk.example/openapi";
    private static final ObjectReader READER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build()
            .reader();
    private static final int DEEPEST = 64;
    private static final int LONGEST = 1_000_000;

    static {
        READER.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(DEEPEST)
                        .maxStringLength(LONGEST)
                        .build());
    }

    private final Contract contract;
    private final JsonSchema whole;
    private final Map<Operation, JsonSchema> schemas = new ConcurrentHashMap<>();

    ContractRule(Contract contract) {
        this.contract = contract;
        this.whole = JsonSchemaFactory.getInstance(
                        SpecVersion.VersionFlag.V202012, builder -> builder.metaSchema(OpenApi31.getInstance())
                                .defaultMetaSchemaIri(OpenApi31.getInstance().getIri()))
                .getSchema(
                        SchemaLocation.of(ROOT),
                        contract.document(),
                        SchemaValidatorsConfig.builder()
                                .formatAssertionsEnabled(false)
                                .cacheRefs(true)
                                .build());
    }

    /** @param body of the operation, in its first media type, which is one of JSON */
    boolean isBrokenBy(Operation operation, byte[] body) {
        if (body.length > LONGEST) {
            return true;
        }
        try (JsonParser parser = READER.createParser(body)) {
            JsonNode document = READER.readTree(parser);
            return document == null || parser.nextToken() != null || breaks(operation, document);
        } catch (IOException unreadable) {
            return true;
        }
    }

    private boolean breaks(Operation operation, JsonNode document) {
        dropNulls(document);
        boolean patch = operation.method().equals("PATCH");
        JsonSchema schema = schemas.computeIfAbsent(operation, this::compiled);
        return schema.validate(document, context -> context.getExecutionConfig().setFailFast(!patch)).stream()
                .anyMatch(fault -> !patch || !Objects.equals(fault.getType(), "required"));
    }

    private JsonSchema compiled(Operation operation) {
        return whole.getRefSchema(SchemaLocation.Fragment.of(contract.bodyPointer(operation)));
    }

    private static void dropNulls(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.removeIf(JsonNode::isNull);
        }
        node.forEach(ContractRule::dropNulls);
    }
}
