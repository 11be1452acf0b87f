package uk.jointdesk.incident.intake.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.jointdesk.incident.intake.domain.IntakeSource;
import uk.jointdesk.incident.intake.domain.RowRefused;
import uk.jointdesk.incident.ticket.domain.Fact;
import uk.jointdesk.incident.ticket.domain.History;
import uk.jointdesk.servicelevel.event.EventKind;
import uk.jointdesk.servicelevel.life.TicketStatus;

/** A request as a Hornbill report shows it, and what that says about its life. */
class HornbillReportTest {

    private static final IntakeSource LEWISHAM = new IntakeSource("hornbill-lbl", "hornbill-lbl", "LBL");
    private static final String HEADER = "Reference,Type,Status,Priority,Team,Logged,Resolved,Closed,Last Modified";
    private static final String OPEN =
            "IN0042117,Incident,status.open,P2,Service Desk,2025-03-31 08:59:40,,,2025-03-31 10:12:05";

    @Test
    void a_closed_request_tells_when_it_was_logged_resolved_and_closed() throws RowRefused {
        List<Fact> facts =
                read("IN0042117,Incident,status.closed,P2,Service Desk,2025-03-31 08:59:40,2025-03-31 14:20:00,"
                        + "2025-04-02 09:00:00,2025-04-02 09:00:01");
        assertThat(facts)
                .extracting(Fact::kind)
                .containsExactly(EventKind.LOGGED, EventKind.RESOLVED, EventKind.CLOSED);
        assertThat(facts)
                .extracting(Fact::at)
                .containsExactly(
                        Instant.parse("2025-03-31T08:59:40Z"),
                        Instant.parse("2025-03-31T14:20:00Z"),
                        Instant.parse("2025-04-02T09:00:00Z"));
        Fact logged = facts.get(0);
        assertThat(logged.reference()).isEqualTo("IN0042117");
        assertThat(logged.said().type()).isEqualTo("INCIDENT");
        assertThat(logged.said().priority()).isEqualTo("P2");
        assertThat(logged.said().partner()).isEqualTo("LBL");
        assertThat(logged.said().queue()).isEqualTo("Service Desk");
    }

    @Test
    void of_two_rows_the_later_modified_one_says_how_the_request_is_in_whatever_order_they_come() throws RowRefused {
        String raised = OPEN.replace(",P2,", ",P1,").replace("10:12:05", "11:00:00");
        for (List<String> order : List.of(List.of(OPEN, raised), List.of(raised, OPEN))) {
            List<Fact> facts = new ArrayList<>();
            for (String row : order) {
                facts.addAll(read(row));
            }
            History history = History.of(facts);
            assertThat(history.life().attributes().priority()).isEqualTo("P1");
            assertThat(history.life().loggedAt()).contains(Instant.parse("2025-03-31T08:59:40Z"));
        }
    }

    @Test
    void a_hold_and_a_reopening_are_known_from_the_row_that_shows_them() throws RowRefused {
        List<Fact> facts = new ArrayList<>(read(OPEN));
        facts.addAll(read(OPEN.replace("status.open", "status.onHold").replace("10:12:05", "10:30:00")));
        assertThat(History.of(facts).life().status()).isEqualTo(TicketStatus.ON_HOLD);
        facts.addAll(read("IN0042117,Incident,status.resolved,P2,Service Desk,2025-03-31 08:59:40,2025-03-31 14:20:00,,"
                + "2025-03-31 14:20:01"));
        assertThat(History.of(facts).life().status()).isEqualTo(TicketStatus.RESOLVED);
        facts.addAll(read(OPEN.replace("10:12:05", "15:00:00")));
        assertThat(History.of(facts).life().status()).isEqualTo(TicketStatus.IN_PROGRESS);
        assertThat(History.of(facts).life().reopenCount()).isEqualTo(1);
    }

    @Test
    void the_same_row_again_tells_nothing_new_and_the_databases_names_mean_the_same() throws RowRefused {
        String raw = "h_pk_reference,h_requesttype,h_status,h_fk_priorityname,h_fk_team_name,h_datelogged,"
                + "h_dateresolved,h_dateclosed,h_datelastmodified";
        List<String> again = RowFormat.HORNBILL_REPORT.reader(LEWISHAM, raw).read(OPEN).stream()
                .map(Fact::id)
                .toList();
        assertThat(read(OPEN)).extracting(Fact::id).containsExactlyElementsOf(again);
    }

    @ParameterizedTest
    @CsvSource({
        "status.new, LOGGED",
        "New, LOGGED",
        "Open, STARTED",
        "On Hold, ON_HOLD",
        "Resolved, RESOLVED",
        "status.cancelled, CANCELLED",
        "Canceled, CANCELLED"
    })
    void a_status_is_read_in_either_of_its_forms(String status, EventKind last) throws RowRefused {
        List<Fact> facts = read(OPEN.replace("status.open", status));
        assertThat(facts.get(facts.size() - 1).kind()).isEqualTo(last);
    }

    @ParameterizedTest
    @CsvSource({
        "Incident, Problem, type-not-a-ticket, /Type",
        "status.open, status.asleep, status-unknown, /Status",
        "P2, Urgent, priority-unknown, /Priority",
        "2025-03-31 08:59:40, 31/03/2025 08:59, time-invalid, /Logged",
        "2025-03-31 10:12:05, , field-missing, /Last Modified",
        "IN0042117, , field-missing, /Reference"
    })
    void a_bad_row_is_refused_by_name(String good, String bad, String code, String pointer) {
        try {
            throw new AssertionError("taken: " + read(OPEN.replace(good, bad == null ? "" : bad)));
        } catch (RowRefused refused) {
            assertThat(refused.code()).isEqualTo(code);
            assertThat(refused.pointer()).isEqualTo(pointer);
        }
    }

    private static List<Fact> read(String row) throws RowRefused {
        return RowFormat.HORNBILL_REPORT.reader(LEWISHAM, HEADER).read(row);
    }
}
