package uk.jointdesk.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import uk.jointdesk.testkit.Tokens;

/** A body that is mostly one line; what that needs in memory is measured where lines are cut. */
@QuarkusTest
class EndlessLineTest extends OverHttp {

    private static final String LEWISHAM = Tokens.integration("hornbill-lbl", "LBL");

    @Test
    void a_line_without_an_end_is_one_error_and_the_rows_around_it_go_in() throws IOException, InterruptedException {
        String number = unique("IN");
        String before = row(number + "a", "LOGGED", "08:00", "") + "\n";
        String after = "\n" + row(number + "b", "LOGGED", "08:00", "");
        int port = RestAssured.port;
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + port + "/api/v1/imports?source=hornbill-lbl&format=ndjson"))
                .header("Authorization", "Bearer " + LEWISHAM)
                .header("Content-Type", "application/x-ndjson")
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new Endless(before, 50_000_000, after)))
                .build();
        HttpResponse<String> accepted = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(accepted.statusCode()).isEqualTo(202);
        String id = JsonPath.from(accepted.body()).getString("id");
        JsonPath job = waitFor(id);
        assertThat(job.getInt("accepted")).isEqualTo(2);
        assertThat(job.getInt("rejected")).isEqualTo(1);
        as(LEWISHAM).get("/api/v1/imports/" + id + "/errors").then().body("items.code", contains("row-too-long"));
    }

    private static JsonPath waitFor(String id) {
        JsonPath job = as(LEWISHAM).get("/api/v1/imports/" + id).jsonPath();
        while (job.getString("status").equals("RUNNING")) {
            pause(100);
            job = as(LEWISHAM).get("/api/v1/imports/" + id).jsonPath();
        }
        return job;
    }

    private static String row(String number, String event, String time, String more) {
        return "{\"reference\":\"%s\",\"event\":\"%s\",\"at\":\"2021-06-07T%s:00Z\"%s}"
                .formatted(number, event, time, more);
    }

    /** A text, a run of one letter, and another text, made while it is read. */
    private static final class Endless extends InputStream {

        private final byte[] before;
        private final byte[] after;
        private final long length;
        private long at;

        Endless(String before, long run, String after) {
            this.before = before.getBytes(StandardCharsets.UTF_8);
            this.after = after.getBytes(StandardCharsets.UTF_8);
            this.length = this.before.length + run + this.after.length;
        }

        @Override
        public int read() {
            if (at >= length) {
                return -1;
            }
            long place = at++;
            if (place < before.length) {
                return before[(int) place];
            }
            long fromEnd = length - place;
            return fromEnd <= after.length ? after[(int) (after.length - fromEnd)] : 'x';
        }
    }
}
