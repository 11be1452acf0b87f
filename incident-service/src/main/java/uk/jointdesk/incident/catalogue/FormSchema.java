package uk.jointdesk.incident.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaException;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaId;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import com.networknt.schema.resource.DisallowSchemaLoader;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import uk.jointdesk.kit.problem.FieldError;

/** What a form asks for, as JSON Schema 2020-12. A schema stands by itself: it never fetches another one. */
public final class FormSchema {

    private static final SchemaValidatorsConfig CONFIG = SchemaValidatorsConfig.builder()
            .pathType(PathType.JSON_POINTER)
            .formatAssertionsEnabled(true)
            .build();
    private static final JsonSchemaFactory FACTORY = JsonSchemaFactory.getInstance(
            VersionFlag.V202012,
            builder -> builder.schemaLoaders(loaders -> loaders.add(DisallowSchemaLoader.getInstance())));
    private static final JsonSchema META =
            JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(SchemaLocation.of(SchemaId.V202012), CONFIG);

    private final JsonSchema schema;

    private FormSchema(JsonSchema schema) {
        this.schema = schema;
    }

    /** @throws JsonSchemaException when it refers to what is not in it */
    public static FormSchema of(JsonNode schema) {
        JsonSchema compiled = FACTORY.getSchema(schema, CONFIG);
        compiled.initializeValidators();
        return new FormSchema(compiled);
    }

    /** What is wrong with a schema itself, by pointers into it below {@code at}. */
    public static List<FieldError> faults(JsonNode schema, String at) {
        List<FieldError> faults = errors(META.validate(schema), at);
        if (faults.isEmpty() && !"object".equals(schema.path("type").asText())) {
            return List.of(new FieldError(at + "/type", "is object: a form has named fields"));
        }
        return faults.isEmpty() ? referenceFault(schema, at) : faults;
    }

    /** What is wrong with a form that was filled in, by pointers into it below {@code at}. */
    public List<FieldError> errors(JsonNode form, String at) {
        return errors(schema.validate(form), at);
    }

    private static List<FieldError> referenceFault(JsonNode schema, String at) {
        try {
            of(schema);
            return List.of();
        } catch (JsonSchemaException unresolved) {
            return List.of(new FieldError(at, "refers to what is not in it"));
        }
    }

    private static List<FieldError> errors(Set<ValidationMessage> messages, String at) {
        return messages.stream()
                .map(message -> new FieldError(at + pointer(message), message.getError()))
                .sorted(Comparator.comparing(FieldError::pointer))
                .toList();
    }

    /** A field that is missing, or should not be there, is pointed at itself rather than at what it is missing from. */
    private static String pointer(ValidationMessage message) {
        String place = message.getInstanceLocation().toString();
        return message.getProperty() == null ? place : place + "/" + message.getProperty();
    }
}
