package uk.jointdesk.incident.watcher;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import uk.jointdesk.incident.OverHttp;
import uk.jointdesk.testkit.Tokens;

/** Who wants to hear of a ticket. */
@QuarkusTest
class WatchersTest extends OverHttp {

    private static final String LEWISHAM = Tokens.borough("LBL");

    @Test
    void a_council_watches_its_own_ticket_and_so_does_the_desk() {
        String reference = opened("LBL", "");
        watch(LEWISHAM, reference, "{}")
                .then()
                .statusCode(201)
                .body("watcher", equalTo("subject-of-lbl-client"))
                .body("partner", equalTo("LBL"));
        watch(Tokens.desk(), reference, "{\"watcher\":\"duty-manager\"}")
                .then()
                .statusCode(201)
                .body("partner", nullValue());
        watch(LEWISHAM, reference, "{}").then().statusCode(201);
        watchers(LEWISHAM, reference)
                .then()
                .statusCode(200)
                .body("items.watcher", contains("subject-of-lbl-client", "duty-manager"));
    }

    @Test
    void a_council_watches_only_its_own_tickets() {
        String brents = opened("LBB", "");
        watch(LEWISHAM, brents, "{}").then().statusCode(404);
        watch(LEWISHAM, brents, "{ not json").then().statusCode(404);
        watchers(LEWISHAM, brents).then().statusCode(404);
        watchers(Tokens.desk(), brents).then().body("items", hasSize(0));
    }

    @Test
    void a_councils_watchers_stay_behind_when_the_ticket_is_handed_on() {
        String reference = opened("LBL", "");
        watch(LEWISHAM, reference, "{}").then().statusCode(201);
        watch(Tokens.desk(), reference, "{\"watcher\":\"duty-manager\"}").then().statusCode(201);
        as(Tokens.desk())
                .contentType(ContentType.JSON)
                .body("{\"to\":\"LBS\",\"reason\":\"theirs\"}")
                .post("/api/v1/tickets/" + reference + "/transfer")
                .then()
                .statusCode(200);
        watchers(LEWISHAM, reference).then().statusCode(404);
        watchers(Tokens.borough("LBS"), reference).then().body("items.watcher", contains("duty-manager"));
    }

    @Test
    void a_watcher_is_taken_away_by_who_may() {
        String reference = opened("LBL", "");
        String etag = watch(Tokens.desk(), reference, "{\"watcher\":\"duty-manager\"}")
                .header("ETag");
        watch(LEWISHAM, reference, "{\"watcher\":\"team-7\"}").then().statusCode(201);
        remove(LEWISHAM, reference, "duty-manager", etag)
                .then()
                .statusCode(403)
                .body("code", equalTo("watcher-not-yours"));
        remove(LEWISHAM, reference, "team-7", null).then().statusCode(428);
        remove(LEWISHAM, reference, "team-7", "\"9\"").then().statusCode(412);
        remove(LEWISHAM, reference, "team-7", etag).then().statusCode(204);
        remove(LEWISHAM, reference, "team-7", etag).then().statusCode(404);
        remove(Tokens.borough("LBB"), reference, "duty-manager", etag).then().statusCode(404);
        watchers(Tokens.desk(), reference).then().body("items.watcher", contains("duty-manager"));
    }

    @Test
    void a_council_that_names_the_desks_watcher_first_does_not_take_its_place() {
        String reference = opened("LBL", "");
        watch(LEWISHAM, reference, "{\"watcher\":\"duty-manager\"}")
                .then()
                .statusCode(201)
                .body("partner", equalTo("LBL"));
        String etag = watch(Tokens.desk(), reference, "{\"watcher\":\"duty-manager\"}")
                .then()
                .statusCode(201)
                .body("partner", nullValue())
                .extract()
                .header("ETag");
        remove(LEWISHAM, reference, "duty-manager", etag).then().statusCode(204);
        remove(LEWISHAM, reference, "duty-manager", etag)
                .then()
                .statusCode(403)
                .body("code", equalTo("watcher-not-yours"));
        watchers(Tokens.desk(), reference).then().body("items", hasSize(1)).body("items[0].partner", nullValue());
    }

    @Test
    void a_watcher_has_an_id_and_no_name() {
        String reference = opened("LBL", "");
        watch(Tokens.desk(), reference, "{\"watcher\":\"Jane Doe\"}")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/watcher"));
    }

    private static Response watchers(String token, String reference) {
        return as(token).get("/api/v1/tickets/" + reference + "/watchers");
    }

    private static Response watch(String token, String reference, String body) {
        return as(token).contentType(ContentType.JSON).body(body).post("/api/v1/tickets/" + reference + "/watchers");
    }

    private static Response remove(String token, String reference, String watcher, String etag) {
        var request = etag == null ? as(token) : as(token).header("If-Match", etag);
        return request.delete("/api/v1/tickets/" + reference + "/watchers/" + watcher);
    }
}
