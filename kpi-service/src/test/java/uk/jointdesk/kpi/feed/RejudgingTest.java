package uk.jointdesk.kpi.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
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

    @AfterEach
    void asBefore() {
        stage.calendars(DemoRules.CALENDARS);
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

    private static Map<String, Object> june() {
        return Ask.row(Ask.items(Tokens.board(), JUNE), Map.of("partner", "LBB"));
    }
}
