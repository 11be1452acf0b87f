package uk.jointdesk.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FreshTest {

    private final Vertx vertx = Vertx.vertx();
    private final Deque<Promise<String>> asked = new ArrayDeque<>();
    private Instant now = Instant.parse("2026-11-21T09:00:00Z");
    private int questions;

    private final Fresh<String> fresh = new Fresh<>(vertx, new Movable(), Duration.ofSeconds(30), () -> {
        questions++;
        asked.add(Promise.promise());
        return asked.getLast().future();
    });

    @AfterEach
    void close() {
        vertx.close();
    }

    private static String value(Future<String> future) throws Exception {
        CompletableFuture<String> done = future.toCompletionStage().toCompletableFuture();
        return done.get(5, TimeUnit.SECONDS);
    }

    @Test
    void readers_at_the_same_time_share_one_question() throws Exception {
        Future<String> first = fresh.get();
        Future<String> second = fresh.get();
        asked.remove().complete("a");
        assertThat(value(first)).isEqualTo("a");
        assertThat(value(second)).isEqualTo("a");
        assertThat(value(fresh.get())).isEqualTo("a");
        assertThat(questions).isEqualTo(1);
    }

    @Test
    void an_old_value_is_given_while_a_new_one_is_fetched_and_stays_if_that_fails() throws Exception {
        Future<String> first = fresh.get();
        asked.remove().complete("a");
        value(first);
        now = now.plusSeconds(31);
        assertThat(value(fresh.get())).isEqualTo("a");
        asked.remove().fail("down");
        assertThat(value(fresh.get())).isEqualTo("a");
        asked.remove().complete("b");
        assertThat(value(fresh.get())).isEqualTo("b");
        assertThat(questions).isEqualTo(3);
    }

    @Test
    void a_value_that_was_never_there_is_asked_for_again_after_a_failure() throws Exception {
        Future<String> first = fresh.get();
        asked.remove().fail("down");
        assertThat(first.toCompletionStage()
                        .toCompletableFuture()
                        .handle((value, failure) -> failure)
                        .get(5, TimeUnit.SECONDS))
                .hasMessage("down");
        Future<String> second = fresh.get();
        asked.remove().complete("a");
        assertThat(value(second)).isEqualTo("a");
    }

    private final class Movable extends Clock {

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
