package uk.jointdesk.incident.notification;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import org.jboss.logging.Logger;
import uk.jointdesk.incident.notification.domain.Answer;
import uk.jointdesk.incident.notification.domain.Channel;
import uk.jointdesk.incident.notification.domain.Due;
import uk.jointdesk.incident.notification.domain.RetrySchedule;
import uk.jointdesk.incident.notification.store.DeliveryLeases;

/**
 * Tells subscribers what is due, in any number of processes at once. A delivery is leased, sent outside any
 * transaction, and marked. A process that dies between sending and marking leaves it to whoever finds the lease run
 * out: the receiver hears of it again, under the same id.
 */
@ApplicationScoped
public class Deliverer {

    private static final Logger LOG = Logger.getLogger(Deliverer.class);
    /** Tries under way at once in one process; a receiver that hangs holds one of them until its time is up. */
    private static final int AT_ONCE = 32;

    private final UUID me = UUID.randomUUID();
    private final Semaphore free = new Semaphore(AT_ONCE);
    private volatile boolean stopping;

    private final DeliveryLeases leases;
    private final WebhookSender webhooks;
    private final MailSender mails;
    private final Clock clock;
    private final ExecutorService executor;

    public Deliverer(
            DeliveryLeases leases, WebhookSender webhooks, MailSender mails, Clock clock, ExecutorService executor) {
        this.leases = leases;
        this.webhooks = webhooks;
        this.mails = mails;
        this.clock = clock;
        this.executor = executor;
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void deliverDue() {
        begin(clock);
    }

    void stop(@Observes ShutdownEvent event) {
        stopping = true;
    }

    /** Begins to tell all that is due by this clock; the futures end when each has been told or put off. */
    List<CompletableFuture<Void>> begin(Clock now) {
        List<CompletableFuture<Void>> begun = new ArrayList<>();
        for (List<Due> due = claim(now); !due.isEmpty(); due = claim(now)) {
            due.forEach(one -> begun.add(CompletableFuture.runAsync(() -> deliver(one, now), executor)));
        }
        return begun;
    }

    /** Claims no more than can be sent at once, so that no lease runs out while its delivery waits in line. */
    private synchronized List<Due> claim(Clock now) {
        int room = stopping ? 0 : free.drainPermits();
        if (room == 0) {
            return List.of();
        }
        List<Due> due = List.of();
        try {
            due = leases.claim(me, room, now.instant());
        } finally {
            free.release(room - due.size());
        }
        return due;
    }

    private void deliver(Due due, Clock now) {
        try {
            Instant earliest = due.subscription().earliest(now.instant());
            if (earliest.isAfter(now.instant())) {
                leases.postpone(due, earliest);
            } else {
                settle(due, send(due, now.instant()), now.instant());
            }
        } catch (RuntimeException failure) {
            // The lease runs out and it is tried again.
            LOG.errorf(failure, "delivery %s was interrupted", due.delivery());
        } finally {
            free.release();
        }
    }

    /** One try, without writing down what came of it. */
    Answer send(Due due, Instant now) {
        return due.subscription().channel() == Channel.WEBHOOK ? webhooks.send(due, now) : mails.send(due);
    }

    private void settle(Due due, Answer answer, Instant now) {
        switch (answer.kind()) {
            case DELIVERED -> leases.delivered(due, answer, now);
            case GONE -> leases.gone(due, answer, now);
            case FAILED -> retry(due, answer, now);
            default -> throw new IllegalStateException("unknown answer " + answer.kind());
        }
    }

    private void retry(Due due, Answer answer, Instant now) {
        int chance = ThreadLocalRandom.current().nextInt(1_000);
        Optional<Duration> wait = RetrySchedule.waitAfter(due.triesMade() + 1, answer.retryAfter(), chance);
        if (wait.isPresent()) {
            leases.retry(due, answer, now, now.plus(wait.get()));
        } else {
            leases.dead(due, answer, now);
        }
    }
}
