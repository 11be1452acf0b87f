package uk.jointdesk.incident.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import uk.jointdesk.incident.OverHttp;
import uk.jointdesk.incident.notification.domain.Due;
import uk.jointdesk.incident.notification.store.DeliveryLeases;
import uk.jointdesk.kit.db.ScopedDb;
import uk.jointdesk.kit.scope.PartnerScope;
import uk.jointdesk.testkit.Tokens;

/**
 * Telling subscribers, in time that the tests make up. Each test has a year of its own far ahead, in which the
 * service's own deliverer, which lives in the present, finds nothing due.
 */
abstract class Telling extends OverHttp {

    private static final AtomicInteger YEAR = new AtomicInteger(2_100);

    @Inject
    Outbox outbox;

    @Inject
    ScopedDb db;

    @Inject
    Deliverer deliverer;

    @Inject
    DeliveryLeases leases;

    @Inject
    WebhookSender webhooks;

    @Inject
    MailSender mails;

    @Inject
    ObjectMapper json;

    private final int number = YEAR.getAndIncrement();
    final Instant year = Instant.parse(number + "-06-07T09:00:00Z");
    /** What other tests subscribed to is not told of this. */
    final String topic = "escalation.y" + number;

    Due claimed(Receiver receiver) {
        return leases.claim(UUID.randomUUID(), 1_000, year).stream()
                .filter(due -> due.subscription().target().equals(receiver.url()))
                .findFirst()
                .orElseThrow();
    }

    UUID put(String partner, Map<String, Object> payload) {
        Announcement announcement = new Announcement(UUID.randomUUID(), topic, partner, year, year, payload);
        db.as(PartnerScope.ALL).run(handle -> outbox.put(handle, announcement));
        return announcement.id();
    }

    void putAt(String partner, Instant deliverAfter) {
        Announcement announcement = new Announcement(UUID.randomUUID(), topic, partner, year, deliverAfter, Map.of());
        db.as(PartnerScope.ALL).run(handle -> outbox.put(handle, announcement));
    }

    void deliverUntilQuiet(Instant at) {
        deliverUntilQuiet(deliverer, at);
    }

    static void deliverUntilQuiet(Deliverer who, Instant at) {
        Clock then = Clock.fixed(at, ZoneOffset.UTC);
        for (List<CompletableFuture<Void>> begun = who.begin(then); !begun.isEmpty(); begun = who.begin(then)) {
            CompletableFuture.allOf(begun.toArray(CompletableFuture[]::new)).join();
        }
    }

    static void waitFor(java.util.function.BooleanSupplier done) {
        for (int look = 0; look < 150 && !done.getAsBoolean(); look++) {
            pause(100);
        }
        assertThat(done.getAsBoolean()).isTrue();
    }

    JsonPath subscribed(Receiver receiver, String more) {
        return subscribed(Tokens.borough("LBL"), receiver, more);
    }

    JsonPath subscribed(String token, Receiver receiver, String more) {
        return as(token)
                .contentType(ContentType.JSON)
                .body("{\"channel\":\"WEBHOOK\",\"url\":\"%s\",\"topics\":[\"%s\"]%s}"
                        .formatted(receiver.url(), topic, more))
                .post("/api/v1/subscriptions")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    static String path(JsonPath subscription) {
        return "/api/v1/subscriptions/" + subscription.getString("id");
    }

    static JsonPath deliveries(JsonPath subscription, String query) {
        return as(Tokens.desk())
                .get(path(subscription) + "/deliveries" + query)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    static JsonPath first(JsonPath subscription) {
        JsonPath all = deliveries(subscription, "");
        assertThat(all.getList("items")).isNotEmpty();
        return all.setRootPath("items[0]");
    }
}
