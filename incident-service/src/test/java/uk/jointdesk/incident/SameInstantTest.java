package uk.jointdesk.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import uk.jointdesk.testkit.Tokens;

/** What is answered when something is written is, to the last digit, what is read of it afterwards. */
@QuarkusTest
class SameInstantTest extends OverHttp {

    @Test
    void a_note_was_written_when_its_writer_was_told() {
        String reference = opened("LBL", "");
        // One instant in a thousand has no nanoseconds to lose.
        IntStream.range(0, 3).forEach(any -> {
            String told = written("/api/v1/tickets/" + reference + "/notes", "{\"text\":\"noted\"}")
                    .path("occurredAt");
            assertThat(as(Tokens.desk())
                            .get("/api/v1/tickets/" + reference + "/timeline")
                            .jsonPath()
                            .getList("items.occurredAt"))
                    .contains(told);
        });
    }

    @Test
    void an_instant_that_a_caller_names_is_kept_as_it_is_answered() {
        String reference = written(
                        "/api/v1/major-incidents",
                        "{\"title\":\"outage\",\"priority\":\"P1\",\"affectedPartners\":[\"LBL\"]}")
                .path("reference");
        String path = "/api/v1/major-incidents/" + reference;
        String declared = as(Tokens.desk()).get(path).path("declaredAt");
        String told = written(path + "/communications", """
                        {"audience":"USERS","channel":"e-mail","text":"soon","at":"%s"}""".formatted(declared.replace("Z", "999Z")))
                .path("at");
        as(Tokens.desk()).get(path + "/communications").then().body("items.at", contains(told));
    }

    private static Response written(String path, String body) {
        Response answer =
                as(Tokens.desk()).contentType(ContentType.JSON).body(body).post(path);
        answer.then().statusCode(201);
        return answer;
    }
}
