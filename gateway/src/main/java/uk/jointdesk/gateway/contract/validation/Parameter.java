package uk.jointdesk.gateway.contract.validation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.networknt.schema.JsonSchema;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/** One parameter of an operation, able to say whether a value is one it takes. */
final class Parameter {

    private static final String VERSION = "If-Match";

    private final String name;
    private final String where;
    private final boolean required;
    private final String type;
    private final JsonSchema schema;

    private Parameter(String name, String where, boolean required, String type, JsonSchema schema) {
        this.name = name;
        this.where = where;
        this.required = required;
        this.type = type;
        this.schema = schema;
    }

    /** @param place of the parameter, which may be a reference */
    static Parameter of(Schemas schemas, Place place) {
        Place declared = schemas.follow(place);
        JsonNode definition = schemas.read(declared);
        Place schema = schemas.follow(declared.then("schema"));
        String type = schemas.read(schema).path("type").asText("");
        if ("array".equals(type)) {
            schema = schemas.follow(schema.then("items"));
            type = schemas.read(schema).path("type").asText("");
        }
        return new Parameter(
                definition.path("name").asText(),
                definition.path("in").asText(),
                definition.path("required").asBoolean(false),
                type,
                schemas.read(schema).isObject() ? schemas.compile(schema) : null);
    }

    String name() {
        return name;
    }

    boolean isIn(String place) {
        return where.equals(place);
    }

    /** @param values all that the request gives; each is judged, a value that is left empty counts as not given */
    Optional<Fault> check(List<String> values) {
        List<String> given = values.stream().filter(value -> !value.isEmpty()).toList();
        if (given.isEmpty()) {
            return required && !isAnsweredByService() ? Optional.of(fault(Fault.MISSING)) : Optional.empty();
        }
        return given.stream()
                .map(this::check)
                .filter(Optional::isPresent)
                .map(Optional::get)
                .findFirst();
    }

    /** That nobody said which version is to be changed has a status of its own, 428, which the service answers. */
    private boolean isAnsweredByService() {
        return VERSION.equalsIgnoreCase(name);
    }

    private Optional<Fault> check(String value) {
        Optional<JsonNode> read = read(value);
        if (read.isEmpty()) {
            return Optional.of(fault(expected()));
        }
        if (schema == null) {
            return Optional.empty();
        }
        return Schemas.faults(schema, read.get()).stream().findFirst().map(broken -> fault(broken.message()));
    }

    private Optional<JsonNode> read(String value) {
        return switch (type) {
            case "integer" -> value.matches("[+-]?\\d{1,19}") ? Optional.of(whole(value)) : Optional.empty();
            case "number" ->
                value.matches("[+-]?\\d{1,19}(\\.\\d{1,19})?")
                        ? Optional.of(DecimalNode.valueOf(new BigDecimal(value)))
                        : Optional.empty();
            case "boolean" ->
                value.matches("(?i)true|false")
                        ? Optional.of(BooleanNode.valueOf("true".equalsIgnoreCase(value)))
                        : Optional.empty();
            default -> Optional.of(TextNode.valueOf(value));
        };
    }

    private static JsonNode whole(String value) {
        return BigIntegerNode.valueOf(new BigInteger(value));
    }

    private String expected() {
        return switch (type) {
            case "integer" -> "is a whole number";
            case "number" -> "is a number";
            default -> "is true or false";
        };
    }

    private Fault fault(String message) {
        return Fault.malformed(where + ":" + name, message);
    }
}
