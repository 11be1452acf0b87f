package uk.jointdesk.incident.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.jwt.build.Jwt;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import uk.jointdesk.incident.OverHttp;
import uk.jointdesk.incident.live.Listener.Heard;
import uk.jointdesk.testkit.Tokens;

/** What a dashboard hears as it happens. */
@QuarkusTest
class StreamTest extends OverHttp {

    private static final String LEWISHAM = Tokens.of("lbl-board", List.of("borough-client"), List.of("LBL"));

    @TestHTTPResource("/api/v1/tickets/stream")
    URI stream;

    @Test
    void a_listener_hears_what_happens_to_its_tickets_with_where_they_stand() {
        try (Listener lewisham = Listener.to(stream, LEWISHAM, null)) {
            assertThat(lewisham.next(10).event()).isEqualTo("ready");
            String reference = opened("LBL", "");
            transition(Tokens.desk(), reference, "{\"to\":\"IN_PROGRESS\"}")
                    .then()
                    .statusCode(200);
            Heard started = last(lewisham.until(reference, "STARTED"));
            assertThat(started.json().getString("partner")).isEqualTo("LBL");
            assertThat(started.json().getString("status")).isEqualTo("IN_PROGRESS");
            assertThat(started.json().getString("priority")).isEqualTo("P2");
            assertThat(started.json().getInt("version")).isEqualTo(2);
            assertThat(started.json().getString("at")).endsWith("Z");
        }
    }

    @Test
    void a_council_never_hears_of_another_councils_tickets_nor_of_one_it_has_handed_on() {
        try (Listener lewisham = Listener.to(stream, LEWISHAM, null)) {
            assertThat(lewisham.next(10).event()).isEqualTo("ready");
            String brents = opened("LBB", "");
            String handedOn = opened("LBL", "");
            handOn(handedOn, "LBS");
            transition(Tokens.desk(), handedOn, "{\"to\":\"RESOLVED\"}").then().statusCode(200);
            transition(Tokens.desk(), brents, "{\"to\":\"RESOLVED\"}").then().statusCode(200);
            String last = opened("LBL", "");
            List<Heard> heard = lewisham.until(last, "LOGGED");
            assertThat(references(heard)).doesNotContain(brents);
            assertThat(events(heard, handedOn)).containsExactly("LOGGED", "PARTNER_CHANGED");
            heard.stream()
                    .filter(one -> one.event().equals("ticket"))
                    .map(one -> one.json().getString("partner"))
                    .forEach(partner -> assertThat(partner).isIn("LBL", "LH"));
            Map<String, Object> farewell = heard.stream()
                    .filter(one ->
                            one.data().contains("PARTNER_CHANGED") && one.data().contains(handedOn))
                    .findFirst()
                    .orElseThrow()
                    .json()
                    .getMap("$");
            assertThat(farewell).containsOnlyKeys("reference", "partner", "event", "at");
        }
    }

    @Test
    void a_listener_that_comes_back_is_told_what_it_missed_once() {
        Heard known;
        String first = opened("LBL", "");
        try (Listener lewisham = Listener.to(stream, LEWISHAM, null)) {
            assertThat(lewisham.next(10).event()).isEqualTo("ready");
            transition(Tokens.desk(), first, "{\"to\":\"ASSIGNED\"}").then().statusCode(200);
            known = last(lewisham.until(first, "ASSIGNED"));
        }
        String brents = opened("LBB", "");
        String missed = opened("LBL", "");
        try (Listener lewisham = Listener.to(stream, LEWISHAM, known.id())) {
            String live = opened("LBL", "");
            List<Heard> heard = lewisham.until(live, "LOGGED");
            assertThat(events(heard, first)).isEmpty();
            assertThat(events(heard, missed)).containsExactly("LOGGED");
            assertThat(references(heard)).doesNotContain(brents);
            assertThat(heard.stream().filter(one -> one.event().equals("ready")))
                    .hasSize(1);
        }
    }

    @Test
    void an_id_says_nothing_and_only_ours_is_taken() {
        try (Listener one = Listener.to(stream, LEWISHAM, null);
                Listener other =
                        Listener.to(stream, Tokens.of("lbl-wall", List.of("borough-client"), List.of("LBL")), null)) {
            Heard first = one.next(10);
            Heard second = other.next(10);
            assertThat(first.id()).hasSameSizeAs(second.id()).isNotEqualTo(second.id());
        }
        HttpResponse<InputStream> refused = Listener.connect(stream, LEWISHAM, "NDcxMR8xMg");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(text(refused)).contains("last-event-id-invalid").contains("header:Last-Event-ID");
    }

