package uk.jointdesk.incident;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.jointdesk.testkit.Tokens;

/** A misspelt filter is told, not passed over: the list that came back would look right. */
@QuarkusTest
class KnownParametersTest extends OverHttp {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tickets",
                "tickets/bulk-closures",
                "tickets/counts",
                "tickets/tasks",
                "partners",
                "agreements",
                "queues",
                "catalogue",
                "knowledge",
                "problems",
                "major-incidents",
                "major-incidents/candidates",
                "escalations",
                "escalations/upcoming",
                "imports",
                "subscriptions"
            })
    void a_parameter_that_a_list_does_not_have_is_named(String list) {
        as(Tokens.desk())
                .get("/api/v1/" + list + "?limit=1&prority=P1")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo("parameter-unknown"))
                .body("errors.pointer", contains("query:prority"));
    }

    @Test
    void every_one_that_is_not_known_is_told_at_once() {
        as(Tokens.desk())
                .get("/api/v1/tickets?status=NEW&statsu=NEW&Partner=LBL")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("query:Partner", "query:statsu"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"partners", "calendars", "agreements", "queues", "services"})
    void a_list_that_is_always_whole_may_be_asked_for_in_pages(String list) {
        as(Tokens.desk()).get("/api/v1/" + list + "?limit=500").then().statusCode(200);
    }

    @Test
    void who_may_not_ask_at_all_learns_no_parameter() {
        as(Tokens.finance())
                .get("/api/v1/tickets?prority=P1")
                .then()
                .statusCode(403)
                .body("code", equalTo("not-allowed"));
    }
}
