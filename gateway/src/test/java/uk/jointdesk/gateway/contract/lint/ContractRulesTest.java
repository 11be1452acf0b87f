package uk.jointdesk.gateway.contract.lint;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import uk.jointdesk.gateway.contract.PublishedApis;

/** The suite's contract, and that of every role, keeps the rules that a linter of OpenAPI would hold it to. */
class ContractRulesTest {

    private static final String TICKET = "/paths/~1api~1v1~1tickets~1{reference}/get";

    private static List<Rule> rules() {
        return Stream.concat(OperationRules.ALL.stream(), DocumentRules.ALL.stream())
                .toList();
    }

    private static List<String> findings(JsonNode contract) {
        return rules().stream().flatMap(rule -> rule.check(contract).stream()).toList();
    }

    private static Stream<String> roles() {
        return PublishedApis.ALL_ROLES.stream().sorted();
    }

    @Test
    void the_contract_of_the_suite_keeps_every_rule() {
        JsonNode suite = PublishedApis.contract(PublishedApis.ALL_ROLES);
        assertThat(Walk.operations(suite)).hasSizeGreaterThan(180);
        assertThat(findings(suite)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("roles")
    void the_contract_of_every_role_keeps_every_rule(String role) {
        assertThat(findings(PublishedApis.contract(Set.of(role)))).isEmpty();
    }

    @Test
    void every_rule_finds_what_is_planted_against_it() {
        Map<String, Consumer<ObjectNode>> planted = plants();
        assertThat(planted.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        rules().stream().map(Rule::name).toList());
        JsonNode suite = PublishedApis.contract(PublishedApis.ALL_ROLES);
        rules().forEach(rule -> {
            ObjectNode spoilt = suite.deepCopy();
            planted.get(rule.name()).accept(spoilt);
            assertThat(rule.check(spoilt)).as(rule.name()).isNotEmpty();
        });
    }

    private static ObjectNode at(ObjectNode contract, String pointer) {
        return (ObjectNode) contract.at(pointer);
    }

    private static Consumer<ObjectNode> ticket(Consumer<ObjectNode> plant) {
        return contract -> plant.accept(at(contract, TICKET));
    }

    private static Consumer<ObjectNode> path(String name) {
        return contract -> at(contract, "/paths")
                .set(
                        name,
                        at(contract, TICKET.substring(0, TICKET.length() - 4)).deepCopy());
    }

    private static Consumer<ObjectNode> schema(Consumer<ObjectNode> plant) {
        return contract -> plant.accept(at(contract, "/components/schemas").putObject("Planted"));
    }

    private static Map<String, Consumer<ObjectNode>> plants() {
        Map<String, Consumer<ObjectNode>> plants = new TreeMap<>();
        plants.put("operation-operationId", ticket(operation -> operation.remove("operationId")));
        plants.put("operation-operationId-valid-in-url", ticket(operation -> operation.put("operationId", "a b")));
        plants.put("operation-operationId-unique", path("/api/v1/again"));
        plants.put("operation-summary", ticket(operation -> operation.put("summary", " ")));
        plants.put("operation-description", ticket(operation -> operation.remove("description")));
        plants.put("operation-tags", ticket(operation -> operation.putArray("tags")));
        plants.put(
                "operation-tag-defined",
                ticket(operation -> operation.putArray("tags").add("Unheard of")));
        plants.put("operation-success-response", ticket(operation -> at(operation, "/responses")
                .remove("200")));
        plants.put("operation-4xx-response", ticket(operation -> at(operation, "/responses")
                .remove("404")));
        plants.put("oas3-operation-security-defined", ticket(operation -> operation.remove("security")));
        plants.put("operation-parameters", ticket(operation -> operation
                .withArray("parameters")
                .add(operation.path("parameters").path(0).deepCopy())));
        plants.put("path-params", path("/api/v1/tickets/{another}"));
        plants.put("path-keys-no-trailing-slash", path("/api/v1/tickets/{reference}/"));
        plants.put("path-not-include-query", path("/api/v1/tickets/{reference}?x"));
        plants.put("info-description", contract -> at(contract, "/info").remove("description"));
        plants.put("oas3-api-servers", contract -> contract.putArray("servers"));
        plants.put("invalid-ref", schema(schema -> schema.put("$ref", "#/components/schemas/Nothing")));
        plants.put("oas3-unused-component", schema(schema -> schema.put("type", "string")));
        plants.put("oas3-valid-schema-example", schema(schema -> schema.put("type", "integer")
                .putArray("examples")
                .add("one")));
        plants.put(
                "duplicated-entry-in-enum",
                schema(schema -> schema.putArray("enum").add("A").add("A")));
        plants.put(
                "typed-enum",
                schema(schema -> schema.put("type", "string").putArray("enum").add(1)));
        plants.put("no-script-tags-in-markdown", schema(schema -> schema.put("description", "<script>x</script>")));
        plants.put(
                "response-description",
                ticket(operation -> operation.putObject("responses").putObject("200")));
        return plants;
    }
}
