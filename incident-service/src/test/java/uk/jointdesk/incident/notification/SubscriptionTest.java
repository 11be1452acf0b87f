package uk.jointdesk.incident.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.jointdesk.incident.Database;
import uk.jointdesk.incident.OverHttp;
import uk.jointdesk.testkit.Tokens;

/** Subscriptions as their owners keep them. */
@QuarkusTest
class SubscriptionTest extends OverHttp {

    private static final String LEWISHAM = Tokens.borough("LBL");
    private static final String HOOK = "\"channel\":\"WEBHOOK\",\"url\":\"https://example.org/hook\"";
    private static final String TOPICS = ",\"topics\":[\"escalation.*\"]";

    @Test
    void a_webhooks_secret_is_shown_once() {
        JsonPath made = made(LEWISHAM, "{" + HOOK + TOPICS + "}");
        assertThat(made.getString("secret")).startsWith("whsec_");
        assertThat(made.getList("partners", String.class)).containsExactly("LBL", "LH");
        as(LEWISHAM)
                .get(path(made))
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("secret", nullValue())
                .body("active", equalTo(true))
                .body("topics[0]", equalTo("escalation.*"));
    }

    @Test
    void a_request_that_is_sent_twice_makes_one_subscription_and_tells_the_secret_once() {
        String key = unique("key");
        String body = "{" + HOOK + TOPICS + "}";
        JsonPath first =
                subscribe(LEWISHAM, key, body).then().statusCode(201).extract().jsonPath();
        JsonPath again =
                subscribe(LEWISHAM, key, body).then().statusCode(201).extract().jsonPath();
        assertThat(first.getString("secret")).startsWith("whsec_");
        assertThat(again.getString("id")).isEqualTo(first.getString("id"));
        assertThat(again.getString("secret")).isNull();
        subscribe(LEWISHAM, key, "{" + HOOK + ",\"topics\":[\"*\"]}").then().statusCode(422);
    }

    @Test
    void a_change_names_the_version_it_starts_from() {
        JsonPath made = made(LEWISHAM, "{" + HOOK + TOPICS + "}");
        patch(LEWISHAM, made, null, "{\"active\":false}").then().statusCode(428);
        patch(LEWISHAM, made, "\"1\"", "{\"active\":false,\"minimumPriority\":\"P2\"}")
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("active", equalTo(false))
                .body("minimumPriority", equalTo("P2"));
        patch(LEWISHAM, made, "\"1\"", "{\"active\":true}").then().statusCode(412);
        patch(LEWISHAM, made, "\"2\"", "{\"minimumPriority\":null}")
                .then()
                .statusCode(200)
                .body("minimumPriority", nullValue())
                .body("active", equalTo(false));
        patch(LEWISHAM, made, "\"3\"", "{\"channel\":\"EMAIL\"}").then().statusCode(422);
        as(LEWISHAM).delete(path(made)).then().statusCode(428);
        as(LEWISHAM).header("If-Match", "\"3\"").delete(path(made)).then().statusCode(204);
        as(LEWISHAM).get(path(made)).then().statusCode(404);
    }

    @Test
    void a_council_sees_and_changes_only_its_own_subscriptions() {
        JsonPath brents = made(Tokens.borough("LBB"), "{" + HOOK + TOPICS + "}");
        JsonPath everybodys = made(Tokens.desk(), "{" + HOOK + TOPICS + "}");
        assertThat(everybodys.getList("partners", String.class)).containsExactly("*");
        for (JsonPath foreign : List.of(brents, everybodys)) {
            as(LEWISHAM).get(path(foreign)).then().statusCode(404);
            patch(LEWISHAM, foreign, "\"1\"", "{ not json").then().statusCode(404);
            as(LEWISHAM)
                    .header("If-Match", "\"1\"")
                    .delete(path(foreign))
                    .then()
                    .statusCode(404);
            as(LEWISHAM).post(path(foreign) + "/secret").then().statusCode(404);
            as(LEWISHAM)
                    .get("/api/v1/subscriptions?limit=500")
                    .then()
                    .statusCode(200)
                    .body("items.id", not(hasItem(foreign.getString("id"))));
        }
        as(LEWISHAM).get("/api/v1/subscriptions/no-id").then().statusCode(404);
    }

    @Test
    void what_the_desk_has_told_of_a_council_is_not_the_councils_to_read_or_redirect() {
        JsonPath desks = made(Tokens.desk(), "{" + HOOK + TOPICS + ",\"partners\":[\"LBL\"]}");
        assertNotThere(LEWISHAM, desks);
        as(Tokens.desk()).get(path(desks)).then().statusCode(200).body("version", equalTo(1));
    }

