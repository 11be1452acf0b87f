package uk.jointdesk.kit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.oidc.server.OidcWiremockTestResource;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import uk.jointdesk.kit.db.ScopedDb;
import uk.jointdesk.kit.feed.FeedHorizon;
import uk.jointdesk.kit.scope.PartnerScope;
import uk.jointdesk.testkit.PostgresFor;
import uk.jointdesk.testkit.Tokens;

@QuarkusTest
@QuarkusTestResource(value = PostgresFor.class, initArgs = @ResourceArg(name = "database", value = "kit"))
@QuarkusTestResource(OidcWiremockTestResource.class)
class KitTest {

    private static final String PATH = "/api/v1/notices";

    @Inject
    ScopedDb db;

    @Inject
    DataSource dataSource;

    @Test
    void a_request_without_a_token_is_challenged_with_a_problem() {
        given().get(PATH)
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", "Bearer")
                .header("X-Request-Id", notNullValue())
                .body("code", is("token-required"));
    }

    @Test
    void a_forged_token_is_a_401_problem() {
        given().auth()
                .oauth2(Tokens.borough("LBL") + "x")
                .get(PATH)
                .then()
                .statusCode(401)
                .body("code", is("token-invalid"));
    }

    @Test
    void a_role_that_may_not_is_a_403_problem() {
        given().auth().oauth2(Tokens.finance()).get(PATH).then().statusCode(403).body("code", is("not-allowed"));
    }

    @Test
    void an_operation_nobody_annotated_is_denied() {
        as("LBL").get(PATH + "/unannotated").then().statusCode(403);
    }

    @Test
    void a_council_sees_its_own_rows_only() {
        post("LBL", "LBL", "lewisham only").then().statusCode(201);
        post("LBB", "LBB", "brent only").then().statusCode(201);
        as("LBL").get(PATH + "?limit=500").then().statusCode(200).body("items", everyItem(not(is("brent only"))));
        given().auth()
                .oauth2(Tokens.board())
                .get(PATH + "?limit=500")
                .then()
                .body("items", org.hamcrest.Matchers.hasItems("lewisham only", "brent only"));
    }

    @Test
    void work_without_a_scope_sees_nothing() {
        post("LBL", "LBL", "hidden from nobody in particular").then().statusCode(201);
        long seen = Jdbi.create(dataSource).withHandle(handle -> count(handle));
        assertThat(seen).isZero();
        assertThat(db.as(PartnerScope.NONE).read(KitTest::count)).isZero();
        assertThat(db.as(PartnerScope.ALL).read(KitTest::count)).isPositive();
    }

    @Test
    void a_nested_scope_ends_with_its_work() {
        post("LBB", "LBB", "seen by all only").then().statusCode(201);
        db.as(PartnerScope.of(List.of("LBX"))).run(outer -> {
            assertThat(count(outer)).isZero();
            assertThat(db.as(PartnerScope.ALL).read(KitTest::count)).isPositive();
            assertThat(count(outer)).isZero();
        });
    }

    @Test
    void a_read_cannot_write() {
        assertThatThrownBy(() -> db.as(PartnerScope.ALL)
                        .read(handle -> handle.execute("insert into notice (partner, text) values ('LBL', 'x')")))
                .hasMessageContaining("read-only");
    }

    @Test
    void a_write_sent_twice_happens_once() {
        String key = UUID.randomUUID().toString();
        RequestSpecification sent = as("LBS").header("Idempotency-Key", key).contentType("application/json");
        sent.body("{\"partner\":\"LBS\",\"text\":\"once\"}").post(PATH).then().statusCode(201);
        sent.body("{\"partner\":\"LBS\",\"text\":\"once\"}")
                .post(PATH)
                .then()
                .statusCode(201)
                .body("text", is("once"));
        sent.body("{\"partner\":\"LBS\",\"text\":\"twice\"}")
                .post(PATH)
                .then()
                .statusCode(422)
                .body("code", is("idempotency-key-reused"));
        as("LBS").get(PATH + "?limit=500").then().body("items.findAll { it == 'once' }.size()", is(1));
    }

