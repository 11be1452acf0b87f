package uk.jointdesk.gateway.contract.change;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ComparisonTest {

    private static final String DOCUMENT = """
            paths:
              /tickets:
                get:
                  parameters:
                    - {name: limit, in: query, schema: {type: integer}}
                    - {name: status, in: query, schema: {type: string, enum: [OPEN, CLOSED]}}
                  responses:
                    "200":
                      content:
                        application/json:
                          schema: {$ref: "#/components/schemas/Ticket"}
                        text/csv: {}
                post:
                  requestBody:
                    content:
                      application/json:
                        schema: {$ref: "#/components/schemas/Ticket"}
                  responses: {"201": {}}
            components:
              schemas:
                Ticket:
                  type: object
                  required: [title]
                  properties:
                    title: {type: string, maxLength: 100}
                    priority: {type: string, enum: [P1, P2]}
                    parent: {$ref: "#/components/schemas/Ticket"}
                    tags: {type: array, items: {type: string}}
            """;

    private static ObjectNode document() {
        try {
            return (ObjectNode) new YAMLMapper().readTree(DOCUMENT);
        } catch (java.io.IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        }
    }

    private static List<Change> changes(Consumer<ObjectNode> later) {
        ObjectNode after = document();
        later.accept(after);
        return Comparison.between(document(), after);
    }

    private static ObjectNode at(JsonNode document, String pointer) {
        return (ObjectNode) document.at(pointer);
    }

    private static final String GET = "/paths/~1tickets/get";
    private static final String POST = "/paths/~1tickets/post";
    private static final String TICKET = "/components/schemas/Ticket";
    private static final String FIELDS = TICKET + "/properties";

    private static Arguments breaks(String rule, Consumer<ObjectNode> change) {
        return Arguments.of(rule, change);
    }

    private static Stream<Arguments> breaking() {
        return Stream.of(
                breaks("api-removed", later -> at(later, "/paths/~1tickets").remove("post")),
                breaks("request-parameter-removed", later -> at(later, GET).putArray("parameters")),
                breaks("request-parameter-became-required", later -> at(later, GET + "/parameters/0")
                        .put("required", true)),
                breaks("new-required-request-parameter", later -> at(later, GET)
                        .withArray("parameters")
                        .addObject()
                        .put("name", "from")
                        .put("in", "query")
                        .put("required", true)),
                breaks("request-property-type-changed", later -> at(later, GET + "/parameters/1/schema")
                        .put("type", "integer")),
                breaks("request-property-enum-value-removed", later -> at(later, GET + "/parameters/1/schema")
                        .putArray("enum")
                        .add("OPEN")),
                breaks("request-body-became-required", later -> at(later, POST + "/requestBody")
                        .put("required", true)),
                breaks("request-body-media-type-removed", later -> at(later, POST + "/requestBody/content")
                        .remove("application/json")),
                breaks("response-media-type-removed", later -> at(later, GET + "/responses/200/content")
                        .remove("text/csv")),
                breaks(
                        "response-success-status-removed",
                        later -> at(later, POST + "/responses").removeAll().putObject("200")),
                breaks("request-property-removed", later -> at(later, FIELDS).remove("priority")),
                breaks("response-property-removed", later -> at(later, FIELDS).remove("priority")),
                breaks(
                        "request-property-became-required",
                        later -> at(later, TICKET).withArray("required").add("priority")),
                breaks("response-property-became-optional", later -> at(later, TICKET)
                        .putArray("required")),
                breaks("new-required-request-property", later -> {
                    at(later, FIELDS).putObject("queue").put("type", "string");
                    at(later, TICKET).withArray("required").add("queue");
                }),
                breaks("request-property-max-decreased", later -> at(later, FIELDS + "/title")
                        .put("maxLength", 50)),
                breaks("request-property-min-increased", later -> at(later, FIELDS + "/title")
                        .put("minLength", 5)),
                breaks("request-property-pattern-changed", later -> at(later, FIELDS + "/title")
                        .put("pattern", "^A")),
                breaks(
                        "request-property-became-enum",
                        later -> at(later, FIELDS + "/title").putArray("enum").add("A")),
                breaks("response-property-type-changed", later -> at(later, FIELDS + "/tags/items")
                        .put("type", "integer")));
    }

    @ParameterizedTest
    @MethodSource("breaking")
    void what_breaks_programs_is_found(String rule, Consumer<ObjectNode> change) {
        assertThat(changes(change))
                .filteredOn(found -> found.rule().equals(rule))
                .isNotEmpty()
                .allMatch(Change::isUnannouncedBreak);
    }

    @Test
    void the_same_contract_has_no_changes_though_a_ticket_has_a_ticket_as_its_parent() {
        assertThat(changes(nothing -> {})).isEmpty();
    }

    @Test
    void what_adds_and_what_frees_breaks_nothing() {
        List<Change> changes = changes(later -> {
            at(later, "/paths").putObject("/notes").putObject("get");
            at(later, GET).withArray("parameters").addObject().put("name", "q").put("in", "query");
            at(later, FIELDS).putObject("queue").put("type", "string");
            at(later, FIELDS + "/title").put("maxLength", 200);
            at(later, POST + "/responses").putObject("202");
        });
        assertThat(changes)
                .extracting(Change::rule)
                .contains(
                        "endpoint-added",
                        "new-optional-request-parameter",
                        "new-optional-request-property",
                        "new-optional-response-property",
                        "response-success-status-added");
        assertThat(changes).noneMatch(Change::breaking);
    }

    @Test
    void a_new_word_in_answers_is_told_and_breaks_nothing_and_one_that_goes_breaks_who_sends_it() {
        List<Change> more = changes(
                later -> at(later, FIELDS + "/priority").withArray("enum").add("P3"));
        assertThat(more).extracting(Change::breaking).containsOnly(false);
        List<Change> fewer = changes(
                later -> at(later, FIELDS + "/priority").putArray("enum").add("P1"));
        assertThat(fewer)
                .filteredOn(Change::breaking)
                .extracting(Change::operation)
                .containsExactly("POST /tickets");
    }

    @Test
    void an_end_that_was_announced_with_its_day_is_no_surprise() {
        ObjectNode before = document();
        at(before, POST)
                .put("deprecated", true)
                .put("x-deprecated-since", "2026-01-01")
                .put("x-sunset", "2026-07-01");
        ObjectNode after = document();
        at(after, "/paths/~1tickets").remove("post");
        assertThat(Comparison.between(before, after)).singleElement().satisfies(change -> {
            assertThat(change.breaking()).isTrue();
            assertThat(change.isUnannouncedBreak()).isFalse();
        });
        at(before, POST).remove("x-sunset");
        assertThat(Comparison.between(before, after)).allMatch(Change::isUnannouncedBreak);
    }

    @Test
    void the_end_is_said_in_the_headers_of_the_standards() {
        ObjectNode operation = document();
        operation
                .put("deprecated", true)
                .put("x-deprecated-since", "2026-01-01")
                .put("x-sunset", "2027-03-31");
        Sunset sunset = Sunset.of(operation).orElseThrow();
        assertThat(sunset.deprecationHeader()).isEqualTo("@1767225600");
        assertThat(sunset.sunsetHeader()).isEqualTo("Wed, 31 Mar 2027 00:00:00 GMT");
        assertThat(Sunset.of(operation.put("x-sunset", "soon"))).isEmpty();
        assertThat(Sunset.of(document())).isEmpty();
    }
}
