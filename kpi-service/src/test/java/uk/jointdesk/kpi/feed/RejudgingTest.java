package uk.jointdesk.kpi.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import uk.jointdesk.kit.db.ScopedDb;
import uk.jointdesk.kit.scope.PartnerScope;
import uk.jointdesk.kpi.feed.domain.Judge;
import uk.jointdesk.kpi.feed.domain.Judgement;
import uk.jointdesk.kpi.feed.domain.Response;
import uk.jointdesk.kpi.feed.domain.TicketRecord;
import uk.jointdesk.kpi.feed.store.Retelling;
import uk.jointdesk.kpi.feed.upstream.Upstream;
import uk.jointdesk.kpi.suite.Ask;
import uk.jointdesk.kpi.suite.DemoRules;
import uk.jointdesk.kpi.suite.Stage;
import uk.jointdesk.kpi.suite.Told;
import uk.jointdesk.testkit.Tokens;

/** When the rules change, everything is judged by them, also what nothing happens to any more. */
@QuarkusTest
class RejudgingTest {

    private static final String JUNE = "/compliance?from=2015-06&to=2015-06&partner=LBB&priority=P1";

    @Inject
    Stage stage;

    @Inject
    ScopedDb db;

    @Inject
    Upstream upstream;

    @AfterEach
    void asBefore() {
        stage.calendars(DemoRules.CALENDARS);
        stage.agreements(DemoRules.AGREEMENTS);
        stage.play(Told.resolved("LBS-J3", "LBS", "P4", "2015-07-08T08:00:00Z", "2015-07-08T09:00:00Z")
                .lines());
    }

    @Test
    void a_holiday_that_becomes_known_late_stops_the_clock_of_tickets_long_resolved() {
        stage.play(Told.resolved("LBB-J1", "LBB", "P1", "2015-06-08T08:00:00Z", "2015-06-08T14:00:00Z")
                .lines());
        assertThat(june()).containsEntry("met", 0).containsEntry("measured", 1);
        stage.calendars(DemoRules.CALENDARS.replace(
                "\"holidays\":[", "\"holidays\":[{\"date\":\"2015-06-08\",\"name\":\"Late\",\"source\":\"test\"},"));
        stage.play(Told.resolved("LBS-J2", "LBS", "P4", "2015-07-06T08:00:00Z", "2015-07-06T09:00:00Z")
                .lines());
        assertThat(june()).containsEntry("met", 1).containsEntry("measured", 1);
    }

    @Test
    void what_stands_after_a_change_is_what_folding_every_ticket_from_its_events_gives() {
        stage.play(varied());
        stage.calendars(DemoRules.CALENDARS.replace(
                "\"holidays\":[", "\"holidays\":[{\"date\":\"2015-10-06\",\"name\":\"Late\",\"source\":\"test\"},"));
        stage.play(Told.resolved("LBS-J4", "LBS", "P4", "2015-07-07T08:00:00Z", "2015-07-07T09:00:00Z")
                .lines());
        assertThatEverythingIsAsFolded();
        stage.play(answered().then("CANCELLED", "2015-10-07T10:00:00Z").lines().subList(2, 3));
    }

    @Test
    void another_target_rewrites_no_ticket_whose_outcome_and_time_used_stay() {
        stage.play(List.of(
                        Told.resolved("RT-SOON", "LBB", "P3", "2015-11-02T08:00:00Z", "2015-11-02T09:00:00Z"),
                        Told.resolved("RT-SOON2", "LBL", "P3", "2015-11-03T08:00:00Z", "2015-11-03T09:00:00Z"),
                        Told.resolved("RT-LATE", "LBB", "P3", "2015-11-02T08:00:00Z", "2015-11-04T12:00:00Z"))
                .stream()
                .flatMap(ticket -> ticket.lines().stream())
                .toList());
        Map<String, String> before = written();
        stage.agreements(DemoRules.AGREEMENTS.replace("\"workingDays\":2", "\"workingDays\":3"));
        stage.play(Told.resolved("LBS-J5", "LBS", "P4", "2015-07-09T08:00:00Z", "2015-07-09T09:00:00Z")
                .lines());
        assertThatEverythingIsAsFolded();
        Map<String, String> after = written();
        assertThat(before)
                .containsEntry("RT-SOON", after.get("RT-SOON"))
                .containsEntry("RT-SOON2", after.get("RT-SOON2"));
        assertThat(before.get("RT-LATE")).isNotEqualTo(after.get("RT-LATE"));
    }

    private void assertThatEverythingIsAsFolded() {
        Judge judge = new Judge(upstream.rules().book());
        db.as(PartnerScope.ALL).run(handle -> {
            Map<String, String> standing = standing(handle);
            assertThat(standing).hasSizeGreaterThan(3);
            Retelling.of(handle, standing.keySet()).forEach((ticket, events) -> assertThat(standing.get(ticket))
                    .as(ticket)
                    .isEqualTo(told(judge.judge(ticket, events).orElseThrow())));
        });
    }

