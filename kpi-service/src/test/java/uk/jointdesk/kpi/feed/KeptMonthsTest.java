package uk.jointdesk.kpi.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import uk.jointdesk.kit.db.ScopedDb;
import uk.jointdesk.kit.scope.PartnerScope;
import uk.jointdesk.kpi.feed.domain.FeedEvent;
import uk.jointdesk.kpi.feed.store.Intake;
import uk.jointdesk.kpi.feed.store.ProgressStore;
import uk.jointdesk.kpi.feed.upstream.Upstream;
import uk.jointdesk.servicelevel.event.TicketEvent;
import uk.jointdesk.testkit.Laws;

/** The counts that are kept per month are those of the facts, whatever came in and was taken back. */
@QuarkusTest
class KeptMonthsTest {

    private static final Instant RECORDED = Instant.parse("2020-01-01T00:00:00Z");
    private static final AtomicInteger TICKETS = new AtomicInteger();

    private static final String OUTCOMES = """
            with counted as (
                select 'RESOLUTION' as metric, first_of_month(counted_on) as month, partner, priority, outcome, count(*) as n
                  from ticket_fact where counted_on is not null group by 2, 3, 4, 5
                union all
                select 'RESPONSE', first_of_month(counted_on), partner, priority, outcome, count(*)
                  from response_fact group by 2, 3, 4, 5),
            kept as (select metric, month, partner, priority, outcome, tickets from outcome_month where tickets <> 0)
            select count(*) from ((table counted except table kept) union all (table kept except table counted)) differ
            """;
    private static final String MOVEMENTS = """
            with counted as (
                select first_of_month(day) as month, partner, priority, movement, count(*) as n, sum(net)::bigint as net
                  from (select partner, priority, started_on as day, 'IN ' || entered as movement, 1 as net from open_spell
                        union all
                        select partner, priority, ended_on, 'OUT ' || left_by, -1 from open_spell where ended_on is not null
                        union all
                        select partner, priority, counted_on, 'LAST_RESOLUTION', 0
                          from ticket_fact where outcome in ('MET', 'BREACHED', 'NO_TARGET')
                        union all
                        select partner, priority, closed_on, 'CLOSED', 0 from ticket_fact where closed_on is not null) moved
                 group by 1, 2, 3, 4),
            kept as (select month, partner, priority, movement, tickets, net from movement_month where tickets <> 0)
            select count(*) from ((table counted except table kept) union all (table kept except table counted)) differ
            """;

    @Inject
    Intake intake;

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
            story.forEach(event -> take(ticket, event));
            assertThat(number(OUTCOMES)).isZero();
            assertThat(number(MOVEMENTS)).isZero();
        });
        assertThat(number("select count(*) from outcome_month where tickets > 0"))
                .isPositive();
        assertThat(number("select count(*) from movement_month where net < 0")).isPositive();
    }

    private void take(String ticket, TicketEvent event) {
        String here = progress.read().position();
        FeedEvent told = new FeedEvent(ticket, "hornbill", "IN1", RECORDED, false, null, event);
        Upstream.Rules rules = upstream.rules();
        assertThat(intake.take(new Intake.Taking(here, here, List.of(told)), rules.partners(), rules.book()))
                .isTrue();
    }

    private long number(String sql) {
        return db.as(PartnerScope.ALL)
                .read(handle -> handle.createQuery(sql).mapTo(Long.class).one());
    }
}