    @Test
    void people_behind_one_client_keep_their_subscriptions_apart() {
        String maker = Tokens.of("jointdesk-web", "maker", List.of("borough-client"), List.of("LBL"));
        String other = Tokens.of("jointdesk-web", "other", List.of("borough-client"), List.of("LBL"));
        JsonPath makers = made(maker, "{" + HOOK + TOPICS + "}");
        assertNotThere(other, makers);
        patch(maker, makers, "\"1\"", "{\"active\":false}").then().statusCode(200);
    }

    @Test
    void the_desk_reads_what_a_council_made_and_an_administrator_changes_it() {
        JsonPath councils = made(LEWISHAM, "{" + HOOK + TOPICS + "}");
        as(Tokens.desk()).get(path(councils)).then().statusCode(200);
        as(Tokens.auditor()).get(path(councils) + "/deliveries").then().statusCode(200);
        patch(Tokens.desk(), councils, null, "{ not json")
                .then()
                .statusCode(403)
                .body("code", equalTo("subscription-not-yours"));
        as(Tokens.desk()).post(path(councils) + "/secret").then().statusCode(403);
        as(Tokens.desk()).delete(path(councils)).then().statusCode(403);
        replayed(Tokens.desk(), councils).then().statusCode(403);
        patch(Tokens.admin(), councils, "\"1\"", "{\"active\":false,\"partners\":[\"LBL\"]}")
                .then()
                .statusCode(200);
        as(Tokens.admin())
                .header("If-Match", "\"2\"")
                .delete(path(councils))
                .then()
                .statusCode(204);
    }

    private static void assertNotThere(String token, JsonPath subscription) {
        as(token).get(path(subscription)).then().statusCode(404);
        as(token).get(path(subscription) + "/deliveries").then().statusCode(404);
        patch(token, subscription, "\"1\"", "{\"url\":\"https://example.net/mine\"}")
                .then()
                .statusCode(404);
        as(token).post(path(subscription) + "/secret").then().statusCode(404);
        as(token).header("If-Match", "\"1\"").delete(path(subscription)).then().statusCode(404);
        replayed(token, subscription).then().statusCode(404);
        as(token)
                .get("/api/v1/subscriptions?limit=500")
                .then()
                .statusCode(200)
                .body("items.id", not(hasItem(subscription.getString("id"))));
    }

    private static Response replayed(String token, JsonPath subscription) {
        return as(token)
                .contentType(ContentType.JSON)
                .body("{\"from\":\"2021-06-07T09:00:00Z\",\"to\":\"2021-06-08T09:00:00Z\"}")
                .post(path(subscription) + "/deliveries/replay");
    }

    @Test
    void nobody_subscribes_to_another_councils_affairs() {
        subscribe(LEWISHAM, null, "{" + HOOK + TOPICS + ",\"partners\":[\"LBB\"]}")
                .then()
                .statusCode(403)
                .body("code", equalTo("partner-not-yours"));
        subscribe(LEWISHAM, null, "{" + HOOK + TOPICS + ",\"partners\":[\"*\"]}")
                .then()
                .statusCode(403)
                .body("code", equalTo("partner-not-yours"));
        JsonPath own = made(LEWISHAM, "{" + HOOK + TOPICS + "}");
        patch(LEWISHAM, own, "\"1\"", "{\"partners\":[\"*\"]}").then().statusCode(403);
        subscribe(Tokens.of("nobody-client", List.of("borough-client"), List.of()), null, "{" + HOOK + TOPICS + "}")
                .then()
                .statusCode(403);
        subscribe(Tokens.finance(), null, "{" + HOOK + TOPICS + "}").then().statusCode(403);
    }

