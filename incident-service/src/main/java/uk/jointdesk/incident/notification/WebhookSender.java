package uk.jointdesk.incident.notification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import uk.jointdesk.incident.notification.domain.Answer;
import uk.jointdesk.incident.notification.domain.Due;

/** Tells one receiver by webhook, once. It follows no redirect and waits no longer than it was told to. */
@ApplicationScoped
public class WebhookSender {

    private static final Duration CONNECT = Duration.ofSeconds(5);

    private final WebhookTargets targets;
    private final ObjectMapper json;
    private final Duration timeout;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(CONNECT)
            .build();

    public WebhookSender(
            WebhookTargets targets,
            ObjectMapper json,
            @ConfigProperty(name = "jointdesk.webhooks.timeout") Duration timeout) {
        this.targets = targets;
        this.json = json;
        this.timeout = timeout;
    }

    /** @param now what the receiver reads as the time of this try */
    public Answer send(Due due, Instant now) {
        URI url = URI.create(due.subscription().target());
        Optional<String> objection = targets.objectionToSending(url);
        if (objection.isPresent()) {
            return Answer.unreachable("Nothing was sent: the URL " + objection.get() + ".");
        }
        return exchange(request(due, url, now));
    }

    private HttpRequest request(Due due, URI url, Instant now) {
        byte[] body = body(due.message());
        String id = due.message().publicId();
        return HttpRequest.newBuilder(url)
                .timeout(timeout)
                .header("Content-Type", "application/json")
                .header("User-Agent", "Jointdesk-Webhooks/1")
                .header("webhook-id", id)
                .header("webhook-timestamp", Long.toString(now.getEpochSecond()))
                .header("webhook-signature", WebhookSignature.of(id, now, body, due.keys()))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
    }

    /** The three members that the specification recommends, and whose it is. */
    private byte[] body(Due.Message message) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", message.topic());
        body.put("timestamp", message.occurredAt());
        if (message.partner() != null) {
            body.put("partner", message.partner());
        }
        try {
            body.put("data", json.readTree(message.payload()));
            return json.writeValueAsString(body).getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored payload is not JSON", e);
        }
    }

    /** The whole exchange has one time limit: a receiver that drips its answer byte by byte runs into it too. */
    private Answer exchange(HttpRequest request) {
        CompletableFuture<HttpResponse<String>> answer = client.sendAsync(request, head -> new FirstKilobyte());
        try {
            HttpResponse<String> response = answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
            return Answer.of(response.statusCode(), response.body(), retryAfter(response));
        } catch (TimeoutException late) {
            answer.cancel(true);
            return Answer.unreachable("No answer within " + timeout.toSeconds() + " s.");
        } catch (ExecutionException failed) {
            Throwable cause = failed.getCause();
            return Answer.unreachable(cause.getClass().getSimpleName() + ": " + cause.getMessage());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return Answer.unreachable("The service was stopping.");
        }
    }

    /** Seconds only; a date would have to be read against the receiver's clock. */
    private static Duration retryAfter(HttpResponse<?> response) {
        return response.headers()
                .firstValue("Retry-After")
                .filter(text -> text.matches("\\d{1,6}"))
                .map(text -> Duration.ofSeconds(Long.parseLong(text)))
                .orElse(null);
    }
}
