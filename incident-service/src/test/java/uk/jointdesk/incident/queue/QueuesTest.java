package uk.jointdesk.incident.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import uk.jointdesk.incident.OverHttp;
import uk.jointdesk.testkit.Tokens;

/** The queues, whose they are, and lists of tickets by that. */
@QuarkusTest
class QueuesTest extends OverHttp {

    @Test
    void the_register_starts_with_the_shared_services_queues_and_the_councils_own_teams() {
        as(Tokens.borough("LBL"))
                .get("/api/v1/queues?organisation=STS")
                .then()
                .statusCode(200)
                .body("items.name", hasItems("Service Desk", "Desktop Support", "Network", "Telephony"));
        as(Tokens.desk())
                .get("/api/v1/queues?organisation=LBS")
                .then()
                .body("items.organisation", everyItem(equalTo("LBS")))
                .body("items.name", hasItem("Application team Housing"));
    }

    @Test
    void a_queue_is_found_by_its_code_or_by_a_name_that_is_one_organisations() {
        as(Tokens.desk())
                .get("/api/v1/queues/STS-NETWORK")
                .then()
                .statusCode(200)
                .body("name", equalTo("Network"));
        as(Tokens.desk())
                .get("/api/v1/queues/{name}", "service desk")
                .then()
                .statusCode(200)
                .body("code", equalTo("STS-SERVICE-DESK"));
        as(Tokens.desk())
                .get("/api/v1/queues/{name}", "Application team Housing")
                .then()
                .statusCode(409)
                .body("code", equalTo("queue-name-ambiguous"));
        as(Tokens.desk()).get("/api/v1/queues/NO-SUCH-QUEUE").then().statusCode(404);
    }

    /** "8 P1 in STS queues" and "figures include the applications teams": both questions are asked of the same tickets. */
    @Test
    void the_shared_services_queues_only_and_the_whole_service_are_both_askable() {
        String category = unique("category");
        String shared = opened("LBL", in("Service Desk", category));
        String lewishams = opened("LBL", in("Application team Housing", category));
        String brents = opened("LBB", in("application team housing", category));
        String strange = opened("LBL", in(unique("nobody's queue"), category));
        list(category, "&queueOrganisation=STS").body("items.reference", contains(shared));
        list(category, "&queueOrganisation=LBL")
                .body("items.reference", contains(lewishams))
                .body("items[0].queueOrganisation", equalTo("LBL"));
        list(category, "&queueOrganisation=LBB").body("items.reference", contains(brents));
        list(category, "").body("items.reference", containsInAnyOrder(shared, lewishams, brents, strange));
        as(Tokens.desk())
                .get("/api/v1/tickets/" + strange)
                .then()
                .body("queue", startsWith("nobody's queue"))
                .body("queueOrganisation", nullValue());
        as(Tokens.borough("LBL"))
                .get("/api/v1/tickets?category=" + category + "&queueOrganisation=LBB")
                .then()
                .body("items.size()", equalTo(0));
    }

    @Test
    void the_feed_tells_whose_queue_an_event_names() {
        String before = end();
        String reference = opened("LBS", "\"queue\":\"Application team Planning\",\"service\":\"EMAIL\"");
        JsonPath page = feed(before);
        assertThat(page.getString("items.find { it.ticket == '" + reference + "' }.queueOrganisation"))
                .isEqualTo("LBS");
        assertThat(page.getString("items.find { it.ticket == '" + reference + "' }.service"))
                .isEqualTo("EMAIL");
    }

    @Test
    void a_new_queue_is_registered_renamed_and_given_up_and_tickets_follow() {
        String code = unique("Q").toUpperCase(java.util.Locale.ROOT);
        String name = unique("team");
        String ticket = opened("LBS", "\"queue\":\"" + name + "\"");
        String etag = add(Tokens.admin(), code, name, "LBS")
                .then()
                .statusCode(201)
                .extract()
                .header("ETag");
        as(Tokens.desk()).get("/api/v1/tickets/" + ticket).then().body("queueOrganisation", equalTo("LBS"));
        patch(code, etag, "{\"organisation\":\"STS\",\"activeTo\":\"2022-03-31\"}")
                .then()
                .statusCode(200)
                .body("activeTo", equalTo("2022-03-31"));
        as(Tokens.desk()).get("/api/v1/tickets/" + ticket).then().body("queueOrganisation", equalTo("STS"));
        patch(code, etag, "{\"name\":\"too late\"}").then().statusCode(412);
        patch(code, null, "{\"name\":\"no version\"}").then().statusCode(428);
    }

