package uk.jointdesk.gateway.contract.lint;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.oas.OpenApi31;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Rules about the document as a whole, its references and its schemas. */
final class DocumentRules {

    private static final String ROOT = "https://jointdesk.example/contract";

    static final List<Rule> ALL = List.of(
            new Rule(
                    "info-description", contract -> isText(contract.path("info").path("description"), "/info")),
            new Rule(
                    "oas3-api-servers",
                    contract -> contract.path("servers").isEmpty() ? List.of("/servers") : List.of()),
            new Rule("invalid-ref", DocumentRules::danglingReferences),
            new Rule("oas3-unused-component", DocumentRules::unusedComponents),
            new Rule("oas3-valid-schema-example", DocumentRules::wrongExamples),
            new Rule("duplicated-entry-in-enum", DocumentRules::repeatedWords),
            new Rule("typed-enum", DocumentRules::untypedWords),
            new Rule("no-script-tags-in-markdown", DocumentRules::scripts),
            new Rule("response-description", DocumentRules::speechlessAnswers));

    private DocumentRules() {}

    private static List<String> isText(JsonNode node, String place) {
        return node.asText("").isBlank() ? List.of(place) : List.of();
    }

    private static List<String> danglingReferences(JsonNode contract) {
        List<String> dangling = new ArrayList<>();
        Walk.all("", contract, (pointer, node) -> {
            JsonNode reference = node.path("$ref");
            boolean leads = !reference.isTextual()
                    || (reference.asText().startsWith("#/")
                            && !contract.at(reference.asText().substring(1)).isMissingNode());
            if (!leads) {
                dangling.add(pointer + " " + reference.asText());
            }
        });
        return dangling;
    }

    private static List<String> unusedComponents(JsonNode contract) {
        Set<String> unused = new TreeSet<>();
        contract.path("components").properties().stream()
                .filter(kind -> !"securitySchemes".equals(kind.getKey()))
                .forEach(kind -> kind.getValue()
                        .propertyStream()
                        .forEach(component -> unused.add("#/components/" + kind.getKey() + "/" + component.getKey())));
        contract.findValuesAsText("$ref").forEach(unused::remove);
        return List.copyOf(unused);
    }

    private static List<String> wrongExamples(JsonNode contract) {
        JsonSchemaFactory factory = JsonSchemaFactory.getInstance(
                SpecVersion.VersionFlag.V202012, builder -> builder.metaSchema(OpenApi31.getInstance())
                        .defaultMetaSchemaIri(OpenApi31.getInstance().getIri())
                        .schemaLoaders(loaders -> loaders.schemas(Map.of(ROOT, contract.toString()))));
        SchemaValidatorsConfig config =
                SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();
        List<String> wrong = new ArrayList<>();
        Walk.all("", contract, (pointer, node) -> {
            if (node.path("examples").isArray()) {
                JsonSchema schema = factory.getSchema(SchemaLocation.of(ROOT + "#" + pointer), config);
                node.path("examples").forEach(example -> schema.validate(example)
                        .forEach(message -> wrong.add(pointer + " " + example + " " + message.getMessage())));
            }
        });
        return wrong;
    }

    private static List<String> repeatedWords(JsonNode contract) {
        List<String> repeated = new ArrayList<>();
        Walk.all("", contract, (pointer, node) -> {
            Set<JsonNode> seen = new HashSet<>();
            if (node.path("enum").isArray()) {
                node.path("enum").forEach(word -> {
                    if (!seen.add(word)) {
                        repeated.add(pointer + " " + word);
                    }
                });
            }
        });
        return repeated;
    }

    private static List<String> untypedWords(JsonNode contract) {
        List<String> untyped = new ArrayList<>();
        Walk.all("", contract, (pointer, node) -> {
            boolean text = "string".equals(node.path("type").asText());
            if (text && node.path("enum").isArray()) {
                node.path("enum").forEach(word -> {
                    if (!word.isTextual()) {
                        untyped.add(pointer + " " + word);
                    }
                });
            }
        });
        return untyped;
    }

    private static List<String> scripts(JsonNode contract) {
        List<String> scripts = new ArrayList<>();
        Walk.all("", contract, (pointer, node) -> {
            if (node.path("description").asText("").contains("<script")) {
                scripts.add(pointer);
            }
        });
        return scripts;
    }

    private static List<String> speechlessAnswers(JsonNode contract) {
        List<String> speechless = new ArrayList<>();
        Walk.operations(contract).forEach(operation -> operation
                .definition()
                .path("responses")
                .properties()
                .forEach(answer -> {
                    if (Walk.follow(contract, answer.getValue())
                            .path("description")
                            .asText("")
                            .isBlank()) {
                        speechless.add(operation.name() + " " + answer.getKey());
                    }
                }));
        return speechless;
    }
}
