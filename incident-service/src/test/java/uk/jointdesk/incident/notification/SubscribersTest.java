package uk.jointdesk.incident.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.jointdesk.kit.scope.PartnerScope;
import uk.jointdesk.testkit.Tokens;

/** Who is told what, and when. */
@QuarkusTest
class SubscribersTest extends Telling {

    @Test
    void while_the_secret_changes_the_former_one_still_verifies_for_a_day() {
        try (Receiver receiver = Receiver.answering(any -> 200)) {
            JsonPath subscription = subscribed(receiver, "");
            String changed = as(Tokens.borough("LBL"))
                    .post("/api/v1/subscriptions/" + subscription.getString("id") + "/secret")
                    .then()
                    .statusCode(200)
                    .extract()
                    .path("secret");
            put("LBL", Map.of());
            // The former secret's day is counted from now; this year is long after it.
            deliverUntilQuiet(year);
            assertThat(receiver.only().isSignedWith(changed)).isTrue();
            assertThat(receiver.only().isSignedWith(subscription.getString("secret")))
                    .isFalse();
            putAt("LBL", null);
            waitFor(() -> receiver.heard().size() == 2);
            Receiver.Heard now = receiver.heard().get(1);
            assertThat(now.isSignedWith(changed)).isTrue();
            assertThat(now.isSignedWith(subscription.getString("secret"))).isTrue();
        }
    }

    @Test
    void a_span_of_time_is_told_again() {
        try (Receiver receiver = Receiver.answering(any -> 200)) {
            JsonPath subscription = subscribed(receiver, "");
            Instant before = Instant.now().minusSeconds(5);
            for (int i = 0; i < 3; i++) {
                put("LBL", Map.of());
            }
            deliverUntilQuiet(year);
            String span = "{\"from\":\"%s\",\"to\":\"%s\",\"state\":\"DELIVERED\"}";
            as(Tokens.borough("LBL"))
                    .contentType(ContentType.JSON)
                    .body(span.formatted(before, before.plusSeconds(60)))
                    .post(path(subscription) + "/deliveries/replay")
                    .then()
                    .statusCode(202)
                    .body("deliveries", equalTo(3));
            waitFor(() -> receiver.heard().size() == 6);
            assertThat(receiver.heard().stream().map(Receiver.Heard::id).distinct())
                    .hasSize(3);
        }
    }

    @Test
    void quiet_hours_are_waited_out_and_nothing_is_lost() {
        try (Receiver receiver = Receiver.answering(any -> 200)) {
            // 09:00 UTC is 10:00 of a London summer.
            JsonPath subscription = subscribed(
                    receiver,
                    ",\"quietHours\":{\"zone\":\"Europe/London\",\"windows\":[{\"days\":[\"MONDAY\",\"TUESDAY\",\"WEDNESDAY\","
                            + "\"THURSDAY\",\"FRIDAY\",\"SATURDAY\",\"SUNDAY\"],\"from\":\"09:00\",\"to\":\"11:00\"}]}");
            put("LBL", Map.of());
            deliverUntilQuiet(year);
            assertThat(receiver.heard()).isEmpty();
            assertThat(first(subscription).getInt("tries")).isZero();
            deliverUntilQuiet(year.plus(Duration.ofMinutes(59)));
            assertThat(receiver.heard()).isEmpty();
            deliverUntilQuiet(year.plus(Duration.ofMinutes(60)));
            receiver.only();
        }
    }

    @Test
    void an_announcement_is_told_at_once_and_to_those_only_who_want_it() {
        try (Receiver wanted = Receiver.answering(any -> 200);
                Receiver unwanted = Receiver.answering(any -> 200);
                Receiver otherCouncils = Receiver.answering(any -> 200);
                Receiver desks = Receiver.answering(any -> 200)) {
            subscribed(wanted, ",\"minimumPriority\":\"P2\",\"minimumThreshold\":75");
            subscribed(unwanted, ",\"minimumPriority\":\"P1\"");
            subscribed(Tokens.borough("LBS"), otherCouncils, "");
            subscribed(Tokens.desk(), desks, "");
            UUID id = UUID.randomUUID();
            Announcement announcement =
                    new Announcement(id, topic, "LBL", year, null, Map.of("priority", "P2", "thresholdPercent", 75));
            db.as(PartnerScope.of(List.of("LBL"))).run(handle -> outbox.put(handle, announcement));
            db.as(PartnerScope.of(List.of("LBL"))).run(handle -> outbox.put(handle, announcement));
            waitFor(() -> wanted.heard().size() == 1 && desks.heard().size() == 1);
            pause(1_500);
            wanted.only();
            desks.only();
            assertThat(unwanted.heard()).isEmpty();
            assertThat(otherCouncils.heard()).isEmpty();
        }
    }

    @Test
    void nobodys_announcements_are_for_those_who_see_everybodys() {
        try (Receiver council = Receiver.answering(any -> 200);
                Receiver desk = Receiver.answering(any -> 200)) {
            subscribed(council, "");
            subscribed(Tokens.desk(), desk, "");
            put(null, Map.of());
            deliverUntilQuiet(year);
            desk.only();
            assertThat(council.heard()).isEmpty();
        }
    }

    @Test
    void another_council_cannot_read_or_replay_what_was_told() {
        try (Receiver receiver = Receiver.answering(any -> 200)) {
            JsonPath subscription = subscribed(receiver, "");
            put("LBL", Map.of());
            deliverUntilQuiet(year);
            String delivery = first(subscription).getString("id");
            String other = Tokens.borough("LBB");
            as(other).get(path(subscription) + "/deliveries").then().statusCode(404);
            as(other)
                    .post(path(subscription) + "/deliveries/" + delivery + "/replay")
                    .then()
                    .statusCode(404);
            as(other)
                    .contentType(ContentType.JSON)
                    .body("{ not json")
                    .post(path(subscription) + "/deliveries/replay")
                    .then()
                    .statusCode(404);
            as(Tokens.borough("LBL"))
                    .post(path(subscription) + "/deliveries/" + UUID.randomUUID() + "/replay")
                    .then()
                    .statusCode(404);
            as(Tokens.borough("LBL"))
                    .get(path(subscription) + "/deliveries?state=LOST")
                    .then()
                    .statusCode(400)
                    .body("errors", hasSize(1))
                    .body("errors[0].pointer", equalTo("query:state"));
        }
    }
}
