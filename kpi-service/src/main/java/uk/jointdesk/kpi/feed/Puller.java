package uk.jointdesk.kpi.feed;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import org.jboss.logging.Logger;
import uk.jointdesk.kpi.feed.domain.Progress;
import uk.jointdesk.kpi.feed.store.Intake;
import uk.jointdesk.kpi.feed.store.ProgressStore;
import uk.jointdesk.kpi.feed.store.Rejudging;
import uk.jointdesk.kpi.feed.upstream.FeedPage;
import uk.jointdesk.kpi.feed.upstream.Upstream;

/**
 * Reads the change feed to its end, again and again. Replicas may do it at the same time: a page counts for the one that
 * still stands where the page begins.
 */
@ApplicationScoped
public class Puller {

    private static final Logger LOG = Logger.getLogger(Puller.class);
    private static final Duration RULES_GO_STALE = Duration.ofSeconds(15);
    private static final Duration NOTE_THE_END_EVERY = Duration.ofSeconds(5);
    private static final Duration SOON = Duration.ofMillis(200);

    private final Upstream upstream;
    private final Intake intake;
    private final Rejudging rejudging;
    private final ProgressStore progress;
    private final RequiredSources required;
    private final Clock clock;
    private final ExecutorService executor;
    private Upstream.Rules rules;

    /** While a long feed is read, the next page is fetched as this one is taken in. */
    private Asked ahead;

    private Instant rulesReadAt = Instant.EPOCH;
    private volatile boolean stopping;

    public Puller(
            Upstream upstream,
            Intake intake,
            Rejudging rejudging,
            ProgressStore progress,
            RequiredSources required,
            Clock clock,
            ExecutorService executor) {
        this.upstream = upstream;
        this.intake = intake;
        this.rejudging = rejudging;
        this.progress = progress;
        this.required = required;
        this.clock = clock;
        this.executor = executor;
    }

    /** A page that somebody asked for, and when. */
    private record Asked(String after, Instant at, CompletableFuture<FeedPage> page) {}

    @Scheduled(every = "{jointdesk.kpi.feed.every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void everyNowAndThen() throws InterruptedException {
        try {
            follow();
        } catch (RuntimeException away) {
            // The feed waits: the position stands where it stood, and the next round starts there.
            LOG.warnf("The change feed could not be read: %s", away);
            LOG.debug("The change feed could not be read", away);
        }
    }

    /** As long as there was something new, there soon will be more; the scheduler would look again in a second. */
    private void follow() throws InterruptedException {
        while (pull() && !stopping) {
            Thread.sleep(SOON.toMillis());
        }
    }

    void stop(@Observes ShutdownEvent event) {
        stopping = true;
    }

    /**
     * Reads until the feed has nothing more and every ticket is judged by the rules in force.
     *
     * @return whether there was anything to read or to judge
     */
    public synchronized boolean pull() {
        boolean any = false;
        while (readPage()) {
            any = true;
        }
        return any;
    }

    private boolean readPage() {
        Progress now = required.look(progress.read());
        Asked asked = nextFrom(now.position());
        FeedPage page = asked.page.join();
        boolean nothing = page.items().isEmpty();
        refreshRules(nothing);
        if (nothing) {
            noteTheEnd(now, asked.at);
            return judgeAgain(now);
        }
        if (page.items().size() == Upstream.PAGE) {
            ahead = ask(page.next(), executor);
        }
        intake.take(new Intake.Taking(now.position(), page.next(), page.events()), rules.partners(), rules.book());
        return true;
    }

    private Asked nextFrom(String position) {
        Asked before = ahead;
        ahead = null;
        return before != null && before.after.equals(position) ? before : ask(position, Runnable::run);
    }

    private Asked ask(String after, Executor by) {
        Instant at = clock.instant();
        return new Asked(after, at, CompletableFuture.supplyAsync(() -> upstream.events(after), by));
    }

    /** Rules are read after the page they judge: what was agreed before an event is then known. */
    private void refreshRules(boolean nothingToJudge) {
        boolean fresh = clock.instant().isBefore(rulesReadAt.plus(RULES_GO_STALE));
        if (rules == null || !nothingToJudge || !fresh) {
            readRules();
        }
    }

    private void readRules() {
        rules = upstream.rules();
        rulesReadAt = clock.instant();
    }

    /** Other rules than everything stands judged by are asked for once more: another replica may know newer ones. */
    private boolean judgeAgain(Progress now) {
        if (rules.digest().equals(now.judgedBy())) {
            return false;
        }
        readRules();
        return rejudging.batch(rules.book(), rules.digest());
    }

    private void noteTheEnd(Progress now, Instant asked) {
        boolean noted =
                now.readToEndAt() != null && asked.isBefore(now.readToEndAt().plus(NOTE_THE_END_EVERY));
        if (!noted || !required.areCoveredBy(now)) {
            intake.readToEnd(now.position(), rules.partners(), asked);
        }
    }
}
