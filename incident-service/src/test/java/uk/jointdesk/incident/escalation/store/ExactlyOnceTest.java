package uk.jointdesk.incident.escalation.store;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.jointdesk.incident.Database;
import uk.jointdesk.incident.OverHttp;
import uk.jointdesk.incident.escalation.store.Replica.Left;
import uk.jointdesk.incident.rules.store.RulesInForce;
import uk.jointdesk.incident.ticket.domain.Detail;
import uk.jointdesk.incident.ticket.domain.Fact;
import uk.jointdesk.incident.ticket.domain.Said;
import uk.jointdesk.incident.ticket.store.EventRows;
import uk.jointdesk.incident.ticket.store.OpenTickets;
import uk.jointdesk.incident.ticket.store.Rows;
import uk.jointdesk.incident.ticket.store.TicketFollowers;
import uk.jointdesk.incident.ticket.store.TicketLedger;
import uk.jointdesk.kit.db.ScopedDb;
import uk.jointdesk.kit.scope.PartnerScope;
import uk.jointdesk.servicelevel.event.EventKind;

/**
 * TC-31 of the scenarios from bug reports of other desks (glpi#1996, glpi#5319): each level is announced exactly once,
 * forever. Time is virtual and lies ahead of the service under test, so that its own poller leaves these tickets alone.
 */
@QuarkusTest
class ExactlyOnceTest extends OverHttp {

    private static final Instant NINE = Instant.parse("2031-06-02T08:00:00Z");

    @Inject
    EventRows events;

    @Inject
    RulesInForce rules;

    @Inject
    ScopedDb db;

    @Inject
    OpenTickets openTickets;

    private final Queue<Left> left = new ConcurrentLinkedQueue<>();
    private final AtomicInteger deaths = new AtomicInteger();
    private final List<Replica> replicas = new ArrayList<>();
    private EscalatingPartner partner;

    @BeforeEach
    void threeReplicasAndAPartnerWithLevelsAtFiveAndTenMinutes() {
        partner = EscalatingPartner.registered();
        for (int i = 0; i < 3; i++) {
            replicas.add(new Replica(partner.code(), rules, left, 17L * i, deaths).mortality(20));
        }
    }

    @Test
    void tc31_every_level_is_announced_once_by_three_replicas_that_die_jump_in_time_and_get_new_hours()
            throws SQLException {
        List<String> tickets = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            tickets.add(logged("P1", NINE.plusSeconds(11L * i)));
        }
        int runs = 0;
        for (int second = 0; second < 820; second++) {
            Instant time = NINE.plusSeconds(second);
            replicas.forEach(replica -> replica.run(time));
            runs += replicas.size();
        }
        Map<String, List<Left>> inTime = byTicket();
        assertThat(inTime.keySet()).hasSize(tickets.size());
        assertThat(left).hasSize(2 * tickets.size());
        assertThat(left).allSatisfy(each -> assertThat(
                        Duration.between(each.announcement().occurredAt(), each.at()))
                .isBetween(Duration.ZERO, Duration.ofSeconds(1)));
        assertThat(deaths.get()).as("processes that died between send and mark").isPositive();

