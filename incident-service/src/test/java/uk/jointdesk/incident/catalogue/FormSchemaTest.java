package uk.jointdesk.incident.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.jointdesk.kit.problem.FieldError;

class FormSchemaTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String MOVE = """
            {"type":"object","required":["from","on"],"additionalProperties":false,"properties":{
              "from":{"type":"string","minLength":1},"on":{"type":"string","format":"date"},
              "things":{"type":"array","items":{"enum":["DESK","CHAIR"]}}}}""";

    @Test
    void a_form_that_is_filled_in_as_asked_has_no_errors() {
        assertThat(pointers(MOVE, "{\"from\":\"2.14\",\"on\":\"2021-06-07\",\"things\":[\"DESK\"]}"))
                .isEmpty();
    }

    @Test
    void each_error_points_at_its_own_field() {
        assertThat(pointers(MOVE, "{}")).containsExactly("/form/from", "/form/on");
        assertThat(pointers(MOVE, "{\"from\":\"\",\"on\":\"2021-02-30\",\"colour\":\"red\"}"))
                .containsExactly("/form/colour", "/form/from", "/form/on");
        assertThat(pointers(MOVE, "{\"from\":\"2.14\",\"on\":\"2021-06-07\",\"things\":[\"DESK\",\"LAMP\"]}"))
                .containsExactly("/form/things/1");
        assertThat(pointers(MOVE, "[]")).containsExactly("/form");
    }

    @Test
    void a_schema_that_is_none_is_found_out_before_anybody_fills_it_in() {
        assertThat(faults(MOVE)).isEmpty();
        assertThat(faults("{\"type\":\"objekt\"}")).isNotEmpty().allMatch(pointer -> pointer.startsWith("/form/type"));
        assertThat(faults("{\"type\":\"object\",\"required\":\"from\"}")).contains("/form/required");
        assertThat(faults("{\"type\":\"string\"}")).containsExactly("/form/type");
    }

    @Test
    void a_schema_that_refers_to_another_place_is_refused_and_nothing_is_fetched() {
        assertThat(faults("{\"type\":\"object\",\"properties\":{\"a\":{\"$ref\":\"http://127.0.0.1:1/schema.json\"}}}"))
                .containsExactly("/form");
        assertThat(faults("{\"type\":\"object\",\"properties\":{\"a\":{\"$ref\":\"#/$defs/none\"}}}"))
                .containsExactly("/form");
    }

    private static List<String> pointers(String schema, String form) {
        return FormSchema.of(node(schema)).errors(node(form), "/form").stream()
                .map(FieldError::pointer)
                .toList();
    }

    private static List<String> faults(String schema) {
        return FormSchema.faults(node(schema), "/form").stream()
                .map(FieldError::pointer)
                .toList();
    }

    private static JsonNode node(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
