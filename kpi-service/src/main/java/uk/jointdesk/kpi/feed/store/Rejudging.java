package uk.jointdesk.kpi.feed.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import org.jdbi.v3.core.Handle;
import uk.jointdesk.kit.db.ScopedDb;
import uk.jointdesk.kit.scope.PartnerScope;
import uk.jointdesk.kpi.feed.domain.bulk.Lives;
import uk.jointdesk.kpi.feed.domain.bulk.Rejudged;
import uk.jointdesk.kpi.feed.domain.bulk.Rejudgement;
import uk.jointdesk.servicelevel.agreement.Metric;
import uk.jointdesk.servicelevel.agreement.RuleBook;

/**
 * Judges every ticket again after calendars or agreements have changed, so that all figures stand by the same rules: a
 * judgement is a function of the facts and the rules in force, not of when it was made. What has been published keeps
 * its cells. Month by month, lives that their ends and pauses tell are judged in bulk, and only what is judged otherwise
 * is written; while one month is written the next is read. A batch of months is a transaction that notes how far it
 * came; replicas take turns, and one that dies loses nothing.
 */
@ApplicationScoped
public class Rejudging {

    /** Facts wait while a batch is judged: no more lives than are judged, and the few otherwise written, in a second or two. */
    private static final int BATCH = 200_000;

    private static final LocalDate BEFORE_ALL = LocalDate.EPOCH.minusYears(1_000);

    private final ScopedDb db;
    private final KeptLives kept;
    private final ExecutorService executor;
    private volatile LaidOut laidOut;

    public Rejudging(ScopedDb db, KeptLives kept, ExecutorService executor) {
        this.db = db;
        this.kept = kept;
        this.executor = executor;
    }

    private record Span(LocalDate first, LocalDate last) {}

    /** @param promised whether any agreement says how soon a ticket is answered */
    private record LaidOut(String digest, Rejudgement resolution, Rejudgement response, boolean promised) {}

    private record Progress(String judgedBy, String judgingBy, LocalDate upTo) {}

    /**
     * Judges the next months.
     *
     * @param digest of the rules, the same for the same rules
     * @return false when every ticket is judged by them
     */
    public boolean batch(RuleBook rules, String digest) {
        try {
            return db.as(PartnerScope.ALL).write(handle -> {
                Progress progress = locked(handle);
                if (digest.equals(progress.judgedBy)) {
                    return false;
                }
                boolean begun = digest.equals(progress.judgingBy);
                return goOn(handle, rules, digest, begun ? progress.upTo : BEFORE_ALL);
            });
        } catch (RuntimeException failed) {
            // What was read within the batch never came to be.
            kept.forget();
            throw failed;
        }
    }

    private boolean goOn(Handle handle, RuleBook rules, String digest, LocalDate after) {
        List<LocalDate> months = kept.monthsAfter(handle, after);
        LaidOut by = laidOut(handle, rules, digest);
        int judged = 0;
        int done = 0;
        for (; done < months.size() && judged < BATCH; done++) {
            CompletableFuture<Void> ahead = ahead(by, months, done + 1);
            judged += again(handle, by, rules, months.get(done));
            ahead.join();
        }
        boolean more = done < months.size();
        note(handle, digest, more, more ? months.get(done - 1) : null);
        return more;
    }

    private int again(Handle handle, LaidOut by, RuleBook rules, LocalDate month) {
        List<Lives> answered = by.promised || hasClockedAnswers(handle, month)
                ? List.of(kept.of(handle, Metric.RESPONSE, month))
                : List.of();
        Rejudged resolutions = by.resolution.judged(kept.of(handle, Metric.RESOLUTION, month));
        List<Rejudged> responses = answered.stream().map(by.response::judged).toList();
        Set<String> left = new LinkedHashSet<>(resolutions.left());
        responses.forEach(judged -> left.addAll(judged.left()));
        new Rewriting(handle, Metric.RESOLUTION, month).write(resolutions, left);
        responses.forEach(judged -> new Rewriting(handle, Metric.RESPONSE, month).write(judged, left));
        Judging.again(handle, left, rules);
        return resolutions.lives().size()
                + answered.stream().mapToInt(Lives::size).sum();
    }

    private static boolean promisesAnswers(RuleBook rules) {
        return rules.agreements().stream()
                .flatMap(agreement -> agreement.versions().stream())
                .anyMatch(version -> !version.responseTargets().isEmpty());
    }

    /** Where no answer was promised before or is now, there is nothing to judge. */
    private static boolean hasClockedAnswers(Handle handle, LocalDate month) {
        return handle.createQuery(
                        "select exists (select from outcome_month where metric = 'RESPONSE' and month = :month"
                                + " and outcome in ('MET', 'BREACHED') and tickets > 0)")
                .bind("month", month)
                .mapTo(Boolean.class)
                .one();
    }

    /** Reads a month on another connection; what changes until it is judged is read again then. */
    private CompletableFuture<Void> ahead(LaidOut by, List<LocalDate> months, int next) {
        if (next >= months.size()) {
            return CompletableFuture.completedFuture(null);
        }
        Set<Metric> clocks = by.promised ? EnumSet.allOf(Metric.class) : EnumSet.of(Metric.RESOLUTION);
        return CompletableFuture.runAsync(
                () -> db.as(PartnerScope.ALL).read(handle -> clocks.stream()
                        .map(clock -> kept.of(handle, clock, months.get(next)))
                        .toList()),
                executor);
    }

    /** The calendars are laid out once for all batches by the same rules, over all the time of which there are facts. */
    private LaidOut laidOut(Handle handle, RuleBook rules, String digest) {
        LaidOut known = laidOut;
        if (known == null || !known.digest.equals(digest)) {
            Span span = span(handle);
            known = new LaidOut(
                    digest,
                    new Rejudgement(rules, Metric.RESOLUTION, span.first, span.last),
                    new Rejudgement(rules, Metric.RESPONSE, span.first, span.last),
                    promisesAnswers(rules));
            laidOut = known;
        }
        return known;
    }

    private static Span span(Handle handle) {
        return handle.createQuery("select coalesce(min(month), current_date) as first,"
                        + " coalesce(max(month), current_date) + 31 as last from movement_month")
                .map((row, context) -> new Span(
                        row.getObject("first", LocalDate.class).minusDays(1), row.getObject("last", LocalDate.class)))
                .one();
    }

    private static void note(Handle handle, String digest, boolean more, LocalDate upTo) {
        handle.createUpdate("update feed_position set judged_by = case when :more then judged_by else :digest end,"
                        + " judging_by = case when :more then :digest end, judged_up_to = :upTo")
                .bind("more", more)
                .bind("digest", digest)
                .bind("upTo", upTo)
                .execute();
    }

    private static Progress locked(Handle handle) {
        return handle.createQuery("select judged_by, judging_by, judged_up_to from feed_position for update")
                .map((row, context) -> new Progress(
                        row.getString("judged_by"),
                        row.getString("judging_by"),
                        row.getObject("judged_up_to", LocalDate.class)))
                .one();
    }
}
