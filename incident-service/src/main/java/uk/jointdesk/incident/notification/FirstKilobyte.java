package uk.jointdesk.incident.notification;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/** Reads the beginning of an answer and lets go of the rest: a receiver cannot fill our memory or keep us reading. */
final class FirstKilobyte implements BodySubscriber<String> {

    static final int MOST = 1_024;

    private final ByteArrayOutputStream read = new ByteArrayOutputStream(MOST);
    private final CompletableFuture<String> text = new CompletableFuture<>();
    private Flow.Subscription body;

    @Override
    public CompletionStage<String> getBody() {
        return text;
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        body = subscription;
        body.request(1);
    }

    @Override
    public void onNext(List<ByteBuffer> pieces) {
        for (ByteBuffer piece : pieces) {
            byte[] bytes = new byte[Math.min(piece.remaining(), MOST - read.size())];
            piece.get(bytes);
            read.writeBytes(bytes);
        }
        if (read.size() < MOST) {
            body.request(1);
        } else {
            body.cancel();
            onComplete();
        }
    }

    @Override
    public void onError(Throwable broken) {
        text.completeExceptionally(broken);
    }

    @Override
    public void onComplete() {
        // PostgreSQL stores no zero character in a text.
        text.complete(read.toString(StandardCharsets.UTF_8).replace('\0', ' '));
    }
}