    /** Which transaction wrote each ticket's row. */
    private Map<String, String> written() {
        Map<String, String> written = new HashMap<>();
        db.as(PartnerScope.ALL).run(handle -> handle.createQuery(
                        "select ticket, cast(xmin as text) as by from ticket_fact where ticket like 'RT-%'")
                .map((row, context) -> written.put(row.getString("ticket"), row.getString("by")))
                .list());
        return written;
    }

    /** One ticket for each way in which a life is more than two ends, around the day that becomes a holiday. */
    private static List<String> varied() {
        List<Told> tickets = List.of(
                Told.of("RJ-PLAIN")
                        .logged("LBB", "P1", "2015-10-05T08:00:00Z")
                        .then("RESPONDED", "2015-10-05T08:10:00Z")
                        .then("RESOLVED", "2015-10-06T14:00:00Z"),
                Told.of("RJ-HELD")
                        .logged("LBB", "P2", "2015-10-05T08:00:00Z")
                        .then("ON_HOLD", "2015-10-05T09:00:00Z", "reason", "AWAITING_USER")
                        .then("RESUMED", "2015-10-06T09:00:00Z")
                        .then("RESOLVED", "2015-10-07T09:00:00Z")
                        .then("CLOSED", "2015-10-09T09:00:00Z"),
                Told.of("RJ-REOPENED")
                        .logged("LBL", "P3", "2015-10-05T08:00:00Z")
                        .then("RESOLVED", "2015-10-05T12:00:00Z")
                        .then("REOPENED", "2015-10-06T08:00:00Z")
                        .then("RESOLVED", "2015-10-08T08:00:00Z"),
                Told.of("RJ-RAISED")
                        .logged("LBL", "P3", "2015-10-05T08:00:00Z")
                        .then("PRIORITY_CHANGED", "2015-10-06T08:00:00Z", "priority", "P1")
                        .then("RESOLVED", "2015-10-06T11:00:00Z"),
                Told.of("RJ-HANDED")
                        .logged("LBL", "P2", "2015-10-05T08:00:00Z")
                        .then("PARTNER_CHANGED", "2015-10-06T08:00:00Z", "partner", "LBB")
                        .then("RESOLVED", "2015-10-06T11:00:00Z"),
                answered(),
                Told.of("RJ-GONE")
                        .logged("LBB", "P1", "2015-10-05T08:00:00Z")
                        .then("CANCELLED", "2015-10-06T10:00:00Z"));
        return tickets.stream().flatMap(ticket -> ticket.lines().stream()).toList();
    }

    /** Answered and still open: of it only the events tell. */
    private static Told answered() {
        return Told.of("RJ-OPEN").logged("LBB", "P1", "2015-10-05T08:00:00Z").then("RESPONDED", "2015-10-06T10:00:00Z");
    }

    private static Map<String, String> standing(Handle handle) {
        Map<String, String> standing = new HashMap<>();
        handle.createQuery(
                        "select t.*, r.outcome as answered, r.target_minutes as r_target, r.consumed_millis as r_used,"
                                + " r.agreement as r_agreement, r.calendar_version as r_version"
                                + " from judged_ticket t left join judged_response r on r.ticket = t.ticket")
                .map((row, context) -> standing.put(
                        row.getString("ticket"),
                        List.of(
                                        "" + row.getString("outcome"),
                                        "" + row.getString("target_minutes"),
                                        "" + row.getString("consumed_millis"),
                                        "" + row.getString("agreement"),
                                        "" + row.getString("calendar_version"),
                                        "" + row.getString("answered"),
                                        "" + row.getString("r_target"),
                                        "" + row.getString("r_used"),
                                        "" + row.getString("r_agreement"),
                                        "" + row.getString("r_version"))
                                .toString()))
                .list();
        return standing;
    }

    private static String told(TicketRecord record) {
        Judgement resolution = record.judgement();
        Judgement response = record.response().map(Response::judgement).orElse(null);
        return List.of(
                        "" + resolution.outcome(),
                        "" + resolution.targetMinutes(),
                        "" + resolution.consumedMillis(),
                        "" + resolution.agreement(),
                        "" + resolution.calendarVersion(),
                        "" + (response == null ? null : response.outcome()),
                        "" + (response == null ? null : response.targetMinutes()),
                        "" + (response == null ? null : response.consumedMillis()),
                        "" + (response == null ? null : response.agreement()),
                        "" + (response == null ? null : response.calendarVersion()))
                .toString();
    }

    private static Map<String, Object> june() {
        return Ask.row(Ask.items(Tokens.board(), JUNE), Map.of("partner", "LBB"));
    }
}