    @Test
    void people_behind_one_client_do_not_use_up_each_others_streams() {
        String web = unique("web");
        List<Listener> open = new ArrayList<>();
        try {
            for (int i = 0; i < 6; i++) {
                String person = Tokens.of(web, unique("person"), List.of("borough-client"), List.of("LBL"));
                Listener listener = Listener.to(stream, person, null);
                assertThat(listener.next(10).event()).isEqualTo("ready");
                open.add(listener);
            }
        } finally {
            open.forEach(Listener::close);
        }
    }

    @Test
    void a_client_holds_so_many_streams_and_no_more() {
        String busy = Tokens.of(unique("busy"), List.of("borough-client"), List.of("LBL"));
        List<Listener> open = new ArrayList<>();
        try {
            for (int i = 0; i < 5; i++) {
                Listener listener = Listener.to(stream, busy, null);
                assertThat(listener.next(10).event()).isEqualTo("ready");
                open.add(listener);
            }
            HttpResponse<InputStream> refused = Listener.connect(stream, busy, null);
            assertThat(refused.statusCode()).isEqualTo(429);
            assertThat(refused.headers().firstValue("Retry-After")).contains("30");
            assertThat(text(refused)).contains("too-many-streams");
        } finally {
            open.forEach(Listener::close);
        }
        assertThat(readyAgain(busy)).isTrue();
    }

    @Test
    void a_stream_ends_with_its_token() {
        String brief = Jwt.preferredUserName("service-account-brief")
                .subject("subject-of-brief")
                .claim("azp", "brief")
                .claim("partners", List.of("LBL"))
                .claim("realm_access", Map.of("roles", List.of("borough-client")))
                .issuer("https://server.example.com")
                .audience("https://service.example.com")
                .expiresIn(3)
                .sign();
        try (Listener listener = Listener.to(stream, brief, null)) {
            assertThat(listener.next(10).event()).isEqualTo("ready");
            Heard end = listener.next(15);
            while (end != null && end.event().equals("ticket")) {
                end = listener.next(15);
            }
            assertThat(end.event()).isEqualTo("end");
            assertThat(end.json().getString("reason")).isEqualTo("token-expired");
            assertThat(listener.next(10).event()).isEqualTo("closed");
        }
    }

    @Test
    void listening_needs_a_token_and_a_role() {
        io.restassured.RestAssured.given().get("/api/v1/tickets/stream").then().statusCode(401);
        as(Tokens.finance()).get("/api/v1/tickets/stream").then().statusCode(403);
    }

    /** What a client closed is free again as soon as the service has noticed. */
    private boolean readyAgain(String token) {
        for (int attempt = 0; attempt < 100; attempt++) {
            HttpResponse<InputStream> answer = Listener.connect(stream, token, null);
            closeBody(answer);
            if (answer.statusCode() == 200) {
                return true;
            }
            pause(100);
        }
        return false;
    }

    private static void handOn(String reference, String partner) {
        as(Tokens.desk())
                .contentType("application/merge-patch+json")
                .header("If-Match", "\"1\"")
                .body("{\"partner\":\"" + partner + "\"}")
                .patch("/api/v1/tickets/" + reference)
                .then()
                .statusCode(200);
    }

    private static Heard last(List<Heard> heard) {
        return heard.get(heard.size() - 1);
    }

    private static Set<String> references(List<Heard> heard) {
        return heard.stream()
                .filter(one -> one.event().equals("ticket"))
                .map(one -> one.json().getString("reference"))
                .collect(Collectors.toSet());
    }

    private static List<String> events(List<Heard> heard, String reference) {
        return heard.stream()
                .filter(one -> one.event().equals("ticket")
                        && one.json().getString("reference").equals(reference))
                .map(one -> one.json().getString("event"))
                .toList();
    }

    private static void closeBody(HttpResponse<InputStream> answer) {
        try {
            answer.body().close();
        } catch (IOException closed) {
            throw new AssertionError(closed);
        }
    }

    private static String text(HttpResponse<InputStream> answer) {
        try {
            return new String(answer.body().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new AssertionError(broken);
        }
    }
}
