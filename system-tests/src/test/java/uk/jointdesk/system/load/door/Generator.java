package uk.jointdesk.system.load.door;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;

/** Asks with one event loop and as many connections as it is told, because it shares its cores with what it measures. */
final class Generator implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Vertx vertx = Vertx.vertx(
            new VertxOptions().setEventLoopPoolSize(1).setWorkerPoolSize(1).setInternalBlockingPoolSize(1));
    private final Context loop = vertx.getOrCreateContext();
    private final Map<Way, HttpClient> clients = new ConcurrentHashMap<>();
    private final int connections;

    Generator(int connections) {
        this.connections = connections;
    }

    /** How many successes and failures there were in how long. */
    record Throughput(long answers, long errors, double seconds) {

        static Throughput none() {
            return new Throughput(0, 0, 0);
        }

        Throughput with(Throughput other) {
            return new Throughput(answers + other.answers, errors + other.errors, seconds + other.seconds);
        }

        double aSecond() {
            return answers / seconds;
        }
    }

    /** Every connection asks again as soon as it has its answer. */
    Throughput closed(Way way, Question question, String token, Duration length) {
        Promise<Throughput> measured = Promise.promise();
        loop.runOnContext(go -> new Closed(way, question, token, length, measured).begin());
        return await(measured.future(), length);
    }

    /** A request is due at every beat, whatever became of those before; its time counts from then. */
    Latencies open(Way way, Question question, String token, double rate, Duration length) {
        int many = (int) (rate * length.toMillis() / 1_000);
        Open open = new Open(many);
        long start = System.nanoTime();
        for (int i = 0; i < many; i++) {
            int number = i;
            long due = start + (long) (i * 1e9 / rate);
            waitUntil(due);
            loop.runOnContext(go -> ask(way, question, token)
                    .onComplete(
                            end -> open.answered(number, System.nanoTime() - due, end.succeeded() && end.result())));
        }
        return await(open.measured.future(), length);
    }

    private static void waitUntil(long due) {
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    /** Whether it was a success, once all of the answer is there. */
    private Future<Boolean> ask(Way way, Question question, String token) {
        return client(way)
                .request(question.method(), question.path().get())
                .compose(request -> send(request, question.body(), token))
                .compose(answer -> answer.end().map(whole -> answer.statusCode() / 100 == 2));
    }

    private static Future<HttpClientResponse> send(HttpClientRequest request, Buffer body, String token) {
        request.putHeader("Authorization", "Bearer " + token).putHeader("Accept", "application/json");
        return body == null
                ? request.send()
                : request.putHeader("Content-Type", "application/json").send(body);
    }

    private HttpClient client(Way way) {
        return clients.computeIfAbsent(
                way,
                unknown -> vertx.createHttpClient(new HttpClientOptions()
                        .setDefaultHost("127.0.0.1")
                        .setDefaultPort(way.port())
                        .setKeepAlive(true)
                        .setMaxPoolSize(connections)));
    }

    private static <T> T await(Future<T> measured, Duration length) {
        try {
            return measured.toCompletionStage()
                    .toCompletableFuture()
                    .get(length.plus(PATIENCE).toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("the measurement came to no end", e);
        }
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    /** One measurement of throughput; everything happens on the event loop. */
    private final class Closed {

        private final Way way;
        private final Question question;
        private final String token;
        private final Promise<Throughput> measured;
        private final long start = System.nanoTime();
        private final long end;
        private long answers;
        private long errors;
        private int asking;

        Closed(Way way, Question question, String token, Duration length, Promise<Throughput> measured) {
            this.way = way;
            this.question = question;
            this.token = token;
            this.measured = measured;
            this.end = start + length.toNanos();
        }

        void begin() {
            asking = connections;
            for (int i = 0; i < connections; i++) {
                askAgain();
            }
        }

        private void askAgain() {
            ask(way, question, token).onComplete(answer -> {
                if (answer.succeeded() && answer.result()) {
                    answers++;
                } else {
                    errors++;
                }
                next();
            });
        }

        private void next() {
            if (System.nanoTime() < end) {
                askAgain();
                return;
            }
            asking--;
            if (asking == 0) {
                measured.complete(new Throughput(answers, errors, (System.nanoTime() - start) / 1e9));
            }
        }
    }

    /** One measurement of latencies; answers come on the event loop. */
    private static final class Open {

        private final Promise<Latencies> measured = Promise.promise();
        private final long[] nanos;
        private int answers;
        private int errors;

        Open(int many) {
            this.nanos = new long[many];
        }

        void answered(int number, long took, boolean success) {
            nanos[number] = success ? took : -1;
            answers++;
            errors += success ? 0 : 1;
            if (answers == nanos.length) {
                measured.complete(Latencies.of(
                        Arrays.stream(nanos).filter(each -> each >= 0).toArray(), errors));
            }
        }
    }
}
