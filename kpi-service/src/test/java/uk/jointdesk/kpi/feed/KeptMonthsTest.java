package uk.jointdesk.kpi.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import uk.jointdesk.kit.db.ScopedDb;
import uk.jointdesk.kit.scope.PartnerScope;
import uk.jointdesk.kpi.feed.domain.FeedEvent;
import uk.jointdesk.kpi.feed.domain.SurveyFact;
import uk.jointdesk.kpi.feed.store.Intake;
import uk.jointdesk.kpi.feed.store.ProgressStore;
import uk.jointdesk.kpi.feed.store.SurveyIntake;
import uk.jointdesk.kpi.feed.upstream.Upstream;
import uk.jointdesk.servicelevel.event.EventKind;
import uk.jointdesk.servicelevel.event.TicketEvent;
import uk.jointdesk.testkit.Laws;

/** The counts that are kept per month are those of the facts, whatever came in and was taken back. */
@QuarkusTest
class KeptMonthsTest {

    private static final Instant RECORDED = Instant.parse("2020-01-01T00:00:00Z");
    private static final AtomicInteger TICKETS = new AtomicInteger();

    private static final String DIFFER = """
            select count(*) from ((table counted except table kept) union all (table kept except table counted)) differ
            """;
    private static final String OUTCOMES = """
            with counted as (
                select 'RESOLUTION' as metric, first_of_month(counted_on) as month, partner, priority, type, organisation,
                       outcome, count(*) as n
                  from ticket_fact where counted_on is not null group by 2, 3, 4, 5, 6, 7
                union all
                select 'RESPONSE', first_of_month(counted_on), partner, priority, type, organisation, outcome, count(*)
                  from response_fact group by 2, 3, 4, 5, 6, 7),
            kept as (select metric, month, partner, priority, type, organisation, outcome, tickets
                       from outcome_month where tickets <> 0)
            """ + DIFFER;
    private static final String MOVEMENTS = """
            with counted as (
                select first_of_month(day) as month, partner, priority, type, organisation, movement,
                       count(*) as n, sum(net)::bigint as net
                  from (select partner, priority, type, organisation, started_on as day, 'IN ' || entered as movement,
                               1 as net
                          from open_spell where entered <> 'CONTINUED'
                        union all
                        select partner, priority, type, organisation, ended_on, 'OUT ' || left_by, -1
                          from open_spell where left_by <> 'CONTINUED'
                        union all
                        select partner, priority, type, organisation, ended_on, 'UNDONE', 0
                          from open_spell where left_by = 'RESOLVED' and undone
                        union all
                        select partner, priority, type, organisation, counted_on, movement, 0
                          from ticket_fact, unnest(case when reopen_count > 0
                                   then array['LAST_RESOLUTION', 'REOPENED_BEFORE'] else array['LAST_RESOLUTION'] end) movement
                         where outcome in ('MET', 'BREACHED', 'NO_TARGET')
                        union all
                        select partner, priority, type, organisation, closed_on, 'CLOSED', 0
                          from ticket_fact where closed_on is not null) moved
                 group by 1, 2, 3, 4, 5, 6),
            kept as (select month, partner, priority, type, organisation, movement, tickets, net
                       from movement_month where tickets <> 0 and movement <> 'AGED')
            """ + DIFFER;
    private static final String CATEGORIES = """
            with counted as (
                select 'RESOLVED' as counted, first_of_month(counted_on) as month, partner, priority, type, category,
                       count(*) as n
                  from ticket_fact where outcome in ('MET', 'BREACHED', 'NO_TARGET') group by 2, 3, 4, 5, 6
                union all
                select 'LOGGED', first_of_month(started_on), partner, priority, type, category, count(*)
                  from open_spell where entered = 'LOGGED' group by 2, 3, 4, 5, 6),
            kept as (select counted, month, partner, priority, type, category, tickets
                       from category_month where tickets <> 0)
            """ + DIFFER;
    private static final String OPINIONS = """
            with said as (
                select partner, priority, type, organisation, rated_on as day, case when rating > 3 then 'POSITIVE'
                       when rating < 3 then 'NEGATIVE' else 'NEUTRAL' end as opinion
                  from rating where rating is not null
                union all
                select partner, priority, type, organisation, rated_on, case when recommend > 8 then 'PROMOTER'
                       when recommend > 6 then 'PASSIVE' else 'DETRACTOR' end
                  from rating where recommend is not null
                union all
                select partner, priority, type, organisation, answered_on, opinion
                  from survey, unnest(array[case when answered_on is not null then 'ANSWER' end,
                                            case when satisfied then 'SATISFIED' end,
                                            case when timely then 'TIMELY' end]) opinion where opinion is not null
                union all
                select partner, priority, type, organisation, invited_on, opinion
                  from survey, unnest(array['SENT', case when answered_on is not null then 'HEARD' end]) opinion
                 where invited and opinion is not null),
            counted as (select first_of_month(day) as month, partner, priority, type, organisation, opinion, count(*) as n
                          from said group by 1, 2, 3, 4, 5, 6),
            kept as (select month, partner, priority, type, organisation, opinion, given
                       from opinion_month where given <> 0)
            """ + DIFFER;

