package uk.jointdesk.incident.satisfaction.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import uk.jointdesk.incident.satisfaction.domain.ResponseRate;
import uk.jointdesk.kit.db.ScopedDb;

/** How many answer when asked, partner by partner, of those partners that the caller may see. */
@ApplicationScoped
public class ResponseRates {

    private static final String COUNT = """
            select s.partner, count(*) filter (where s.invited) as invited,
              count(a.survey) filter (where s.invited) as answered, count(*) filter (where not s.invited) as unasked
            from survey s left join survey_answer a on a.survey = s.id
            where s.invited_at >= :from and s.invited_at < :to
            group by s.partner order by s.partner
            """;

    private final ScopedDb db;

    public ResponseRates(ScopedDb db) {
        this.db = db;
    }

    /**
     * The rates of the surveys of a span.
     *
     * @param to excluded
     */
    public List<ResponseRate> between(Instant from, Instant to) {
        return db.read(handle -> handle.createQuery(COUNT)
                .bind("from", SurveyRows.utc(from))
                .bind("to", SurveyRows.utc(to))
                .map((row, context) -> new ResponseRate(
                        row.getString("partner"),
                        row.getLong("invited"),
                        row.getLong("answered"),
                        row.getLong("unasked")))
                .list());
    }
}
