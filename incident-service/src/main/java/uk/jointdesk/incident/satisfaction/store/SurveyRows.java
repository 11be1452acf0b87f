package uk.jointdesk.incident.satisfaction.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import uk.jointdesk.incident.satisfaction.domain.Feedback;
import uk.jointdesk.incident.satisfaction.domain.Survey;
import uk.jointdesk.incident.ticket.domain.Ticket;

/** Rows of surveys and answers; neither is ever changed. */
final class SurveyRows {

    private static final String INSERT = "insert into survey (id, ticket, resolution, partner, invited, invited_at,"
            + " expires_at) values (:id, :ticket, :resolution, :partner, :invited, :invitedAt, :expiresAt)"
            + " on conflict (ticket, resolution) do nothing";
    private static final String ANSWER = "insert into survey_answer (survey, partner, satisfied, timely, recommend,"
            + " comment, answered_at, channel) values (:survey, :partner, :satisfied, :timely, :recommend, :comment,"
            + " :at, :channel) on conflict (survey) do nothing";

    private SurveyRows() {}

    /** Those whose present resolution a bulk closure wrote: nobody did the work, so nobody is asked about it. */
    static Set<String> givenUp(Handle handle, List<Ticket> tickets) {
        return handle.createQuery("select distinct e.ticket from ticket_event e join ticket t on t.reference = e.ticket"
                        + " where e.ticket = any(:tickets) and e.bulk_closure is not null and e.event = 'RESOLVED'"
                        + " and e.at = t.resolved_at")
                .bindArray(
                        "tickets",
                        String.class,
                        tickets.stream()
                                .map(ticket -> ticket.identity().reference())
                                .toArray())
                .mapTo(String.class)
                .set();
    }

    /** False when this resolution has a survey already. */
    static boolean insert(Handle handle, Survey survey) {
        return handle.createUpdate(INSERT)
                        .bind("id", survey.id())
                        .bind("ticket", survey.ticket())
                        .bind("resolution", survey.resolution())
                        .bind("partner", survey.partner())
                        .bind("invited", survey.invited())
                        .bind("invitedAt", utc(survey.invitedAt()))
                        .bind("expiresAt", utc(survey.expiresAt()))
                        .execute()
                == 1;
    }

    /** False when it is answered already. */
    static boolean answer(Handle handle, Survey survey, Feedback feedback, Instant at, String channel) {
        return handle.createUpdate(ANSWER)
                        .bind("survey", survey.id())
                        .bind("partner", survey.partner())
                        .bind("satisfied", feedback.satisfied())
                        .bind("timely", feedback.timely())
                        .bind("recommend", feedback.recommend())
                        .bind("comment", feedback.comment())
                        .bind("at", utc(at))
                        .bind("channel", channel)
                        .execute()
                == 1;
    }

    static boolean isAnswered(Handle handle, UUID survey) {
        return handle.createQuery("select exists (select from survey_answer where survey = :survey)")
                .bind("survey", survey)
                .mapTo(Boolean.class)
                .one();
    }

    static Optional<Survey> find(Handle handle, UUID id) {
        return handle.createQuery("select * from survey where id = :id")
                .bind("id", id)
                .map((row, context) -> survey(row))
                .findOne();
    }

    static Optional<Survey> find(Handle handle, String ticket, int resolution) {
        return handle.createQuery("select * from survey where ticket = :ticket and resolution = :resolution")
                .bind("ticket", ticket)
                .bind("resolution", resolution)
                .map((row, context) -> survey(row))
                .findOne();
    }

    static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static Survey survey(ResultSet row) throws SQLException {
        return new Survey(
                row.getObject("id", UUID.class),
                row.getString("ticket"),
                row.getInt("resolution"),
                row.getString("partner"),
                row.getBoolean("invited"),
                row.getObject("invited_at", OffsetDateTime.class).toInstant(),
                row.getObject("expires_at", OffsetDateTime.class).toInstant());
    }
}
