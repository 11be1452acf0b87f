package uk.jointdesk.kpi.feed.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import uk.jointdesk.kpi.compliance.domain.Outcome;
import uk.jointdesk.kpi.feed.domain.Interruptions;
import uk.jointdesk.kpi.feed.domain.Judgement;
import uk.jointdesk.kpi.feed.domain.bulk.Life;
import uk.jointdesk.servicelevel.agreement.Metric;
import uk.jointdesk.servicelevel.agreement.Terms;

/** Reads how tickets stand judged, with what a clock needs to judge them again, in the order of their references. */
final class StandingJudgements {

    private static final String READ = """
            select t.*, cast(extract(epoch from t.logged_at) * 1000 as bigint) as logged,
                   cast(extract(epoch from t.resolved_at) * 1000 as bigint) as ended,
                   r.outcome as r_outcome, cast(extract(epoch from r.counted_at) * 1000 as bigint) as r_ended,
                   r.target_minutes as r_target_minutes, r.consumed_millis as r_consumed_millis,
                   r.agreement as r_agreement, r.agreement_version as r_agreement_version, r.calendar as r_calendar,
                   r.calendar_version as r_calendar_version
              from (select ticket, partner, type, priority, queue, catalogue_item, outcome, reopen_count, logged_at,
                           resolved_at, interruptions, target_minutes, consumed_millis, agreement, agreement_version,
                           calendar, calendar_version
                      from ticket_fact where ticket > :from order by ticket limit :most) t
              left join response_fact r on r.ticket = t.ticket
             order by t.ticket
            """;
    private static final int FETCHED_AT_ONCE = 8_192;

    private StandingJudgements() {}

    /** A life as one clock sees it, and how it stands judged. */
    record Clocked(Life life, Judgement standing) {}

    /**
     * A ticket.
     *
     * @param resolution empty while it is open, or when it was withdrawn
     * @param response empty while nobody has answered, or when it was withdrawn
     */
    record Row(String ticket, Optional<Clocked> resolution, Optional<Clocked> response) {
        /** Of an open ticket only the events tell what went before the answer. */
        boolean isOnlyAnswered() {
            return resolution.isEmpty() && response.isPresent();
        }
    }

    static List<Row> after(Handle handle, String ticket, int most) {
        return handle.createQuery(READ)
                .bind("from", ticket)
                .bind("most", most)
                .setFetchSize(FETCHED_AT_ONCE)
                .map((row, context) -> row(row))
                .list();
    }

    private static Row row(ResultSet row) throws SQLException {
        String ticket = row.getString("ticket");
        Outcome outcome = Outcome.valueOf(row.getString("outcome"));
        String answered = row.getString("r_outcome");
        boolean withdrawn = outcome == Outcome.CANCELLED || outcome == Outcome.MERGED;
        return new Row(
                ticket,
                outcome.isResolved() ? Optional.of(clocked(row, Metric.RESOLUTION, outcome, "")) : Optional.empty(),
                answered == null || withdrawn
                        ? Optional.empty()
                        : Optional.of(clocked(row, Metric.RESPONSE, Outcome.valueOf(answered), "r_")));
    }

    /** Instants as milliseconds, which is what they are judged by: nothing is parsed. */
    private static Clocked clocked(ResultSet row, Metric metric, Outcome outcome, String prefix) throws SQLException {
        Instant ended = Instant.ofEpochMilli(row.getLong(prefix + "ended"));
        Life life = Life.of(
                metric,
                row.getString("ticket"),
                terms(row),
                0,
                outcome,
                Instant.ofEpochMilli(row.getLong("logged")),
                ended,
                row.getInt("reopen_count") > 0,
                Optional.ofNullable(row.getString("interruptions")).map(Interruptions::read));
        return new Clocked(life, standing(row, outcome, ended, prefix));
    }

    private static Terms terms(ResultSet row) throws SQLException {
        return new Terms(
                row.getString("partner"),
                row.getString("type"),
                row.getString("priority"),
                row.getString("queue"),
                row.getString("catalogue_item"));
    }

    private static Judgement standing(ResultSet row, Outcome outcome, Instant ended, String prefix)
            throws SQLException {
        return new Judgement(
                outcome,
                ended,
                row.getObject(prefix + "target_minutes", Long.class),
                row.getObject(prefix + "consumed_millis", Long.class),
                row.getString(prefix + "agreement"),
                row.getObject(prefix + "agreement_version", Integer.class),
                row.getString(prefix + "calendar"),
                row.getString(prefix + "calendar_version"));
    }
}
