package uk.jointdesk.incident.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import uk.jointdesk.incident.Database;
import uk.jointdesk.incident.notification.domain.Due;
import uk.jointdesk.incident.notification.domain.RetrySchedule;
import uk.jointdesk.testkit.Tokens;

/** Sending, failing, trying again, giving up. */
@QuarkusTest
class DelivererTest extends Telling {

    @Test
    void a_receiver_can_verify_what_it_is_told() {
        try (Receiver receiver = Receiver.answering(any -> 200)) {
            JsonPath subscription = subscribed(receiver, "");
            UUID id = put("LBL", Map.of("reference", "LBL-0000007", "priority", "P1"));
            deliverUntilQuiet(year);
            Receiver.Heard heard = receiver.only();
            assertThat(heard.id()).isEqualTo("msg_" + id.toString().replace("-", ""));
            assertThat(heard.timestamp()).isEqualTo(Long.toString(year.getEpochSecond()));
            assertThat(heard.isSignedWith(subscription.getString("secret"))).isTrue();
            assertThat(heard.isSignedWith("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"))
                    .isFalse();
            JsonPath body = JsonPath.from(heard.body());
            assertThat(body.getString("type")).isEqualTo(topic);
            assertThat(body.getString("data.reference")).isEqualTo("LBL-0000007");
            assertThat(first(subscription).getString("state")).isEqualTo("DELIVERED");
        }
    }

    @Test
    void a_receiver_that_is_down_is_tried_again_later_and_later_under_the_same_id() {
        try (Receiver receiver = Receiver.answering(tries -> tries < 2 ? 503 : 200)) {
            JsonPath subscription = subscribed(receiver, "");
            put("LBL", Map.of());
            deliverUntilQuiet(year);
            deliverUntilQuiet(year.plusSeconds(4));
            assertThat(receiver.heard()).hasSize(1);
            deliverUntilQuiet(year.plusSeconds(7));
            assertThat(receiver.heard()).hasSize(2);
            assertThat(first(subscription).getInt("lastStatus")).isEqualTo(503);
            assertThat(first(subscription).getString("lastAnswer")).hasSize(1_024);
            deliverUntilQuiet(year.plus(Duration.ofMinutes(7)));
            assertThat(receiver.heard()).hasSize(3);
            assertThat(receiver.heard().stream().map(Receiver.Heard::id).distinct())
                    .hasSize(1);
            assertThat(first(subscription).getString("state")).isEqualTo("DELIVERED");
        }
    }

    @Test
    void after_the_last_try_a_delivery_is_dead_and_can_be_told_again() {
        AtomicInteger status = new AtomicInteger(500);
        try (Receiver receiver = Receiver.answering(any -> status.get())) {
            JsonPath subscription = subscribed(receiver, "");
            put("LBL", Map.of());
            for (int day = 0; day < 20; day++) {
                deliverUntilQuiet(year.plus(Duration.ofDays(day)));
            }
            assertThat(receiver.heard()).hasSize(RetrySchedule.tries());
            JsonPath dead = deliveries(subscription, "?state=DEAD");
            assertThat(dead.getList("items")).hasSize(1);
            status.set(200);
            as(Tokens.borough("LBL"))
                    .post(path(subscription) + "/deliveries/" + dead.getString("items[0].id") + "/replay")
                    .then()
                    .statusCode(202)
                    .body("state", equalTo("PENDING"));
            waitFor(() -> "DELIVERED".equals(first(subscription).getString("state")));
            assertThat(receiver.heard().stream().map(Receiver.Heard::id).distinct())
                    .hasSize(1);
        }
    }

    @Test
    void a_receiver_that_is_gone_is_told_nothing_more() {
        try (Receiver receiver = Receiver.answering(any -> 410)) {
            JsonPath subscription = subscribed(receiver, "");
            put("LBL", Map.of());
            deliverUntilQuiet(year);
            as(Tokens.borough("LBL"))
                    .get(path(subscription))
                    .then()
                    .body("active", equalTo(false))
                    .body("disabledReason", equalTo("The receiver answered 410 Gone."));
            put("LBL", Map.of());
            deliverUntilQuiet(year.plus(Duration.ofDays(1)));
            assertThat(receiver.heard()).hasSize(1);
            assertThat(deliveries(subscription, "?state=DEAD").getList("items")).hasSize(1);
            as(Tokens.borough("LBL"))
                    .post(path(subscription) + "/deliveries/"
                            + first(subscription).getString("id") + "/replay")
                    .then()
                    .statusCode(409)
                    .body("code", equalTo("subscription-inactive"));
        }
    }

    @Test
    void a_redirect_is_not_followed() {
        try (Receiver receiver = Receiver.answering(any -> 307)) {
            JsonPath subscription = subscribed(receiver, "");
            put("LBL", Map.of());
            deliverUntilQuiet(year);
            receiver.only();
            assertThat(first(subscription).getInt("lastStatus")).isEqualTo(307);
            assertThat(first(subscription).getString("state")).isEqualTo("PENDING");
        }
    }

    @Test
    void nothing_is_sent_to_a_private_address_unless_that_is_allowed() {
        try (Receiver receiver = Receiver.answering(any -> 200)) {
            subscribed(receiver, "");
            put("LBL", Map.of());
            WebhookSender strict = new WebhookSender(new WebhookTargets(false), json, Duration.ofSeconds(5));
            Due due = claimed(receiver);
            assertThat(strict.send(due, year).text()).startsWith("Nothing was sent");
            assertThat(receiver.heard()).isEmpty();
            assertThat(webhooks.send(due, year).status()).isEqualTo(200);
        }
    }

    @Test
    void who_dies_between_sending_and_marking_leaves_it_to_be_sent_again_under_the_same_id() throws SQLException {
        try (Receiver receiver = Receiver.answering(any -> 200)) {
            JsonPath subscription = subscribed(receiver, "");
            put("LBL", Map.of());
            Due dying = claimed(receiver);
            deliverer.send(dying, year);
            deliverUntilQuiet(year);
            receiver.only();
            try (Connection everybody = Database.asTheService("*")) {
                Database.execute(
                        everybody,
                        "update delivery set lease_until = now() - interval '1 second' where id = '" + dying.delivery()
                                + "'");
            }
            deliverUntilQuiet(year);
            assertThat(receiver.heard()).hasSize(2);
            assertThat(receiver.heard().stream().map(Receiver.Heard::id).distinct())
                    .hasSize(1);
            assertThat(first(subscription).getString("state")).isEqualTo("DELIVERED");
            // The one that came back from the dead has lost its lease and marks nothing.
            leases.dead(dying, uk.jointdesk.incident.notification.domain.Answer.unreachable("late"), year);
            assertThat(first(subscription).getString("state")).isEqualTo("DELIVERED");
        }
    }

    @Test
    void two_deliverers_at_once_tell_each_thing_once() {
        int announcements = 150;
        ExecutorService others = Executors.newFixedThreadPool(8);
        try (Receiver receiver = Receiver.answering(any -> 200)) {
            subscribed(receiver, "");
            IntStream.range(0, announcements).forEach(any -> put("LBL", Map.of()));
            Deliverer other = new Deliverer(leases, webhooks, mails, Clock.systemUTC(), others);
            CompletableFuture<Void> beside = CompletableFuture.runAsync(() -> deliverUntilQuiet(other, year), others);
            deliverUntilQuiet(deliverer, year);
            beside.join();
            assertThat(receiver.heard()).hasSize(announcements);
            assertThat(receiver.heard().stream().map(Receiver.Heard::id).distinct())
                    .hasSize(announcements);
        } finally {
            others.shutdown();
        }
    }
}
