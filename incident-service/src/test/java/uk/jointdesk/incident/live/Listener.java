package uk.jointdesk.incident.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A dashboard that listens to the stream. */
final class Listener implements AutoCloseable {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /** An event as it came; the data of the last one says that the stream has ended. */
    record Heard(String id, String event, String data) {

        JsonPath json() {
            return JsonPath.from(data);
        }
    }

    private final HttpResponse<InputStream> answer;
    private final BlockingQueue<Heard> heard = new LinkedBlockingQueue<>();

    private Listener(HttpResponse<InputStream> answer) {
        this.answer = answer;
        Thread thread = new Thread(this::read, "listener");
        thread.setDaemon(true);
        thread.start();
    }

    static HttpResponse<InputStream> connect(URI stream, String token, String lastEventId) {
        HttpRequest.Builder request = HttpRequest.newBuilder(stream)
                .header("Authorization", "Bearer " + token)
                .header("Accept", "text/event-stream");
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        } catch (IOException | InterruptedException failed) {
            throw new AssertionError(failed);
        }
    }

    static Listener to(URI stream, String token, String lastEventId) {
        HttpResponse<InputStream> answer = connect(stream, token, lastEventId);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/event-stream"));
        return new Listener(answer);
    }

    /** The next event that is no heartbeat; null when there is none for so long. */
    Heard next(int seconds) {
        try {
            Heard next = heard.poll(seconds, TimeUnit.SECONDS);
            return next != null && "heartbeat".equals(next.event()) ? next(seconds) : next;
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
    }

    /** The tickets' events up to and with the first of this ticket that is named so. */
    List<Heard> until(String reference, String event) {
        List<Heard> all = new ArrayList<>();
        for (Heard one = next(10); one != null; one = next(10)) {
            all.add(one);
            if ("ticket".equals(one.event())
                    && one.json().getString("reference").equals(reference)
                    && one.json().getString("event").equals(event)) {
                return all;
            }
        }
        throw new AssertionError("not heard: " + event + " of " + reference + " but " + all);
    }

    @Override
    public void close() {
        try {
            answer.body().close();
        } catch (IOException closed) {
            throw new AssertionError(closed);
        }
    }

    private void read() {
        String[] fields = new String[3];
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.isEmpty()) {
                    heard.add(new Heard(fields[0], fields[1], fields[2]));
                    fields = new String[3];
                } else {
                    take(fields, line);
                }
            }
            heard.add(new Heard(null, "closed", null));
        } catch (IOException closed) {
            heard.add(new Heard(null, "closed", null));
        }
    }

    private static void take(String[] fields, String line) {
        int colon = line.indexOf(':');
        String value = line.substring(colon + 1).strip();
        switch (line.substring(0, colon)) {
            case "id" -> fields[0] = value;
            case "event" -> fields[1] = value;
            case "data" -> fields[2] = value;
            default -> throw new AssertionError("unexpected line " + line);
        }
    }
}