    @Test
    void nobody_is_given_the_answer_of_another_who_came_through_the_same_client_with_the_same_key() {
        String key = UUID.randomUUID().toString();
        String brent = Tokens.of("jointdesk-web", "person-of-brent", List.of("borough-client"), List.of("LBB"));
        String lewisham = Tokens.of("jointdesk-web", "person-of-lewisham", List.of("borough-client"), List.of("LBL"));
        String both = Tokens.of("jointdesk-web", "person-of-brent", List.of("borough-client"), List.of("LBB", "LBL"));
        notice(brent, key, "LBB").then().statusCode(201).header("Idempotent-Replay", nullValue());
        notice(lewisham, key, "LBL").then().statusCode(201).header("Idempotent-Replay", nullValue());
        notice(both, key, "LBL").then().statusCode(201).header("Idempotent-Replay", nullValue());
        notice(brent, key, "LBB").then().statusCode(201).header("Idempotent-Replay", is("true"));
    }

    private static Response notice(String token, String key, String partner) {
        return given().auth()
                .oauth2(token)
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body("{\"partner\":\"" + partner + "\",\"text\":\"from " + partner + "\"}")
                .post(PATH);
    }

    @Test
    void a_change_names_the_version_it_starts_from() {
        as("LBL").put(PATH + "/3").then().statusCode(428).body("code", is("version-required"));
        as("LBL").header("If-Match", "\"2\"").put(PATH + "/3").then().statusCode(412);
        as("LBL").header("If-Match", "soon").put(PATH + "/3").then().statusCode(400);
        as("LBL")
                .header("If-Match", "\"3\"")
                .put(PATH + "/3")
                .then()
                .statusCode(204)
                .header("ETag", "\"4\"");
    }

    @Test
    void a_request_id_is_kept_when_it_is_safe_and_replaced_when_not() {
        as("LBL").header("X-Request-Id", "abc-1").get(PATH).then().header("X-Request-Id", is("abc-1"));
        as("LBL").header("X-Request-Id", "a b\"c").get(PATH).then().header("X-Request-Id", not(startsWith("a b")));
    }

    @Test
    void the_feed_horizon_stays_below_a_writer_that_has_not_committed() throws Exception {
        CountDownLatch written = new CountDownLatch(1);
        CountDownLatch commit = new CountDownLatch(1);
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            Future<Long> late = other.submit(() -> db.as(PartnerScope.ALL).write(handle -> {
                long xid = insert(handle, "late");
                written.countDown();
                await(commit);
                return xid;
            }));
            await(written);
            long early = db.as(PartnerScope.ALL).write(handle -> insert(handle, "early"));
            long horizon = db.as(PartnerScope.ALL).write(FeedHorizon::below);
            commit.countDown();
            assertThat(late.get()).isLessThan(early);
            assertThat(horizon).isEqualTo(late.get());
            assertThat(db.as(PartnerScope.ALL).write(FeedHorizon::below)).isGreaterThan(early);
        } finally {
            commit.countDown();
            other.shutdownNow();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long insert(Handle handle, String text) {
        return Long.parseLong(handle.createQuery("insert into notice (text) values (:text) returning xid::text")
                .bind("text", text)
                .mapTo(String.class)
                .one());
    }

    private static long count(Handle handle) {
        return handle.createQuery("select count(*) from notice")
                .mapTo(Long.class)
                .one();
    }

    private static RequestSpecification as(String partner) {
        return given().auth().oauth2(Tokens.borough(partner));
    }

    private static io.restassured.response.Response post(String token, String partner, String text) {
        return as(token)
                .contentType("application/json")
                .body("{\"partner\":\"" + partner + "\",\"text\":\"" + text + "\"}")
                .post(PATH);
    }
}