    @Inject
    Intake intake;

    @Inject
    SurveyIntake surveys;

    @Inject
    ProgressStore progress;

    @Inject
    Upstream upstream;

    @Inject
    ScopedDb db;

    @Test
    void they_are_what_counting_the_facts_gives() {
        Laws.forAll("what is kept is what is counted", Story::of, 25, story -> {
            String ticket = "LBX-K" + TICKETS.incrementAndGet();
            UUID survey = UUID.randomUUID();
            for (int i = 0; i < story.size(); i++) {
                take(ticket, story.get(i));
                hear(survey, ticket, i, story.get(i).at());
            }
            List.of(OUTCOMES, MOVEMENTS, CATEGORIES, OPINIONS)
                    .forEach(differing -> assertThat(number(differing)).isZero());
        });
        for (String some : List.of(
                "outcome_month where tickets > 0",
                "movement_month where net < 0",
                "category_month where tickets > 0",
                "movement_month where movement = 'UNDONE' and tickets > 0",
                "opinion_month where given > 0")) {
            assertThat(number("select count(*) from " + some)).as(some).isPositive();
        }
    }

    @Test
    void a_month_is_stamped_when_a_ticket_of_it_changes_and_no_other_is() {
        String stamps = "select sum(stamp) from duration_stamp where month = date '";
        take("LBX-KS", Story.logged("LBB"));
        long there = number("select coalesce((" + stamps + "2030-12-01'), 0)");
        long elsewhere = number("select coalesce((" + stamps + "2031-11-01'), 0)");
        take("LBX-KS", Story.event(EventKind.RESOLVED, 500).event());
        assertThat(number(stamps + "2030-12-01'")).isGreaterThan(there);
        assertThat(number("select coalesce((" + stamps + "2031-11-01'), 0)")).isEqualTo(elsewhere);
    }

    private void take(String ticket, TicketEvent event) {
        String here = progress.read().position();
        FeedEvent.Told opinion = event.kind() == EventKind.RATED
                ? new FeedEvent.Told(
                        null, 1 + Math.floorMod(event.at().hashCode(), 5), Math.floorMod(ticket.hashCode(), 11), null)
                : FeedEvent.Told.NOTHING;
        FeedEvent told = new FeedEvent(ticket, "hornbill", "IN1", RECORDED, false, null, opinion, event);
        Upstream.Rules rules = upstream.rules();
        assertThat(intake.take(new Intake.Taking(here, here, List.of(told)), rules.partners(), rules.book()))
                .isTrue();
    }

    /** A survey is sent with the third event and answered with the fifth. */
    private void hear(UUID survey, String ticket, int event, Instant at) {
        if (event == 2 || event == 4) {
            String here = surveys.position();
            boolean answered = event == 4;
            SurveyFact fact = new SurveyFact(
                    survey,
                    answered ? SurveyFact.Kind.ANSWERED : SurveyFact.Kind.INVITED,
                    ticket,
                    0,
                    "LBB",
                    at,
                    answered ? true : null,
                    answered ? survey.hashCode() % 2 == 0 : null);
            assertThat(surveys.take(here, here, List.of(fact))).isTrue();
        }
    }

    private long number(String sql) {
        return db.as(PartnerScope.ALL)
                .read(handle -> handle.createQuery(sql).mapTo(Long.class).one());
    }
}
