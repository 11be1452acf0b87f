package uk.jointdesk.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.oidc.server.OidcWiremockTestResource;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import uk.jointdesk.gateway.StubServices;
import uk.jointdesk.testkit.Tokens;

@QuarkusTest
@QuarkusTestResource(StubServices.class)
@QuarkusTestResource(OidcWiremockTestResource.class)
class StreamingTest {

    private static final long MEGABYTE = 1 << 20;
    private static final long UPLOAD = 300 * MEGABYTE;
    /** Far below the size of the body, far above what one request needs. */
    private static final long ROOM = 120 * MEGABYTE;

    @TestHTTPResource("/api/v1/")
    URI api;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Test
    void a_large_import_passes_through_without_being_held() throws Exception {
        HttpRequest upload = request("imports?source=hornbill-lbl", Tokens.integration("hornbill-lbl", "LBL"))
                .header("Content-Type", "application/x-ndjson")
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new Endless(UPLOAD)))
                .build();
        long before = resetPeak();
        HttpResponse<String> answer = http.send(upload, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(answer.body()).isEqualTo("{\"bytes\":" + UPLOAD + "}");
        assertThat(peak() - before).isLessThan(ROOM);
    }

    @Test
    void a_large_answer_passes_through_to_a_slow_reader_without_being_held() throws Exception {
        HttpRequest download = request("packs?megabytes=200", Tokens.board()).build();
        long before = resetPeak();
        HttpResponse<InputStream> answer = http.send(download, HttpResponse.BodyHandlers.ofInputStream());
        assertThat(drainSlowly(answer.body())).isEqualTo(200 * MEGABYTE);
        assertThat(peak() - before).isLessThan(ROOM);
    }

    @Test
    void a_body_of_unannounced_length_is_stopped_when_it_grows_too_long() throws Exception {
        HttpRequest endless = request("tickets", Tokens.borough("LBL"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new Endless(11 * MEGABYTE)))
                .build();
        HttpResponse<String> answer = http.send(endless, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("\"code\":\"too-large\"");
    }

    @Test
    void an_event_passes_as_soon_as_it_is_told_and_a_listener_that_leaves_is_gone_behind_the_door_too()
            throws Exception {
        HttpRequest listen = request("tickets/stream", Tokens.borough("LBL")).build();
        HttpResponse<InputStream> answer = http.send(listen, HttpResponse.BodyHandlers.ofInputStream());
        assertThat(answer.headers().firstValue("Content-Type")).contains("text/event-stream");
        assertThat(new String(answer.body().readNBytes(29), java.nio.charset.StandardCharsets.UTF_8))
                .as("read while the answer goes on")
                .isEqualTo("id: 1\nevent: ready\ndata: {}\n\n");
        assertThat(listening()).isEqualTo(1);
        answer.body().close();
        for (int look = 0; look < 100 && listening() > 0; look++) {
            Thread.sleep(50);
        }
        assertThat(listening()).isZero();
    }

    private int listening() throws IOException, InterruptedException {
        HttpRequest ask = request("tickets/listeners", Tokens.borough("LBL")).build();
        String body = http.send(ask, HttpResponse.BodyHandlers.ofString()).body();
        return Integer.parseInt(body.replaceAll("\\D", ""));
    }

    @Test
    void an_empty_segment_is_not_read_away() throws Exception {
        HttpResponse<String> answer =
                http.send(request("/tickets", Tokens.board()).build(), HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(404);
    }

    private HttpRequest.Builder request(String path, String token) {
        return HttpRequest.newBuilder(URI.create(api + path)).header("Authorization", "Bearer " + token);
    }

    private static long drainSlowly(InputStream body) throws IOException, InterruptedException {
        byte[] buffer = new byte[1 << 20];
        long total = 0;
        int pauses = 0;
        for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
            total += read;
            if (total > (pauses + 1) * 20L * MEGABYTE) {
                pauses++;
                Thread.sleep(30);
            }
        }
        return total;
    }

    /** What is in use after a collection; the peak is counted from here. */
    private static long resetPeak() {
        System.gc();
        long used = 0;
        for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
            pool.resetPeakUsage();
            used += pool.getType() == MemoryType.HEAP && isOld(pool)
                    ? pool.getUsage().getUsed()
                    : 0;
        }
        return used;
    }

    /** The most that survived: young garbage says nothing about what is held. */
    private static long peak() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(StreamingTest::isOld)
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
    }

    private static boolean isOld(MemoryPoolMXBean pool) {
        return pool.getName().contains("Old") || pool.getName().contains("Tenured");
    }

    /** As many bytes as asked, none of them kept. */
    private static final class Endless extends InputStream {

        private long left;

        Endless(long length) {
            this.left = length;
        }

        @Override
        public int read() {
            return left-- > 0 ? 'x' : -1;
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            if (left <= 0) {
                return -1;
            }
            int read = (int) Math.min(length, left);
            java.util.Arrays.fill(into, offset, offset + read, (byte) 'x');
            left -= read;
            return read;
        }
    }
}