    @Test
    void without_a_scope_there_are_no_subscriptions_even_by_sql() throws SQLException {
        made(LEWISHAM, "{" + HOOK + TOPICS + "}");
        try (Connection nobody = Database.asTheService();
                Connection brent = Database.asTheService("LBB")) {
            for (String table : List.of("subscription", "announcement", "delivery")) {
                assertThat(Database.number(nobody, "select count(*) from " + table))
                        .isZero();
            }
            assertThat(Database.number(brent, "select count(*) from subscription where partners && '{LBL,*}'"))
                    .isZero();
            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(
                            () -> Database.execute(
                                    brent,
                                    "insert into subscription (id, client, partners, channel, address, topics, active, created_at)"
                                            + " values (gen_random_uuid(), 'x', '{LBL}', 'EMAIL', 'a@b.org', '{*}', true, now())"))
                    .withMessageContaining("row-level security");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"topics\":[\"*\"]} | body-invalid | /channel",
                "{\"channel\":\"WEBHOOK\",\"topics\":[\"*\"]} | subscription-invalid | /url",
                "{\"channel\":\"EMAIL\",\"topics\":[\"*\"]} | subscription-invalid | /address",
                "{\"channel\":\"EMAIL\",\"address\":\"nobody\",\"topics\":[\"*\"]} | body-invalid | /address",
                "{\"channel\":\"EMAIL\",\"address\":\"a@example.org\",\"url\":\"https://example.org\",\"topics\":[\"*\"]} | subscription-invalid | /url",
                "{\"channel\":\"WEBHOOK\",\"url\":\"ftp://example.org\",\"topics\":[\"*\"]} | webhook-url-refused | /url",
                "{\"channel\":\"WEBHOOK\",\"url\":\"https://example.org\",\"topics\":[]} | body-invalid | /topics",
                "{\"channel\":\"WEBHOOK\",\"url\":\"https://example.org\",\"topics\":[\"*\",\"No Topic\"]} | subscription-invalid | /topics/1",
                "{\"channel\":\"WEBHOOK\",\"url\":\"https://example.org\",\"topics\":[\"*\"],\"minimumPriority\":\"P9\"} | body-invalid | /minimumPriority",
                "{\"channel\":\"WEBHOOK\",\"url\":\"https://example.org\",\"topics\":[\"*\"],\"partners\":[\"XYZ\"]} | partner-unknown | /partner",
                "{\"channel\":\"WEBHOOK\",\"url\":\"https://example.org\",\"topics\":[\"*\"],\"quietHours\":{\"zone\":\"Europe/London\",\"windows\":[]}} | body-invalid | /quietHours/windows",
                "{\"channel\":\"WEBHOOK\",\"url\":\"https://example.org\",\"topics\":[\"*\"],\"quietHours\":{\"zone\":\"Europe/London\",\"windows\":[{\"days\":[\"MONDAY\",\"TUESDAY\",\"WEDNESDAY\",\"THURSDAY\",\"FRIDAY\",\"SATURDAY\",\"SUNDAY\"],\"from\":\"00:00\",\"to\":\"00:00\"}]}} | quiet-hours-endless | /quietHours/windows"
            })
    void what_breaks_a_rule_is_refused_and_pointed_at(String body, String code, String pointer) {
        subscribe(LEWISHAM, null, body)
                .then()
                .statusCode(422)
                .body("code", equalTo(code))
                .body("errors[0].pointer", equalTo(pointer));
    }

    @Test
    void what_cannot_be_read_is_refused_as_such() {
        subscribe(LEWISHAM, null, "{ not json").then().statusCode(400);
        subscribe(LEWISHAM, null, "{" + HOOK + TOPICS + ",\"colour\":\"red\"}")
                .then()
                .statusCode(400);
        subscribe(LEWISHAM, null, "{" + HOOK + TOPICS + ",\"quietHours\":{\"zone\":\"Atlantis\",\"windows\":[]}}")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", startsWith("/quietHours"));
        as(LEWISHAM).get("/api/v1/subscriptions?cursor=zzz").then().statusCode(400);
    }

    @Test
    void only_a_webhook_has_a_secret() {
        JsonPath mail = made(LEWISHAM, "{\"channel\":\"EMAIL\",\"address\":\"team@example.org\"" + TOPICS + "}");
        assertThat(mail.getString("secret")).isNull();
        as(LEWISHAM).post(path(mail) + "/secret").then().statusCode(409).body("code", equalTo("subscription-unsigned"));
    }

    @Test
    void the_list_goes_on_where_it_stopped() {
        for (int i = 0; i < 3; i++) {
            made(Tokens.borough("LGA"), "{" + HOOK + TOPICS + "}");
        }
        String token = Tokens.borough("LGA");
        JsonPath page = as(token).get("/api/v1/subscriptions?limit=2").jsonPath();
        assertThat(page.getList("items")).hasSize(2);
        JsonPath rest = as(token)
                .get("/api/v1/subscriptions?limit=2&cursor=" + page.getString("next"))
                .jsonPath();
        assertThat(rest.getList("items.id")).isNotEmpty().doesNotContainAnyElementsOf(page.getList("items.id"));
    }

    private static Response subscribe(String token, String key, String body) {
        var request = as(token).contentType(ContentType.JSON).body(body);
        return (key == null ? request : request.header("Idempotency-Key", key)).post("/api/v1/subscriptions");
    }

    private static JsonPath made(String token, String body) {
        return subscribe(token, null, body).then().statusCode(201).extract().jsonPath();
    }

    private static Response patch(String token, JsonPath subscription, String version, String body) {
        var request = as(token).contentType(ContentType.JSON).body(body);
        return (version == null ? request : request.header("If-Match", version)).patch(path(subscription));
    }

    private static String path(JsonPath subscription) {
        return "/api/v1/subscriptions/" + subscription.getString("id");
    }
}
