package uk.jointdesk.incident.satisfaction.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import uk.jointdesk.incident.satisfaction.SurveyFact;
import uk.jointdesk.incident.ticket.store.Rows;
import uk.jointdesk.kit.db.ScopedDb;
import uk.jointdesk.kit.feed.FeedHorizon;
import uk.jointdesk.kit.feed.FeedPosition;

/** Surveys and their answers in the order of the transactions that wrote them, as the feed of ticket events has it. */
@ApplicationScoped
public class SurveyFeed {

    private static final String NEXT = """
            (select xid, number, id as survey, ticket, resolution, partner,
                    case when invited then 'INVITED' else 'UNASKED' end as event, invited_at as at,
                    null::boolean as satisfied, null::boolean as timely
               from survey where (xid, number) > (:xid, :number) and xid < :horizon
              order by xid, number limit :limit)
            union all
            (select a.xid, a.number, a.survey, s.ticket, s.resolution, a.partner, 'ANSWERED', a.answered_at,
                    a.satisfied, a.timely
               from survey_answer a join survey s on s.id = a.survey
              where (a.xid, a.number) > (:xid, :number) and a.xid < :horizon
              order by a.xid, a.number limit :limit)
            order by xid, number limit :limit
            """;

    private final ScopedDb db;

    public SurveyFeed(ScopedDb db) {
        this.db = db;
    }

    public List<SurveyFact> after(FeedPosition position, int limit) {
        return db.read(handle -> {
            long horizon = FeedHorizon.below(handle);
            return handle.createQuery(NEXT)
                    .bind("xid", position.transaction())
                    .bind("number", position.row())
                    .bind("horizon", horizon)
                    .bind("limit", limit)
                    .map((row, context) -> fact(row))
                    .list();
        });
    }

    private static SurveyFact fact(ResultSet row) throws SQLException {
        return new SurveyFact(
                new FeedPosition(row.getLong("xid"), row.getLong("number")).text(),
                row.getObject("survey", UUID.class),
                row.getString("ticket"),
                row.getInt("resolution"),
                row.getString("partner"),
                SurveyFact.Kind.valueOf(row.getString("event")),
                Rows.instant(row, "at"),
                row.getObject("satisfied", Boolean.class),
                row.getObject("timely", Boolean.class));
    }
}
