package uk.jointdesk.system.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import uk.jointdesk.local.Part;
import uk.jointdesk.local.Suite;
import uk.jointdesk.system.suite.Answer;
import uk.jointdesk.system.suite.Api;
import uk.jointdesk.system.suite.OnSuite;

/**
 * A service that did what it was asked and could not say so: the caller hears what went wrong in a typed problem, repeats
 * its request under the same key, and there is one ticket. Whoever asks other services notices nothing.
 */
@OnSuite
class LostAnswersIT {

    private static final Duration SILENCE = Duration.ofSeconds(4);
    private static final String TICKETS = "/api/v1/tickets";
    private static final String FIGURES = "/api/v1/performance/volumes?from=2018-10&to=2018-10&groupBy=partner,period";

    /** One word that only one ticket has. */
    private final String word = "zq" + UUID.randomUUID().toString().replace("-", "");

    private final String key = UUID.randomUUID().toString();

    @Test
    void a_service_that_dies_after_it_committed_has_made_one_ticket_however_often_it_is_asked_again(
            Suite suite, Api api) throws Exception {
        try (Relay relay = new Relay(URI.create(suite.url(Part.INCIDENT)));
                MoreGateways gateways = behind(suite, relay)) {
            URI door = gateways.address();
            AtomicBoolean killed = new AtomicBoolean();
            relay.loseAnswerTo("POST " + TICKETS, () -> {
                suite.child(Part.INCIDENT).kill();
                killed.set(true);
            });
            Answer first = open(api, door);
            assertThat(killed)
                    .as("it died with its answer on its lips: %s", first)
                    .isTrue();
            isProblem(first, 502, "upstream-unavailable");
            isProblem(read(api, door, TICKETS), 502, "upstream-unavailable");
            assertThat(read(api, door, FIGURES).status()).isEqualTo(200);
            suite.restart(Part.INCIDENT);
            isOneTicketHoweverOftenAsked(api, door);
        }
    }

    @Test
    void a_service_that_never_answers_is_given_up_in_time_and_the_others_answer_as_before(Suite suite, Api api)
            throws Exception {
        try (Relay relay = new Relay(URI.create(suite.url(Part.INCIDENT)));
                MoreGateways gateways = behind(suite, relay)) {
            URI door = gateways.address();
            assertThat(read(api, door, TICKETS).status()).isEqualTo(200);
            assertThat(read(api, door, FIGURES).status()).isEqualTo(200);
            relay.mute();
            long began = System.nanoTime();
            CompletableFuture<Answer> written = CompletableFuture.supplyAsync(() -> open(api, door));
            CompletableFuture<Answer> read = CompletableFuture.supplyAsync(() -> read(api, door, TICKETS));
            for (int other = 0; !written.isDone() || !read.isDone() || other < 10; other++) {
                assertThat(read(api, door, FIGURES).status()).isEqualTo(200);
            }
            isProblem(written.join(), 504, "upstream-silent");
            isProblem(read.join(), 504, "upstream-silent");
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isBetween(SILENCE, SILENCE.multipliedBy(3));
            relay.unmute();
            isOneTicketHoweverOftenAsked(api, door);
        }
    }

    private static MoreGateways behind(Suite suite, Relay relay) throws Exception {
        Map<String, String> told = Map.of(
                "JOINTDESK_INCIDENT_URL", relay.address().toString(), "JOINTDESK_PROXY_SILENCE", SILENCE.toString());
        return new MoreGateways(suite, "relay", 1, told);
    }

    /** It was there before anybody asked again, and is what the repeated request is told of. */
    private void isOneTicketHoweverOftenAsked(Api api, URI door) {
        Answer made = found(api, door);
        assertThat(made.ok().path("items")).as("%s", made).hasSize(1);
        String reference = made.json().at("/items/0/reference").asText();
        assertThat(reference).isNotBlank();
        for (int again = 0; again < 3; again++) {
            assertThat(open(api, door).ok().path("reference").asText()).isEqualTo(reference);
        }
        assertThat(found(api, door).ok().path("items")).hasSize(1);
    }

    private Answer open(Api api, URI door) {
        String ticket = """
                {"partner":"LBL","type":"INCIDENT","priority":"P3","title":"Screen stays dark %s",
                 "category":"Hardware/Screen","queue":"Service Desk"}""".formatted(word);
        return api.as("desk")
                .direct(
                        "POST",
                        door.resolve(TICKETS).toString(),
                        "application/json",
                        BodyPublishers.ofString(ticket),
                        "Idempotency-Key",
                        key);
    }

    private Answer found(Api api, URI door) {
        return read(api, door, TICKETS + "?q=" + word);
    }

    private static Answer read(Api api, URI door, String path) {
        return api.as("desk").direct(door.resolve(path).toString());
    }

    private static void isProblem(Answer answer, int status, String code) {
        assertThat(answer).matches(refusal -> refusal.isProblem(status));
        assertThat(answer.json().path("code").asText()).isEqualTo(code);
    }
}
