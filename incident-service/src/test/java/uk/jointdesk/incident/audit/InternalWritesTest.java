package uk.jointdesk.incident.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import uk.jointdesk.testkit.Tokens;

/** What the desk writes within the desk is not for the council it is about: neither the words nor that there are any. */
@QuarkusTest
class InternalWritesTest extends TheAuditTrail {

    private static final String LEWISHAM = Tokens.borough("LBL");

    @Test
    void a_council_learns_of_the_desks_public_notes_and_of_no_internal_one() {
        String reference = opened("LBL", "");
        String request = unique("request");
        note(request + "-internal", reference, "{\"text\":\"a difficult customer\",\"visibility\":\"INTERNAL\"}")
                .then()
                .statusCode(201);
        note(request + "-public", reference, "{\"text\":\"we are on it\"}")
                .then()
                .statusCode(201);
        assertThat(requests(LEWISHAM, reference)).contains(request + "-public").doesNotContain(request + "-internal");
        assertThat(only(entries(Tokens.auditor(), "reference=" + reference), request + "-internal"))
                .containsEntry("partners", List.of("LBL"))
                .containsEntry("internal", true);
    }

    @Test
    void an_internal_note_that_was_refused_or_sent_twice_is_no_councils_to_count_either() {
        String reference = opened("LBL", "");
        String request = unique("request");
        String body = "{\"text\":\"careful\",\"visibility\":\"INTERNAL\"}";
        note(request + "-422", reference, body.replace("careful", " ")).then().statusCode(422);
        for (String time : List.of("-first", "-again")) {
            named(Tokens.desk(), request + time)
                    .header("Idempotency-Key", request)
                    .body(body)
                    .post("/api/v1/tickets/" + reference + "/notes")
                    .then()
                    .statusCode(201);
        }
        for (String written : List.of("-422", "-first", "-again")) {
            assertThat(only(waitedFor(Tokens.auditor(), request + written), request + written))
                    .containsEntry("internal", true);
        }
        assertThat(requests(LEWISHAM, reference)).noneMatch(told -> told != null && told.startsWith(request));
    }

    @Test
    void an_internal_note_moves_no_version_that_a_council_sees() {
        String reference = opened("LBL", "");
        String before = as(LEWISHAM).get("/api/v1/tickets/" + reference).header("ETag");
        note(unique("request"), reference, "{\"text\":\"careful\",\"visibility\":\"INTERNAL\",\"minutes\":30}")
                .then()
                .statusCode(201);
        as(LEWISHAM).get("/api/v1/tickets/" + reference).then().header("ETag", equalTo(before));
    }

    private static Response note(String request, String reference, String body) {
        return named(Tokens.desk(), request).body(body).post("/api/v1/tickets/" + reference + "/notes");
    }

    private static List<String> requests(String token, String reference) {
        return entries(token, "reference=" + reference).stream()
                .map((Map<String, Object> entry) -> (String) entry.get("requestId"))
                .toList();
    }
}
