package uk.jointdesk.kpi.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import uk.jointdesk.kit.db.ScopedDb;
import uk.jointdesk.kit.scope.PartnerScope;
import uk.jointdesk.kpi.feed.domain.FeedEvent;
import uk.jointdesk.kpi.feed.store.Intake;
import uk.jointdesk.kpi.feed.store.ProgressStore;
import uk.jointdesk.kpi.feed.upstream.Upstream;
import uk.jointdesk.servicelevel.event.EventKind;
import uk.jointdesk.servicelevel.event.TicketEvent;
import uk.jointdesk.testkit.Draw;
import uk.jointdesk.testkit.Laws;

/** A page is taken whole or not at all, once, and in whatever order it comes. */
@QuarkusTest
class IntakeTest {

    private static final Instant RECORDED = Instant.parse("2020-01-01T00:00:00Z");
    private static final AtomicInteger TICKETS = new AtomicInteger();

    @Inject
    Intake intake;

    @Inject
    ProgressStore progress;

    @Inject
    Upstream upstream;

    @Inject
    ScopedDb db;

    /** A story in the order it happened, and the pages in which it arrives: shuffled, cut, some parts again. */
    private record Arrival(List<TicketEvent> story, List<List<TicketEvent>> pages) {
        static Arrival of(Draw draw) {
            List<TicketEvent> story = Story.of(draw);
            List<TicketEvent> arriving = new ArrayList<>(story);
            arriving.addAll(draw.listOf(0, d -> d.oneOf(story)));
            List<List<TicketEvent>> pages = new ArrayList<>();
            List<TicketEvent> shuffled = draw.shuffled(arriving);
            for (int start = 0; start < shuffled.size(); ) {
                int end = Math.min(shuffled.size(), start + draw.between(1, 4));
                pages.add(shuffled.subList(start, end));
                start = end;
            }
            return new Arrival(story, pages);
        }
    }

    @Test
    void order_and_repetition_of_pages_make_no_difference() {
        Laws.forAll("replays and permutations give the same facts", Arrival::of, 25, arrival -> {
            String whole = "LBX-" + TICKETS.incrementAndGet();
            String cut = "LBX-" + TICKETS.incrementAndGet();
            take(whole, arrival.story());
            arrival.pages().forEach(page -> take(cut, page));
            assertThat(rows("ticket_fact", cut)).isEqualTo(rows("ticket_fact", whole));
            assertThat(rows("open_spell", cut)).isEqualTo(rows("open_spell", whole));
            assertThat(rows("fact_event", cut)).hasSameSizeAs(rows("fact_event", whole));
        });
    }

    @Test
    void a_page_that_cannot_be_taken_whole_leaves_nothing_behind() {
        String ticket = "LBX-" + TICKETS.incrementAndGet();
        List<FeedEvent> page = new ArrayList<>(events(ticket, List.of(Story.logged("LBS"))));
        page.add(new FeedEvent(ticket, null, null, null, false, null, Story.logged("LBS")));
        String before = progress.read().position();
        assertThatThrownBy(() -> take(new Intake.Taking(before, "elsewhere", page)))
                .isInstanceOf(RuntimeException.class);
        assertThat(rows("fact_event", ticket)).isEmpty();
        assertThat(rows("ticket_fact", ticket)).isEmpty();
        assertThat(progress.read().position()).isEqualTo(before);
    }

    @Test
    void a_page_that_another_replica_has_gone_past_is_left_alone() {
        String ticket = "LBX-" + TICKETS.incrementAndGet();
        List<FeedEvent> page = events(ticket, List.of(Story.logged("LBS")));
        assertThat(take(new Intake.Taking("a position long gone", "elsewhere", page)))
                .isFalse();
        assertThat(rows("ticket_fact", ticket)).isEmpty();
    }

    @Test
    void a_ticket_without_a_beginning_is_in_no_figure_until_it_has_one() {
        String ticket = "LBX-" + TICKETS.incrementAndGet();
        take(ticket, List.of(Story.event(EventKind.RESOLVED, 300).event()));
        assertThat(rows("ticket_fact", ticket)).isEmpty();
        take(ticket, List.of(Story.logged("LBS")));
        assertThat(rows("ticket_fact", ticket)).singleElement().satisfies(row -> assertThat(row)
                .containsEntry("outcome", "MET"));
        take(
                ticket,
                List.of(TicketEvent.of(EventKind.CORRECTED, RECORDED)
                        .supersedes(Story.logged("LBS").id())
                        .id("correction")
                        .event()));
        assertThat(rows("ticket_fact", ticket)).isEmpty();
        assertThat(rows("open_spell", ticket)).isEmpty();
        assertThat(rows("fact_event", ticket)).hasSize(3);
    }

    @Test
    void a_desk_corrects_by_the_id_it_gave_itself() {
        String ticket = "LBX-" + TICKETS.incrementAndGet();
        take(ticket, List.of(Story.logged("LBS")));
        TicketEvent resolved = Story.event(EventKind.RESOLVED, 300).event();
        TicketEvent correction = TicketEvent.of(EventKind.CORRECTED, RECORDED)
                .supersedes("desk-7")
                .id("correction")
                .event();
        String here = progress.read().position();
        take(new Intake.Taking(
                here,
                here,
                List.of(
                        new FeedEvent(ticket, "hornbill", "IN1", RECORDED, false, "desk-8", correction),
                        new FeedEvent(ticket, "hornbill", "IN1", RECORDED, false, "desk-7", resolved))));
        assertThat(rows("ticket_fact", ticket)).singleElement().satisfies(row -> assertThat(row)
                .containsEntry("outcome", "OPEN"));
    }

    @Test
    void facts_cannot_be_changed_not_even_by_this_service() {
        take("LBX-" + TICKETS.incrementAndGet(), List.of(Story.logged("LBS")));
        for (String change : List.of("update fact_event set at = at", "delete from fact_event")) {
            assertThatThrownBy(() -> db.as(PartnerScope.ALL).run(handle -> handle.execute(change)))
                    .hasMessageContaining("permission denied");
        }
    }

    private void take(String ticket, List<TicketEvent> events) {
        String here = progress.read().position();
        assertThat(take(new Intake.Taking(here, here, events(ticket, events)))).isTrue();
    }

    private boolean take(Intake.Taking page) {
        Upstream.Rules rules = upstream.rules();
        return intake.take(page, rules.partners(), rules.book());
    }

    private static List<FeedEvent> events(String ticket, List<TicketEvent> events) {
        return events.stream()
                .map(event -> new FeedEvent(ticket, "hornbill", "IN1", RECORDED, false, null, event))
                .toList();
    }

    private List<Map<String, Object>> rows(String table, String ticket) {
        List<Map<String, Object>> rows = db.as(PartnerScope.ALL)
                .read(handle -> handle.createQuery("select * from " + table + " where ticket = :ticket")
                        .bind("ticket", ticket)
                        .mapToMap()
                        .list());
        rows.forEach(row -> row.remove("ticket"));
        return rows.stream()
                .sorted(java.util.Comparator.comparing(Object::toString))
                .toList();
    }
}
