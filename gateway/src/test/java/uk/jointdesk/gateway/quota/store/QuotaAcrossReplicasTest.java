package uk.jointdesk.gateway.quota.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postgresql.ds.PGSimpleDataSource;
import uk.jointdesk.gateway.quota.domain.Allowance;
import uk.jointdesk.gateway.quota.domain.HandClock;
import uk.jointdesk.gateway.quota.domain.Lender;
import uk.jointdesk.gateway.quota.domain.Meter;
import uk.jointdesk.gateway.quota.domain.Purpose;
import uk.jointdesk.gateway.quota.domain.QuotaKey;
import uk.jointdesk.gateway.quota.domain.Window;
import uk.jointdesk.testkit.PostgresFor;

/** Replicas of the gateway that know nothing of each other but one real PostgreSQL. */
class QuotaAcrossReplicasTest {

    private static final int LIMIT = 100;
    private static final int CALLS = 500;
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final AtomicInteger CLIENTS = new AtomicInteger();
    private static final PostgresFor POSTGRES = new PostgresFor();

    private static LeaseTable leases;
    private static ExecutorService lenders;
    private static ExecutorService callers;

    private final HandClock clock = new HandClock(Instant.parse("2026-01-05T09:00:10Z"));
    private final QuotaKey key = new QuotaKey("client-" + CLIENTS.incrementAndGet(), Purpose.READ);

    @BeforeAll
    static void start() {
        POSTGRES.init(Map.of("database", "gateway"));
        Map<String, String> settings = POSTGRES.start();
        String url = settings.get("quarkus.datasource.jdbc.url");
        Flyway.configure()
                .dataSource(url, "gateway_owner", "gateway_owner")
                .locations("db/gateway")
                .placeholders(Map.of("app", "gateway_app"))
                .load()
                .migrate();
        PGSimpleDataSource role = new PGSimpleDataSource();
        role.setUrl(url);
        role.setUser("gateway_app");
        role.setPassword("gateway_app");
        leases = new LeaseTable(role);
        lenders = Executors.newFixedThreadPool(6);
        callers = Executors.newFixedThreadPool(48);
    }

    @AfterAll
    static void stop() throws InterruptedException {
        callers.shutdown();
        lenders.shutdown();
        assertThat(lenders.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
        POSTGRES.stop();
    }

    /** One replica's way to the table. */
    private static final class OverPostgres implements Lender {

        @Override
        public void lease(QuotaKey key, Window window, long limit, long wanted, Borrower borrower) {
            lenders.execute(() -> borrower.granted(leases.lease(key, window, limit, wanted)));
        }

        @Override
        public void giveBack(QuotaKey key, Window window, long permits) {
            lenders.execute(() -> leases.giveBack(key, window, permits));
        }
    }

    private Meter replica() {
        return new Meter(key, new Allowance(LIMIT, MINUTE), new OverPostgres(), clock);
    }

    /** How many of the calls pass, when so many come to each replica at the same time. */
    private int passed(List<Meter> replicas, int... shares) throws InterruptedException {
        List<Meter> calls = new ArrayList<>();
        for (int i = 0; i < shares.length; i++) {
            calls.addAll(Collections.nCopies(shares[i], replicas.get(i)));
        }
        Collections.shuffle(calls, new Random(calls.size()));
        AtomicInteger passed = new AtomicInteger();
        CountDownLatch start = new CountDownLatch(1);
        CountDownLatch answered = new CountDownLatch(calls.size());
        calls.forEach(replica -> callers.execute(() -> {
            await(start);
            replica.take(verdict -> {
                passed.addAndGet(verdict.passed() ? 1 : 0);
                answered.countDown();
            });
        }));
        start.countDown();
        assertThat(answered.await(60, TimeUnit.SECONDS)).as("all were answered").isTrue();
        return passed.get();
    }

    private static void await(CountDownLatch start) {
        try {
            start.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @ParameterizedTest
    @CsvSource({"167, 167, 166", "490, 5, 5", "0, 499, 1", "250, 249, 1"})
    void of_500_simultaneous_calls_on_three_replicas_exactly_100_pass(int first, int second, int third)
            throws InterruptedException {
        assertThat(first + second + third).isEqualTo(CALLS);
        assertThat(passed(List.of(replica(), replica(), replica()), first, second, third))
                .isEqualTo(LIMIT);
    }

    @Test
    void the_next_window_has_as_many_again_and_no_more() throws InterruptedException {
        List<Meter> replicas = List.of(replica(), replica(), replica());
        assertThat(passed(replicas, 167, 167, 166)).isEqualTo(LIMIT);
        clock.forward(MINUTE);
        assertThat(passed(replicas, 167, 167, 166)).isEqualTo(LIMIT);
    }

    @Test
    void replicas_that_look_ahead_and_give_back_while_calls_come_never_let_too_many_pass() throws InterruptedException {
        List<Meter> replicas = List.of(replica(), replica(), replica());
        int passed = 0;
        for (int round = 0; round < 8; round++) {
            passed += passed(replicas, round % 3 == 0 ? 20 : 2, round % 3 == 1 ? 20 : 2, round % 3 == 2 ? 20 : 2);
            replicas.forEach(Meter::tick);
        }
        assertThat(passed).isBetween(LIMIT - 3, LIMIT);
    }

    @Test
    void a_replica_that_dies_with_a_lease_only_makes_fewer_pass() throws InterruptedException {
        Meter dying = replica();
        assertThat(passed(List.of(dying), 30)).isEqualTo(30);
        Window window = Window.at(clock.instant(), MINUTE);
        assertThat(leases.lease(key, window, LIMIT, 20).granted())
                .as("leased, and never used")
                .isEqualTo(20);
        assertThat(passed(List.of(replica(), replica()), 250, 250)).isEqualTo(50);
    }

    @Test
    void a_window_is_forgotten_an_hour_after_its_end() {
        Window window = Window.at(clock.instant(), MINUTE);
        leases.lease(key, window, LIMIT, 1);
        assertThat(leases.forget(window.end().plus(Duration.ofMinutes(59)), Duration.ofHours(1)))
                .isZero();
        assertThat(leases.forget(window.end().plus(Duration.ofMinutes(61)), Duration.ofHours(1)))
                .isPositive();
    }

    @Test
    void permits_of_clients_and_purposes_are_counted_apart() {
        Window window = Window.at(clock.instant(), MINUTE);
        assertThat(leases.lease(key, window, LIMIT, 100).granted()).isEqualTo(100);
        assertThat(leases.lease(key, window, LIMIT, 1).granted()).isZero();
        QuotaKey writes = new QuotaKey(key.client(), Purpose.WRITE);
        assertThat(leases.lease(writes, window, LIMIT, 1).granted()).isEqualTo(1);
        QuotaKey others = new QuotaKey(key.client() + "x", Purpose.READ);
        assertThat(leases.lease(others, window, LIMIT, 1).granted()).isEqualTo(1);
    }
}