    @Test
    void two_who_take_the_same_name_at_once_are_told_apart() {
        for (int round = 0; round < 5; round++) {
            String name = unique("team");
            List<Integer> answers = Stream.of("A", "B")
                    .map(letter -> unique("Q" + letter).toUpperCase(java.util.Locale.ROOT))
                    .map(code -> CompletableFuture.supplyAsync(
                            () -> add(Tokens.admin(), code, name, "STS").statusCode()))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .toList();
            assertThat(answers).containsExactlyInAnyOrder(201, 409);
        }
    }

    @Test
    void an_entry_that_breaks_a_rule_points_at_the_field() {
        String code = unique("Q").toUpperCase(java.util.Locale.ROOT);
        add(Tokens.admin(), code, "x", "NOBODY")
                .then()
                .statusCode(422)
                .body("code", equalTo("organisation-unknown"))
                .body("errors.pointer", contains("/organisation"));
        add(Tokens.admin(), "lower case", "x", "STS").then().statusCode(422).body("errors.pointer", contains("/code"));
        add(Tokens.admin(), code, "SERVICE DESK", "STS")
                .then()
                .statusCode(409)
                .body("code", equalTo("queue-name-taken"));
        add(Tokens.admin(), "STS-NETWORK", unique("n"), "STS")
                .then()
                .statusCode(409)
                .body("code", equalTo("queue-exists"));
        String etag = add(Tokens.admin(), code, unique("team"), "STS").header("ETag");
        patch(code, etag, "{\"activeTo\":\"2001-01-01\"}")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/activeTo"));
        patch(code, etag, "{\"code\":\"X1\"}").then().statusCode(422).body("errors.pointer", contains("/code"));
    }

    @Test
    void one_councils_desk_does_not_write_the_register_of_all() {
        add(Tokens.of("lbl-desk", List.of("service-desk"), List.of("LBL")), "LBL-MINE", "mine", "LBL")
                .then()
                .statusCode(403)
                .body("code", equalTo("register-not-yours"));
        add(Tokens.borough("LBL"), "LBL-MINE", "mine", "LBL").then().statusCode(403);
        as(Tokens.desk()).get("/api/v1/queues").then().body("items.code", not(hasItem("LBL-MINE")));
    }

    private static String in(String queue, String category) {
        return "\"queue\":\"" + queue + "\",\"category\":\"" + category + "\"";
    }

    private static io.restassured.response.ValidatableResponse list(String category, String more) {
        return as(Tokens.desk())
                .get("/api/v1/tickets?category=" + category + more)
                .then()
                .statusCode(200);
    }

    private static Response add(String token, String code, String name, String organisation) {
        return as(token)
                .contentType(ContentType.JSON)
                .body("""
                        {"code":"%s","name":"%s","organisation":"%s","activeFrom":"2020-01-01"}""".formatted(code, name, organisation))
                .post("/api/v1/queues");
    }

    private static Response patch(String code, String etag, String body) {
        var request =
                as(Tokens.admin()).contentType("application/merge-patch+json").body(body);
        return (etag == null ? request : request.header("If-Match", etag)).patch("/api/v1/queues/" + code);
    }

    private static JsonPath feed(String after) {
        return as(Tokens.suite())
                .get("/api/v1/ticket-events?limit=5000&after=" + after)
                .jsonPath();
    }

    private static String end() {
        String after = "";
        JsonPath page = feed(after);
        while (!page.getList("items").isEmpty()) {
            after = page.getString("next");
            page = feed(after);
        }
        return page.getString("next");
    }
}
