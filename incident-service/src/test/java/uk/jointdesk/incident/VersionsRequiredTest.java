package uk.jointdesk.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import uk.jointdesk.testkit.Tokens;

/** Who changes something says which version it starts from. */
@QuarkusTest
class VersionsRequiredTest extends OverHttp {

    private static final List<String> CHANGING = List.of("patch", "put", "delete");

    @Test
    void every_operation_that_changes_or_removes_asks_for_if_match() {
        JsonPath contract = as(Tokens.desk())
                .get("/q/openapi?format=json")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        Map<String, Map<String, Object>> paths = contract.getMap("paths");
        List<String> asking = new ArrayList<>();
        paths.forEach((path, operations) -> CHANGING.stream()
                .filter(operations::containsKey)
                .forEach(method -> {
                    assertThat(parameters(operations.get(method)))
                            .as(method + " " + path)
                            .contains("If-Match");
                    asking.add(method + " " + path);
                }));
        assertThat(asking)
                .contains("patch /api/v1/tickets/{reference}", "delete /api/v1/tickets/{reference}/links/{id}");
    }

    @Test
    void without_it_nothing_is_changed() {
        String ticket = opened("LBL", "");
        String other = opened("LBL", "");
        String link = as(Tokens.desk())
                .contentType(ContentType.JSON)
                .body("{\"kind\":\"CAUSED_BY\",\"ticket\":\"" + other + "\"}")
                .post("/api/v1/tickets/" + ticket + "/links")
                .path("id");
        String calendar = "{\"zone\":\"Europe/London\",\"versions\":[]}";
        List<Response> answers = List.of(
                patch(Tokens.desk(), "tickets/" + ticket, "{\"title\":\"x\"}"),
                patch(Tokens.admin(), "partners/LGA", "{\"name\":\"x\"}"),
                patch(Tokens.admin(), "queues/STS-NETWORK", "{\"name\":\"x\"}"),
                patch(Tokens.admin(), "services/EMAIL", "{\"name\":\"x\"}"),
                as(Tokens.admin()).contentType(ContentType.JSON).body(calendar).put("/api/v1/calendars/STD"),
                as(Tokens.desk()).delete("/api/v1/tickets/" + ticket + "/links/" + link),
                as(Tokens.desk()).delete("/api/v1/tickets/" + ticket + "/watchers/nobody"));
        answers.forEach(answer -> answer.then().statusCode(428).body("code", equalTo("version-required")));
        as(Tokens.desk()).get("/api/v1/tickets/" + ticket).then().body("version", equalTo(1));
    }

    private static List<String> parameters(Object operation) {
        Object parameters = ((Map<?, ?>) operation).get("parameters");
        return parameters == null
                ? List.of()
                : ((List<?>) parameters)
                        .stream()
                                .map(parameter -> String.valueOf(((Map<?, ?>) parameter).get("name")))
                                .toList();
    }

    private static Response patch(String token, String path, String body) {
        return as(token).contentType("application/merge-patch+json").body(body).patch("/api/v1/" + path);
    }
}
