package uk.jointdesk.incident;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import uk.jointdesk.testkit.Tokens;

/** Many at once. */
@QuarkusTest
class ConcurrencyTest extends OverHttp {

    private static final int WRITERS = 8;
    private static final int CHANGES = 6;

    @Test
    void eight_writers_on_one_ticket_lose_no_update() throws InterruptedException, ExecutionException {
        String reference = opened("LBL", "\"description\":\"0\"");
        String token = Tokens.desk();
        List<Integer> conflicts = together(writer -> {
            int refused = 0;
            for (int change = 0; change < CHANGES; change++) {
                while (!countedUp(token, reference)) {
                    refused++;
                }
            }
            return refused;
        });
        JsonPath ticket = as(token).get("/api/v1/tickets/" + reference).jsonPath();
        assertThat(ticket.getString("description")).isEqualTo(Integer.toString(WRITERS * CHANGES));
        assertThat(ticket.getLong("version")).isEqualTo(1 + WRITERS * CHANGES);
        assertThat(conflicts.stream().mapToInt(Integer::intValue).sum())
                .as("writers met, or nothing was tried")
                .isPositive();
        assertThat(as(token)
                        .get("/api/v1/tickets/" + reference + "/timeline?limit=500")
                        .jsonPath()
                        .getList("items"))
                .hasSize(1 + WRITERS * CHANGES);
    }

    @Test
    void references_are_never_given_twice() throws InterruptedException, ExecutionException {
        List<List<String>> opened = together(writer -> {
            List<String> references = new ArrayList<>();
            for (int i = 0; i < 10; i++) {
                references.add(opened(writer % 2 == 0 ? "LBS" : "LBB", ""));
            }
            return references;
        });
        List<String> all = opened.stream().flatMap(List::stream).toList();
        assertThat(all).hasSize(WRITERS * 10).doesNotHaveDuplicates();
    }

    /** The same number, one more: with the version that was read. False when somebody was faster. */
    private static boolean countedUp(String token, String reference) {
        Response read = as(token).get("/api/v1/tickets/" + reference);
        int next = Integer.parseInt(read.path("description")) + 1;
        int status = as(token)
                .contentType("application/merge-patch+json")
                .header("If-Match", read.header("ETag"))
                .body("{\"description\":\"" + next + "\"}")
                .patch("/api/v1/tickets/" + reference)
                .statusCode();
        assertThat(status).isIn(200, 412);
        return status == 200;
    }

    private interface Work<T> {
        T of(int writer);
    }

    private static <T> List<T> together(Work<T> work) throws InterruptedException, ExecutionException {
        ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
        try {
            List<Callable<T>> tasks = IntStream.range(0, WRITERS)
                    .mapToObj(writer -> (Callable<T>) () -> work.of(writer))
                    .toList();
            List<T> results = new ArrayList<>();
            for (Future<T> done : writers.invokeAll(tasks)) {
                results.add(done.get());
            }
            return results;
        } finally {
            writers.shutdownNow();
        }
    }
}
