package uk.jointdesk.incident.ticket;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.jointdesk.incident.OverHttp;
import uk.jointdesk.testkit.Tokens;

/** What a council says of its own ticket, and what only the desk does: the clock is not the asker's to set. */
@QuarkusTest
class OpeningTest extends OverHttp {

    private static final String LEWISHAM = Tokens.borough("LBL");

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    "loggedAt":"2021-06-07T08:00:00Z"                  | field-desks-only | /loggedAt
                    "status":"IN_PROGRESS"                             | field-desks-only | /status
                    "status":"ON_HOLD","reason":"AWAITING_USER"        | field-desks-only | /status,/reason
                    "queue":"a queue that nobody has"                  | queue-unknown    | /queue
                    "catalogueItem":"no-such-item"                     | not-offered      | /catalogueItem
                    """)
    void a_council_does_not_say_for_the_desk(String field, String code, String pointers) {
        Response refused = raise(LEWISHAM, field);
        refused.then()
                .statusCode(422)
                .body("code", equalTo(code))
                .body("errors.pointer", contains(pointers.split(",")));
        raise(Tokens.desk(), field).then().statusCode(201);
    }

    @Test
    void an_item_that_is_not_offered_to_the_council_reads_like_one_that_is_not_there() {
        String demo = Tokens.borough("DEMO");
        String body =
                "\"type\":\"SERVICE_REQUEST\",\"priority\":\"P4\",\"title\":\"t\",\"catalogueItem\":\"laptop-request\"}";
        open(demo, "{\"partner\":\"DEMO\"," + body)
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/catalogueItem"));
        open(LEWISHAM, "{\"partner\":\"LBL\"," + body).then().statusCode(201);
    }

    @Test
    void a_council_names_the_team_it_asks_for_and_may_say_that_its_ticket_is_new() {
        raise(LEWISHAM, "\"queue\":\"Service Desk\",\"status\":\"NEW\"").then().statusCode(201);
        raise(LEWISHAM, "\"queue\":\"Application team Housing\"").then().statusCode(201);
    }

    @Test
    void another_councils_team_is_no_team_to_this_one() {
        String name = unique("Team");
        as(Tokens.desk())
                .contentType(ContentType.JSON)
                .body("{\"code\":\"%s\",\"name\":\"%s\",\"organisation\":\"LBB\",\"activeFrom\":\"2016-04-01\"}"
                        .formatted("LBB-" + System.nanoTime(), name))
                .post("/api/v1/queues")
                .then()
                .statusCode(201);
        raise(LEWISHAM, "\"queue\":\"" + name + "\"").then().statusCode(422).body("errors.pointer", contains("/queue"));
    }

    private static Response raise(String token, String more) {
        return open(token, """
                {"partner":"LBL","type":"INCIDENT","priority":"P3","title":"no sound",%s}""".formatted(more));
    }
}
