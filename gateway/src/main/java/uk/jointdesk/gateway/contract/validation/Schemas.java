package uk.jointdesk.gateway.contract.validation;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import com.networknt.schema.oas.OpenApi31;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import uk.jointdesk.gateway.problem.FieldError;

/**
 * The schemas of one OpenAPI 3.1 document, each compiled once. What a format means (a day, an instant, an id) is left
 * to the service, which says it better.
 */
final class Schemas {

    private static final String ROOT = "https://jointdesk.example/openapi";
    private static final SchemaValidatorsConfig CONFIG = SchemaValidatorsConfig.builder()
            .formatAssertionsEnabled(false)
            .cacheRefs(true)
            .build();

    /** What a reader of JSON into fields stumbles over; the rest it reads, and a rule refuses it. */
    private static final Set<String> UNREADABLE =
            Set.of("type", "enum", "const", "additionalProperties", "unevaluatedProperties", "oneOf", "anyOf");

    private static final int MOST_FAULTS = 20;

    /** Of a body with more parts than this the first fault is enough: each fault is kept until all are found. */
    private static final int MANY_PARTS = 10_000;

    private final JsonNode document;
    private final JsonSchema whole;

    Schemas(JsonNode document) {
        this.document = document;
        this.whole = JsonSchemaFactory.getInstance(
                        SpecVersion.VersionFlag.V202012, builder -> builder.metaSchema(OpenApi31.getInstance())
                                .defaultMetaSchemaIri(OpenApi31.getInstance().getIri()))
                .getSchema(SchemaLocation.of(ROOT), document, CONFIG);
    }

    /** What this place of the document refers to in the end. */
    Place follow(Place place) {
        Place at = place;
        for (int hops = 0; hops < 10; hops++) {
            String reference = document.at(at.pointer()).path("$ref").asText("");
            if (!reference.startsWith("#/")) {
                return at;
            }
            at = new Place(reference.substring(1));
        }
        return at;
    }

    JsonNode read(Place place) {
        return document.at(place.pointer());
    }

    /** A part of the one document: asked for by its address, the library would read the whole text for each part. */
    JsonSchema compile(Place place) {
        JsonSchema schema = whole.getRefSchema(SchemaLocation.Fragment.of(place.pointer()));
        schema.initializeValidators();
        return schema;
    }

    static List<Fault> faults(JsonSchema schema, JsonNode value) {
        boolean many = hasManyParts(value);
        return schema.validate(value, context -> context.getExecutionConfig().setFailFast(many)).stream()
                .map(Schemas::fault)
                .sorted(Comparator.comparing(Fault::pointer).thenComparing(Fault::message))
                .distinct()
                .limit(MOST_FAULTS)
                .toList();
    }

    /** Whether only the first of its faults is looked for. */
    static boolean hasManyParts(JsonNode value) {
        return partsOf(value, MANY_PARTS) > MANY_PARTS;
    }

    /** How many values it is made of, counted no further than it takes to know that they are more than so many. */
    private static int partsOf(JsonNode value, int most) {
        int parts = 1;
        for (JsonNode part : value) {
            if (parts > most) {
                return parts;
            }
            parts += partsOf(part, most - parts);
        }
        return parts;
    }

    private static Fault fault(ValidationMessage message) {
        String at = message.getInstanceLocation().toString();
        String keyword = message.getType();
        return switch (keyword) {
            case "required" -> Fault.broken(at + "/" + escape(message.getProperty()), Fault.MISSING);
            case "additionalProperties", "unevaluatedProperties" ->
                Fault.malformed(at + "/" + escape(message.getProperty()), "is an unknown field");
            case "type" -> Fault.malformed(at, "is not " + type(message.getArguments()));
            case "enum" -> Fault.malformed(at, "is one of " + listed(message));
            default -> new Fault(new FieldError(at, words(message)), UNREADABLE.contains(keyword));
        };
    }

    private static String listed(ValidationMessage message) {
        JsonNode values = message.getSchemaNode();
        StringBuilder list = new StringBuilder();
        values.forEach(value -> list.append(list.isEmpty() ? "" : ", ").append(value.asText()));
        return list.toString();
    }

    private static String type(Object[] arguments) {
        String expected = arguments.length > 1 ? String.valueOf(arguments[1]) : "";
        return switch (expected) {
            case "string" -> "a text";
            case "integer" -> "a whole number";
            case "number" -> "a number";
            case "boolean" -> "true or false";
            case "array" -> "a list";
            case "object" -> "an object";
            default -> "what is read here";
        };
    }

    /** The library's sentence without the place, which the pointer says. */
    private static String words(ValidationMessage message) {
        String text = message.getMessage();
        int colon = text.indexOf(": ");
        return colon < 0 ? text : text.substring(colon + 2);
    }

    private static String escape(String name) {
        return name == null ? "" : name.replace("~", "~0").replace("/", "~1");
    }
}
