package uk.jointdesk.incident.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import uk.jointdesk.incident.OverHttp;
import uk.jointdesk.testkit.Contract;
import uk.jointdesk.testkit.Tokens;

/** The contract says of every operation what it answers and what it refuses. */
@QuarkusTest
class ContractTest extends OverHttp {

    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    private record Operation(String method, String path, JsonNode definition) {

        boolean answers(String status) {
            return definition.path("responses").has(status);
        }

        boolean takes(String parameter) {
            return parameters().stream()
                    .anyMatch(each -> each.path("name").asText().equals(parameter));
        }

        List<JsonNode> parameters() {
            return StreamSupport.stream(definition.path("parameters").spliterator(), false)
                    .toList();
        }
    }

    @Test
    void every_operation_says_what_it_answers_and_that_it_may_refuse() {
        assertThat(operations()).hasSizeGreaterThan(100).allSatisfy(operation -> {
            List<String> statuses = new ArrayList<>();
            operation.definition().path("responses").fieldNames().forEachRemaining(statuses::add);
            assertThat(statuses).anyMatch(status -> status.startsWith("2")).anyMatch(status -> status.startsWith("4"));
            operation.definition().path("responses").properties().stream()
                    .filter(response -> !response.getKey().equals("204"))
                    .forEach(response -> assertThat(response.getValue().has("content"))
                            .as(response.getKey())
                            .isTrue());
        });
    }

    @Test
    void every_answer_has_a_shape_and_every_operation_a_name() {
        Contract contract = Contract.of(as(Tokens.desk()).get("/q/openapi?format=json"));
        assertThat(contract.silentOperations()).isEmpty();
        assertThat(contract.namelessOperations()).isEmpty();
        assertThat(contract.brokenReferences()).isEmpty();
    }

    @Test
    void what_an_operation_takes_it_may_refuse() {
        held(operation -> operation.path().contains("{"), "404");
        held(operation -> operation.method().equals("get"), "400");
        held(operation -> operation.definition().has("requestBody"), "400", "415", "422");
        held(operation -> operation.takes("If-Match"), "412");
        held(operation -> Set.of("put", "patch", "delete").contains(operation.method()), "412", "428");
    }

    @Test
    void what_must_be_sent_is_marked_as_required() {
        assertThat(operations())
                .filteredOn(operation -> Set.of("put", "patch", "delete").contains(operation.method()))
                .allSatisfy(operation -> assertThat(operation.parameters())
                        .filteredOn(parameter -> parameter.path("name").asText().equals("If-Match"))
                        .allMatch(parameter -> parameter.path("required").asBoolean()));
        as(Tokens.desk())
                .get("/q/openapi?format=json")
                .then()
                .body(
                        "paths.'/api/v1/imports'.post.parameters.findAll { it.required }.name",
                        containsInAnyOrder("source", "format"))
                .body(
                        "paths.'/api/v1/feedback/summary'.get.parameters.findAll { it.required }.name",
                        containsInAnyOrder("from", "to"));
    }

    @Test
    void every_topic_is_there_with_its_headers_and_its_body() {
        as(Tokens.desk())
                .get("/q/openapi?format=json")
                .then()
                .body(
                        "webhooks.keySet()",
                        containsInAnyOrder(
                                "escalation.reached",
                                "major-incident.declared",
                                "major-incident.updated",
                                "major-incident.resolved",
                                "survey.invited"))
                .body(
                        "webhooks.'survey.invited'.post.parameters.name",
                        contains("webhook-id", "webhook-timestamp", "webhook-signature"))
                .body(
                        "webhooks.'escalation.reached'.post.requestBody.content.'application/json'.schema.properties.data"
                                + ".properties.keySet()",
                        hasItems("ticket", "threshold", "reachedAt"))
                .body("components.schemas.Problem.properties.errors.type", equalTo("array"))
                .body("components.schemas.Problem.required", hasItems("type", "title", "status", "code"));
    }

    private static void held(Predicate<Operation> chosen, String... statuses) {
        assertThat(operations()).filteredOn(chosen).isNotEmpty().allSatisfy(operation -> assertThat(statuses)
                .allMatch(operation::answers));
    }

    private static List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        contract().path("paths").properties().forEach(path -> path.getValue().properties().stream()
                .filter(method -> METHODS.contains(method.getKey()))
                .forEach(method -> operations.add(new Operation(method.getKey(), path.getKey(), method.getValue()))));
        return operations;
    }

    private static JsonNode contract() {
        try {
            return new ObjectMapper()
                    .readTree(as(Tokens.desk()).get("/q/openapi?format=json").asString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
