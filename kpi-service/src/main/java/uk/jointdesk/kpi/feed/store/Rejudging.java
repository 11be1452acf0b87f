package uk.jointdesk.kpi.feed.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import uk.jointdesk.kit.db.ScopedDb;
import uk.jointdesk.kit.scope.PartnerScope;
import uk.jointdesk.servicelevel.agreement.ServiceLevelRules;

/**
 * Judges every ticket again after calendars or agreements have changed, so that all figures stand by the same rules: a
 * judgement is a function of the facts and the rules in force, not of when it was made. What has been published keeps
 * its cells. A batch is a transaction that notes how far it came; replicas take turns, and one that dies loses nothing.
 */
@ApplicationScoped
public class Rejudging {

    private static final int BATCH = 2_000;

    private final ScopedDb db;

    public Rejudging(ScopedDb db) {
        this.db = db;
    }

    private record Progress(String judgedBy, String judgingBy, String upTo) {}

    /**
     * Judges the next tickets.
     *
     * @param digest of the rules, the same for the same rules
     * @return false when every ticket is judged by them
     */
    public boolean batch(ServiceLevelRules rules, String digest) {
        return db.as(PartnerScope.ALL).write(handle -> {
            Progress progress = locked(handle);
            if (digest.equals(progress.judgedBy)) {
                return false;
            }
            String from = digest.equals(progress.judgingBy) ? progress.upTo : "";
            return goOn(handle, rules, digest, from);
        });
    }

    private static boolean goOn(Handle handle, ServiceLevelRules rules, String digest, String from) {
        List<String> tickets = handle.createQuery(
                        "select ticket from ticket_fact where ticket > :from order by ticket limit :most")
                .bind("from", from)
                .bind("most", BATCH)
                .mapTo(String.class)
                .list();
        Set<String> batch = new LinkedHashSet<>(tickets);
        Judging.again(handle, batch, rules);
        boolean more = tickets.size() == BATCH;
        note(handle, digest, more, more ? tickets.get(BATCH - 1) : null);
        return more;
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
