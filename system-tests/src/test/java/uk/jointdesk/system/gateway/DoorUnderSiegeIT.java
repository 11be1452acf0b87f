package uk.jointdesk.system.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import uk.jointdesk.local.Suite;
import uk.jointdesk.system.badinput.EndlessLine;
import uk.jointdesk.system.suite.Answer;
import uk.jointdesk.system.suite.Api;
import uk.jointdesk.system.suite.Imports;
import uk.jointdesk.system.suite.OnSuite;

/**
 * Many slow callers and a large upload at once, at a gateway with the memory of every day: it keeps little of them, lets
 * them go, and a council that does nothing unusual notices nothing. {@code -Dsiege.callers=1000} and
 * {@code -Dsiege.megabytes=4000} say how many; a build, which may be on a busy machine, makes none.
 */
@OnSuite
@EnabledIfSystemProperty(named = "siege.callers", matches = "[0-9]+", disabledReason = "asked for by -Dsiege.callers")
class DoorUnderSiegeIT {

    private static final int CALLERS = Integer.getInteger("siege.callers", 500);
    private static final long MEGABYTES = Long.getLong("siege.megabytes", 500);
    private static final double ROOM_MEGABYTES = 64;
    /** Both cores are busy with the upload and with the callers themselves. */
    private static final Duration UNNOTICED = Duration.ofSeconds(2);

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(3);
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    /** A council waits so long for a service; whoever sends a body has so long as well. */
    private static final Map<String, String> TOLD = Map.of("JOINTDESK_PROXY_SILENCE", "PT10S");

    private static final String LONG_LIST = "/api/v1/tickets?limit=100";

    @Test
    void hundreds_of_slow_callers_and_half_a_gigabyte_leave_little_behind_and_others_alone(Suite suite, Api api)
            throws Exception {
        try (MoreGateways gateways = new MoreGateways(suite, "siege", 1, TOLD)) {
            URI door = gateways.address();
            Neighbour neighbour = new Neighbour(api.as("lbl-client"), door);
            upload(api, door, 1);
            Neighbour.Served before = neighbour.calls(200);
            Memory calm = memory(gateways, api);
            assertThat(before.errors()).isEmpty();
            Memory most = besieged(gateways, api, neighbour);
            Memory after = memory(gateways, api);
            System.out.printf("calm: %s, %s; under siege: %s; after it: %s%n", before, calm, most, after);
            fits(most.above(calm));
            fits(after.above(calm));
            assertThat(neighbour.calls(50).errors()).isEmpty();
        }
    }

    /** The most that was held at any of several looks. */
    private Memory besieged(MoreGateways gateways, Api api, Neighbour neighbour) throws Exception {
        URI door = gateways.address();
        CompletableFuture<Neighbour.Served> meanwhile = neighbour.goesOn();
        CompletableFuture<JsonNode> upload =
                CompletableFuture.supplyAsync(() -> upload(api, door, MEGABYTES * 1_000_000));
        try (SlowCrowd crowd =
                new SlowCrowd(door, CALLERS, api.token("lbs-client"), api.token("lbb-client"), LONG_LIST)) {
            Memory most = memory(gateways, api);
            assertThat(crowd.there()).as("callers who saw the first look").isGreaterThan(CALLERS / 2);
            long until = System.nanoTime() + PATIENCE.toNanos();
            while ((!crowd.isCutOff() || !upload.isDone()) && System.nanoTime() < until) {
                Thread.sleep(BETWEEN_LOOKS.toMillis());
                most = most.or(memory(gateways, api));
            }
            neighbour.enough();
            isUnnoticed(meanwhile.join());
            isToldSo(crowd);
            assertThat(upload.join().path("rejected").asInt()).isEqualTo(1);
            return most;
        }
    }

    private static void isUnnoticed(Neighbour.Served served) {
        System.out.println("meanwhile: " + served);
        assertThat(served.errors()).isEmpty();
        assertThat(served.calls()).isGreaterThan(100);
        assertThat(served.p99()).isLessThan(UNNOTICED);
    }

    /** A connection that ends takes the words along that were under way, so a few may have heard nothing. */
    private static void isToldSo(SlowCrowd crowd) {
        assertThat(crowd.isCutOff()).as("all of them are gone").isTrue();
        mostly(Set.of(408), crowd.toldOfHeads());
        mostly(Set.of(408, 429), crowd.toldOfBodies());
        mostly(Set.of(200, 429), crowd.toldToHearers());
    }

    private static void mostly(Set<Integer> statuses, List<Integer> told) {
        assertThat(told.stream().filter(statuses::contains).count())
                .as("%s", told)
                .isGreaterThan(told.size() * 8L / 10);
    }

    private static void fits(Memory growth) {
        assertThat(growth.heap()).as("growth: %s", growth).isLessThan(ROOM_MEGABYTES);
        assertThat(growth.direct()).as("growth: %s", growth).isLessThan(ROOM_MEGABYTES);
    }

    /** One line without an end: a row error, whoever carried it. */
    private static JsonNode upload(Api api, URI door, long bytes) {
        Answer answer = api.as("hornbill-lbs")
                .direct(
                        "POST",
                        door.resolve("/api/v1/imports?source=hornbill-lbs&format=ndjson")
                                .toString(),
                        "application/x-ndjson",
                        BodyPublishers.ofInputStream(() -> new EndlessLine("{\"source\":\"", bytes, "\"}\n")));
        assertThat(answer.status()).as("%s", answer).isEqualTo(202);
        return new Imports(api, "hornbill-lbs", "hornbill-lbs")
                .completed(answer.json().path("id").asText());
    }

    private static Memory memory(MoreGateways gateways, Api api) throws Exception {
        return Memory.of(gateways.pid(), gateways.address(), api.token("admin"));
    }
}
