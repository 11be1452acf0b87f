package uk.jointdesk.finance.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import uk.jointdesk.testkit.Tokens;

/** Sixteen clients post to a period, some of it in its own time and some in the next, while it closes. */
@QuarkusTest
class CloseUnderLoadTest extends ServiceTest {
    private static final String YEAR = "2034-35";
    private static final int CLIENTS = 16;
    private static final int BEFORE_THE_CLOSE = 200;

    private final HttpClient http = HttpClient.newHttpClient();
    private final AtomicBoolean closed = new AtomicBoolean();
    private final AtomicInteger posted = new AtomicInteger();

    /** What a client was told. */
    private record Told(int period, int status, String body) {}

    @Test
    void what_was_acknowledged_is_there_and_nothing_comes_after_the_freeze() throws Exception {
        budgetOf(YEAR);
        line(YEAR, "BASE", "BASE", "1000.00", "STS-BASE").statusCode(201);
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        List<Future<List<Told>>> working = new ArrayList<>();
        for (int client = 0; client < CLIENTS; client++) {
            working.add(clients.submit(client(client)));
        }
        while (posted.get() < BEFORE_THE_CLOSE) {
            TimeUnit.MILLISECONDS.sleep(5);
        }
        JsonPath frozen = new JsonPath(finance()
                .post("/api/v1/periods/" + YEAR + "/1/close")
                .then()
                .statusCode(200)
                .extract()
                .asString());
        closed.set(true);
        List<Told> told = new ArrayList<>();
        for (Future<List<Told>> each : working) {
            told.addAll(each.get());
        }
        clients.shutdown();
        check(told, frozen);
    }

    private void check(List<Told> told, JsonPath frozen) {
        assertThat(told).extracting(Told::status).containsOnly(201, 409);
        assertThat(told.stream().filter(each -> each.status() == 409))
                .isNotEmpty()
                .allMatch(each -> each.period() == 1 && each.body().contains("period-closed"));
        for (int period = 1; period <= 2; period++) {
            assertThat(ledger(period)).isEqualTo(acknowledged(told, period));
        }
        assertThat(frozen.getInt("frozen.journals"))
                .isEqualTo(acknowledged(told, 1).size());
        JsonPath april = get("/api/v1/trial-balance?period=1&financialYear=" + YEAR);
        assertThat(april.getString("debits.amount")).isEqualTo(frozen.getString("frozen.debits.amount"));
        assertThat(april.getString("credits.amount")).isEqualTo(april.getString("debits.amount"));
        assertThat(get("/api/v1/ledger/proof").getBoolean("intact")).isTrue();
    }

    private static Set<String> acknowledged(List<Told> told, int period) {
        Set<String> ids = new HashSet<>();
        told.stream()
                .filter(each -> each.status() == 201 && each.period() == period)
                .forEach(each -> ids.add(new JsonPath(each.body()).getString("id")));
        return ids;
    }

    private static Set<String> ledger(int period) {
        Set<String> ids = new HashSet<>();
        String path = "/api/v1/postings?limit=500&financialYear=" + YEAR + "&period=" + period;
        String next = null;
        do {
            JsonPath page = get(next == null ? path : path + "&cursor=" + next);
            ids.addAll(page.getList("items.id"));
            next = page.getString("next");
        } while (next != null);
        return ids;
    }

    private static JsonPath get(String path) {
        return new JsonPath(board().get(path).then().statusCode(200).extract().asString());
    }

    /** Posts to April and to May in turn, until April is closed and for a while longer. */
    private Callable<List<Told>> client(int number) {
        String token = Tokens.finance();
        return () -> {
            List<Told> told = new ArrayList<>();
            for (int after = 0; after < 6; after += closed.get() ? 1 : 0) {
                int period = 1 + (number + told.size()) % 2;
                HttpResponse<String> answer = http.send(request(token, period), HttpResponse.BodyHandlers.ofString());
                told.add(new Told(period, answer.statusCode(), answer.body()));
                posted.incrementAndGet();
            }
            return told;
        };
    }

    private static HttpRequest request(String token, int period) {
        String body = ("{\"date\":\"2034-0%d-10\",\"description\":\"d\",\"lines\":["
                        + "{\"account\":\"EXPENDITURE\",\"budgetLine\":\"BASE\",\"debit\":%s},"
                        + "{\"account\":\"CREDITORS\",\"credit\":%s}]}")
                .formatted(period + 3, money("1.01"), money("1.01"));
        return HttpRequest.newBuilder(URI.create(RestAssured.baseURI + ":" + RestAssured.port + "/api/v1/postings"))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }
}
