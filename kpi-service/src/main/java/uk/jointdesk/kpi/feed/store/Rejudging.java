package uk.jointdesk.kpi.feed.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import uk.jointdesk.kit.db.ScopedDb;
import uk.jointdesk.kit.scope.PartnerScope;
import uk.jointdesk.kpi.feed.domain.bulk.Rejudgement;
import uk.jointdesk.servicelevel.agreement.Metric;
import uk.jointdesk.servicelevel.agreement.RuleBook;

/**
 * Judges every ticket again after calendars or agreements have changed, so that all figures stand by the same rules: a
 * judgement is a function of the facts and the rules in force, not of when it was made. What has been published keeps
 * its cells. Lives that their ends and pauses tell are judged in bulk on every processor, and only what is judged
 * otherwise is written. A batch is a transaction that notes how far it came; replicas take turns, and one that dies
 * loses nothing.
 */
@ApplicationScoped
public class Rejudging {

    private static final int BATCH = 20_000;

    private final ScopedDb db;
    private volatile LaidOut laidOut;

    public Rejudging(ScopedDb db) {
        this.db = db;
    }

    private record Span(LocalDate first, LocalDate last) {}

    private record LaidOut(String digest, BulkJudging judging) {}

    private record Progress(String judgedBy, String judgingBy, String upTo) {}

    /**
     * Judges the next tickets.
     *
     * @param digest of the rules, the same for the same rules
     * @return false when every ticket is judged by them
     */
    public boolean batch(RuleBook rules, String digest) {
        return db.as(PartnerScope.ALL).write(handle -> {
            Progress progress = locked(handle);
            if (digest.equals(progress.judgedBy)) {
                return false;
            }
            String from = digest.equals(progress.judgingBy) ? progress.upTo : "";
            return goOn(handle, rules, digest, from);
        });
    }

    private boolean goOn(Handle handle, RuleBook rules, String digest, String from) {
        List<StandingJudgements.Row> rows = StandingJudgements.after(handle, from, BATCH);
        Set<String> left = judging(handle, rules, digest).again(handle, rows);
        Judging.again(handle, left, rules);
        boolean more = rows.size() == BATCH;
        note(handle, digest, more, more ? rows.get(BATCH - 1).ticket() : null);
        return more;
    }

    /** The calendars are laid out once for all batches by the same rules, over all the time of which there are facts. */
    private BulkJudging judging(Handle handle, RuleBook rules, String digest) {
        LaidOut known = laidOut;
        if (known == null || !known.digest.equals(digest)) {
            Span span = span(handle);
            known = new LaidOut(
                    digest,
                    new BulkJudging(
                            new Rejudgement(rules, Metric.RESOLUTION, span.first, span.last),
                            new Rejudgement(rules, Metric.RESPONSE, span.first, span.last)));
            laidOut = known;
        }
        return known.judging;
    }

    private static Span span(Handle handle) {
        return handle.createQuery("select coalesce(min(month), current_date) as first,"
                        + " coalesce(max(month), current_date) + 31 as last from movement_month")
                .map((row, context) -> new Span(
                        row.getObject("first", LocalDate.class).minusDays(1), row.getObject("last", LocalDate.class)))
                .one();
    }

    private static void note(Handle handle, String digest, boolean more, String upTo) {
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
                        row.getString("judged_by"), row.getString("judging_by"), row.getString("judged_up_to")))
                .one();
    }
}
