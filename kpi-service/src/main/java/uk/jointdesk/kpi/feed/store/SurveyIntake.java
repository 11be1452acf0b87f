package uk.jointdesk.kpi.feed.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import uk.jointdesk.kit.db.ScopedDb;
import uk.jointdesk.kit.scope.PartnerScope;
import uk.jointdesk.kpi.feed.domain.SurveyFact;

/** Takes in what was read of surveys: facts, the row that follows from them, and the new position, or nothing. */
@ApplicationScoped
public class SurveyIntake {

    private static final Columns<SurveyFact> FACT = new Columns<SurveyFact>()
            .typed("survey", "uuid", SurveyFact::survey)
            .text("event", fact -> fact.event().name())
            .text("ticket", SurveyFact::ticket)
            .typed("resolution", "integer", SurveyFact::resolution)
            .text("partner", SurveyFact::partner)
            .typed("at", "timestamptz", SurveyFact::at)
            .typed("happened_on", "date", RecordStore.day(SurveyFact::at))
            .typed("satisfied", "boolean", SurveyFact::satisfied)
            .typed("timely", "boolean", SurveyFact::timely);

    private static final String FOLD = """
            insert into survey (survey, ticket, number, partner, invited, invited_at, invited_on, answered_at,
                                answered_on, satisfied, timely)
            select sent.survey, sent.ticket, sent.resolution, sent.partner, sent.event = 'INVITED', sent.at,
                   sent.happened_on, answer.at, answer.happened_on, answer.satisfied, answer.timely
              from survey_fact sent
              left join survey_fact answer on answer.survey = sent.survey and answer.event = 'ANSWERED'
             where sent.event <> 'ANSWERED' and sent.survey = any(cast(:surveys as uuid[]))
            on conflict (survey) do update
               set answered_at = excluded.answered_at, answered_on = excluded.answered_on,
                   satisfied = excluded.satisfied, timely = excluded.timely
            """;

    private static final String FOLLOW = """
            update survey s
               set type = f.type, priority = f.priority, queue = f.queue, category = f.category,
                   organisation = f.organisation, logged_at = f.logged_at
              from ticket_fact f
             where f.ticket = s.ticket and s.ticket = any(:tickets)
               and (s.type, s.priority, s.queue, s.category, s.organisation, s.logged_at)
                   is distinct from (f.type, f.priority, f.queue, f.category, f.organisation, f.logged_at)
            """;

    private final ScopedDb db;

    public SurveyIntake(ScopedDb db) {
        this.db = db;
    }

    /** Where the feed of surveys has been read to; null before the first page. */
    public String position() {
        return db.as(PartnerScope.ALL).read(SurveyIntake::position);
    }

    /**
     * Takes a page. Where another replica has gone on from the same position before, nothing happens.
     *
     * @return whether the page was taken
     */
    public boolean take(String after, String next, List<SurveyFact> facts) {
        return db.as(PartnerScope.ALL).write(handle -> {
            // Held against the intake of tickets too, so that one of the two sees what the other wrote.
            ProgressStore.locked(handle);
            if (!Objects.equals(position(handle), after)) {
                return false;
            }
            FACT.insert(handle, "survey_fact", "on conflict do nothing", facts);
            fold(handle, facts);
            follow(handle, facts.stream().map(SurveyFact::ticket).collect(Collectors.toSet()));
            handle.createUpdate("update feed_position set survey_position = :next")
                    .bind("next", next)
                    .execute();
            return true;
        });
    }

    /** Writes what is known of these tickets beside their surveys. */
    static void follow(Handle handle, Collection<String> tickets) {
        if (!tickets.isEmpty()) {
            handle.createUpdate(FOLLOW)
                    .bindArray("tickets", String.class, tickets)
                    .execute();
        }
    }

    private static void fold(Handle handle, List<SurveyFact> facts) {
        Set<String> surveys =
                facts.stream().map(fact -> fact.survey().toString()).collect(Collectors.toSet());
        if (!surveys.isEmpty()) {
            handle.createUpdate(FOLD)
                    .bindArray("surveys", String.class, surveys)
                    .execute();
        }
    }

    private static String position(Handle handle) {
        return handle.createQuery("select survey_position from feed_position")
                .mapTo(String.class)
                .findOne()
                .orElse(null);
    }
}
