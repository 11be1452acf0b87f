package uk.jointdesk.incident.ticket.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.jointdesk.servicelevel.life.TicketStatus.ASSIGNED;
import static uk.jointdesk.servicelevel.life.TicketStatus.CANCELLED;
import static uk.jointdesk.servicelevel.life.TicketStatus.CLOSED;
import static uk.jointdesk.servicelevel.life.TicketStatus.IN_PROGRESS;
import static uk.jointdesk.servicelevel.life.TicketStatus.MERGED;
import static uk.jointdesk.servicelevel.life.TicketStatus.NEW;
import static uk.jointdesk.servicelevel.life.TicketStatus.ON_HOLD;
import static uk.jointdesk.servicelevel.life.TicketStatus.RESOLVED;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import uk.jointdesk.servicelevel.event.EventKind;
import uk.jointdesk.servicelevel.life.TicketStatus;

class MovesTest {

    private static final Set<TicketStatus> FROM_OPEN =
            EnumSet.of(ASSIGNED, IN_PROGRESS, ON_HOLD, RESOLVED, CANCELLED, MERGED);

    /** The whole table, written down a second time. */
    private static final Map<TicketStatus, Set<TicketStatus>> ALLOWED = Map.of(
            NEW, FROM_OPEN,
            ASSIGNED, FROM_OPEN,
            IN_PROGRESS, EnumSet.of(ON_HOLD, RESOLVED, CANCELLED, MERGED),
            ON_HOLD, EnumSet.of(IN_PROGRESS, ON_HOLD, RESOLVED, CANCELLED, MERGED),
            RESOLVED, EnumSet.of(IN_PROGRESS, CLOSED),
            CLOSED, Set.of(),
            CANCELLED, Set.of(),
            MERGED, Set.of());

    @Test
    void every_pair_of_statuses_is_allowed_or_not_as_the_table_says() {
        for (TicketStatus from : TicketStatus.values()) {
            for (TicketStatus to : TicketStatus.values()) {
                assertThat(Moves.between(from, to).isPresent())
                        .as(from + " to " + to)
                        .isEqualTo(ALLOWED.get(from).contains(to));
            }
        }
    }

    /** The moves that leave the status, or lead where other events say: the rest of the table. */
    private static final Map<Moves, Set<TicketStatus>> ELSEWHERE = Map.of(
            Moves.TRIAGE, EnumSet.of(NEW),
            Moves.TRANSFER, EnumSet.of(NEW, ASSIGNED, IN_PROGRESS, ON_HOLD),
            Moves.SPLIT, EnumSet.of(NEW, ASSIGNED, IN_PROGRESS, ON_HOLD),
            Moves.CORRECT, EnumSet.allOf(TicketStatus.class));

    @Test
    void every_move_is_allowed_from_just_the_statuses_of_the_table() {
        for (Moves move : Moves.values()) {
            for (TicketStatus from : TicketStatus.values()) {
                boolean allowed = move.to()
                        .map(to -> Moves.between(from, to).stream().anyMatch(move::equals))
                        .orElseGet(() -> ELSEWHERE.get(move).contains(from));
                assertThat(move.allowedFrom(from)).as(move + " from " + from).isEqualTo(allowed);
            }
        }
    }

    @Test
    void a_move_that_leads_nowhere_else_leaves_the_status() {
        for (Moves move : List.of(Moves.TRIAGE, Moves.TRANSFER, Moves.SPLIT)) {
            for (TicketStatus from : ELSEWHERE.get(move)) {
                assertThat(statusAfter(from, move.event()))
                        .as(move + " from " + from)
                        .isEqualTo(from);
            }
        }
    }

    @Test
    void every_move_leads_where_it_says() {
        for (TicketStatus from : TicketStatus.values()) {
            for (TicketStatus to : ALLOWED.get(from)) {
                EventKind event = Moves.between(from, to).orElseThrow().event();
                assertThat(statusAfter(from, event)).as(from + " to " + to).isEqualTo(to);
            }
        }
    }

    @Test
    void a_ticket_on_hold_since_it_was_new_goes_on_in_progress() {
        assertThat(statusAfter(
                        ON_HOLD,
                        Moves.between(ON_HOLD, IN_PROGRESS).orElseThrow().event()))
                .isEqualTo(IN_PROGRESS);
    }

    private static TicketStatus statusAfter(TicketStatus from, EventKind event) {
        Map<TicketStatus, List<EventKind>> ways = Map.of(
                NEW, List.of(),
                ASSIGNED, List.of(EventKind.ASSIGNED),
                IN_PROGRESS, List.of(EventKind.STARTED),
                ON_HOLD, List.of(EventKind.ON_HOLD),
                RESOLVED, List.of(EventKind.RESOLVED));
        Ticket.Identity ticket = new Ticket.Identity("LBL-0000001", null, null);
        Instant at = Instant.parse("2021-06-07T08:00:00Z");
        List<EventKind> kinds = new java.util.ArrayList<>(List.of(EventKind.LOGGED));
        kinds.addAll(ways.get(from));
        kinds.add(event);
        List<Fact> facts = new java.util.ArrayList<>();
        for (EventKind kind : kinds) {
            facts.add(Fact.here(
                    ticket,
                    facts.size(),
                    kind,
                    at,
                    Said.NOTHING,
                    Detail.NOTHING,
                    kind == EventKind.ON_HOLD ? "OTHER" : null,
                    null));
        }
        return History.of(facts).life().status();
    }
}