        replicas.forEach(replica -> replica.mortality(0));
        runs += atOnce(NINE.plus(Duration.ofHours(2)), 20);
        runs += atOnce(NINE.minus(Duration.ofHours(2)), 20);
        partner.newHours("2031-06-02", "10:00");
        judgeAgain();
        runs += atOnce(NINE.plus(Duration.ofMinutes(14)), 20);
        assertThat(runs).isGreaterThanOrEqualTo(1_000);
        assertThat(left).hasSize(2 * tickets.size());
        assertThat(byTicket().values()).allSatisfy(each -> assertThat(each)
                .extracting(one -> one.announcement().payload().get("threshold"))
                .containsExactlyInAnyOrder("50%", "100%"));
        assertThat(announced()).isEqualTo(2L * tickets.size());
    }

    @Test
    void one_replica_alone_announces_no_level_more_than_a_second_late() {
        replicas.forEach(replica -> replica.mortality(0));
        logged("P1", NINE.plusMillis(1));
        logged("P1", NINE.plusSeconds(7).plusMillis(777));
        for (int second = 290; second < 620; second++) {
            replicas.get(0).run(NINE.plusSeconds(second));
        }
        assertThat(left).hasSize(4).allSatisfy(each -> assertThat(
                        Duration.between(each.announcement().occurredAt(), each.at()))
                .isBetween(Duration.ZERO, Duration.ofSeconds(1)));
    }

    @Test
    void a_clock_that_jumps_ahead_announces_early_and_nobody_announces_again() throws SQLException {
        logged("P1", NINE);
        atOnce(NINE.plus(Duration.ofHours(2)), 5);
        atOnce(NINE, 5);
        atOnce(NINE.plus(Duration.ofMinutes(10)), 5);
        assertThat(announced()).isEqualTo(2);
        assertThat(left).hasSize(2);
    }

    @Test
    void escalations_stop_when_the_cause_is_gone_and_go_on_when_it_is_back() throws SQLException {
        replicas.forEach(replica -> replica.mortality(0));
        String held = logged("P1", NINE);
        String resolved = logged("P1", NINE);
        atOnce(NINE.plusSeconds(300), 1);
        assertThat(left).hasSize(2);
        tell(held, EventKind.ON_HOLD, NINE.plusSeconds(400), Said.NOTHING, "AWAITING_USER");
        tell(resolved, EventKind.RESOLVED, NINE.plusSeconds(400), Said.NOTHING, null);
        atOnce(NINE.plusSeconds(4_000), 2);
        assertThat(left).hasSize(2);
        assertThat(ahead()).isZero();

        tell(held, EventKind.RESUMED, NINE.plusSeconds(4_000), Said.NOTHING, null);
        atOnce(NINE.plusSeconds(4_199), 1);
        assertThat(left).hasSize(2);
        atOnce(NINE.plusSeconds(4_200), 1);
        assertThat(left).hasSize(3);
        assertThat(announced()).isEqualTo(3);
    }

    @Test
    void another_target_is_news_again_and_the_first_one_is_not() throws SQLException {
        replicas.forEach(replica -> replica.mortality(0));
        String flapping = logged("P1", NINE);
        atOnce(NINE.plusSeconds(300), 1);
        tell(flapping, EventKind.PRIORITY_CHANGED, NINE.plusSeconds(310), priority("P2"), null);
        atOnce(NINE.plusSeconds(320), 1);
        assertThat(left).hasSize(1);
        tell(flapping, EventKind.PRIORITY_CHANGED, NINE.plusSeconds(330), priority("P1"), null);
        atOnce(NINE.plusSeconds(340), 1);
        assertThat(left).hasSize(1);
        tell(flapping, EventKind.PRIORITY_CHANGED, NINE.plusSeconds(350), priority("P2"), null);
        atOnce(NINE.plus(Duration.ofHours(5)), 1);
        assertThat(left).hasSize(2);
        try (Connection all = Database.asTheService("*")) {
            assertThat(Database.number(
                            all, "select max(generation) from escalation where partner = '" + partner.code() + "'"))
                    .isEqualTo(2);
        }
    }

    @Test
    void new_hours_move_what_lies_ahead_without_a_word_in_the_feed() throws SQLException {
        replicas.forEach(replica -> replica.mortality(0));
        String ticket = logged("P2", NINE.plus(Duration.ofDays(1)));
        String before = row(ticket);
        assertThat(before).isEqualTo("1 2031-06-04T08:00:00Z");
        partner.newHours("2031-06-04", "10:00");
        judgeAgain();
        assertThat(row(ticket)).isEqualTo("1 2031-06-04T10:00:00Z");
        try (Connection all = Database.asTheService("*")) {
            assertThat(Database.number(
                            all,
                            "select count(*) from ticket_event e join ticket t on t.reference = e.ticket"
                                    + " where t.source_reference = '" + ticket + "'"))
                    .isEqualTo(1);
        }
        atOnce(Instant.parse("2031-06-04T09:59:59Z"), 1);
        assertThat(left)
                .extracting(each -> each.announcement().payload().get("threshold"))
                .containsExactly("50%");
        atOnce(Instant.parse("2031-06-04T10:00:00Z"), 1);
        assertThat(left).hasSize(2);
    }

    @Test
    void tc33_a_ticket_raised_on_sunday_is_announced_then_and_told_on_monday() {
        replicas.forEach(replica -> replica.mortality(0));
        String ticket = logged("P2", Instant.parse("2031-06-06T16:00:00Z"));
        Instant sunday = Instant.parse("2031-06-07T23:00:00Z");
        tell(ticket, EventKind.PRIORITY_CHANGED, sunday, priority("P1"), null);
        atOnce(sunday, 1);
        assertThat(left).hasSize(2).allSatisfy(each -> assertThat(
                        each.announcement().deliverAfter())
                .isEqualTo("2031-06-09T07:00:00Z"));
    }

    @Test
    void a_threshold_passed_long_before_anybody_learned_of_it_is_written_down_and_told_to_nobody() throws SQLException {
        replicas.forEach(replica -> replica.mortality(0));
        String old = unique("OLD");
        take(NINE.plus(Duration.ofDays(3)), fact(old, EventKind.LOGGED, NINE, incident("P1"), null));
        atOnce(NINE.plus(Duration.ofDays(3)), 2);
        assertThat(left).isEmpty();
        assertThat(announced()).isEqualTo(2);
    }

    /** All replicas at once, some times. */
    private int atOnce(Instant time, int times) {
        for (int i = 0; i < times; i++) {
            replicas.parallelStream().forEach(replica -> replica.run(time));
        }
        return times * replicas.size();
    }

    private String logged(String priority, Instant at) {
        String reference = unique("ESC");
        take(at, fact(reference, EventKind.LOGGED, at, incident(priority), null));
        return reference;
    }

    private void tell(String reference, EventKind kind, Instant at, Said said, String reason) {
        take(at, fact(reference, kind, at, said, reason));
    }

    private void take(Instant at, Fact fact) {
        EscalationPlanner planner = planner(at);
        TicketLedger ledger = new TicketLedger(events, rules, new TicketFollowers(List.of(planner)));
        var provenance = new EventRows.Provenance("desk", at, null);
        var sender = new TicketLedger.Sender("demo-2018", partner.code(), PartnerScope.ALL, provenance);
        db.as(PartnerScope.ALL).run(handle -> ledger.take(handle, sender, List.of(fact)));
    }

    private static EscalationPlanner planner(Instant at) {
        return new EscalationPlanner(Clock.fixed(at, ZoneOffset.UTC), Duration.ofHours(24));
    }

    private static Fact fact(String reference, EventKind kind, Instant at, Said said, String reason) {
        return new Fact("demo-2018", reference, kind, at, 0, false, said, Detail.NOTHING, reason, null, null, null);
    }

    private Said incident(String priority) {
        return new Said("INCIDENT", priority, partner.code(), null, null, null);
    }

    private static Said priority(String priority) {
        return new Said(null, priority, null, null, null, null);
    }

    private void judgeAgain() throws SQLException {
        Replanning replanning = new Replanning(db, openTickets, planner(NINE), Clock.fixed(NINE, ZoneOffset.UTC));
        try (Connection all = Database.asTheService("*")) {
            for (int look = 0; look < 300; look++) {
                replanning.catchUp();
                if (Database.number(all, "select count(*) from rule_change where not done") == 0) {
                    return;
                }
                pause(100);
            }
        }
        throw new AssertionError("the change of hours is not through");
    }

    private Map<String, List<Left>> byTicket() {
        return left.stream().collect(groupingBy(each ->
                (String) each.announcement().payload().get("ticket")));
    }

    private long announced() throws SQLException {
        try (Connection all = Database.asTheService("*")) {
            return Database.number(all, "select count(*) from escalation where partner = '" + partner.code() + "'");
        }
    }

    private long ahead() throws SQLException {
        try (Connection all = Database.asTheService("*")) {
            return Database.number(all, "select count(*) from escalation_due where partner = '" + partner.code() + "'");
        }
    }

    /** Version and due instant as they are written down. */
    private String row(String sourceReference) {
        return db.as(PartnerScope.ALL).read(handle -> handle.createQuery(
                        "select version, due_at from ticket where source_reference = :reference")
                .bind("reference", sourceReference)
                .map((row, context) -> row.getLong("version") + " " + Rows.instant(row, "due_at"))
                .one());
    }
}
