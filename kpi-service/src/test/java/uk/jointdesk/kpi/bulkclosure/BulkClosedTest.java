package uk.jointdesk.kpi.bulkclosure;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.jointdesk.kpi.suite.Ask;
import uk.jointdesk.kpi.suite.Stage;
import uk.jointdesk.kpi.suite.Told;
import uk.jointdesk.testkit.Tokens;

/** What a desk gave up in bulk counts in the month it was given up in, and is said beside the figures it skews. */
@QuarkusTest
class BulkClosedTest {

    private static final String QUEUE = "&queue=Attic";
    private static final String SEPTEMBER = "?from=2016-09&to=2016-09" + QUEUE;
    private static boolean played;

    @Inject
    Stage stage;

    @BeforeEach
    synchronized void play() {
        if (played) {
            return;
        }
        played = true;
        List<String> lines = new ArrayList<>();
        lines.addAll(
                logged("BLK-1", "LBL").then("RESOLVED", "2016-09-06T09:00:00Z").lines());
        lines.addAll(closed("BLK-2", "LBL").lines());
        lines.addAll(closed("BLK-3", "LBL").lines());
        lines.addAll(closed("BLK-4", "LBB").lines());
        // Given up and taken up again: its own resolution is what counts now.
        lines.addAll(closed("BLK-5", "LBL")
                .then("REOPENED", "2016-09-21T09:00:00Z")
                .then("RESOLVED", "2016-09-22T09:00:00Z")
                .lines());
        // The closure was a mistake and was undone by correction.
        lines.addAll(closed("BLK-6", "LBL")
                .then("CORRECTED", "2016-09-21T09:00:00Z", "supersedes", "BLK-6-2", "bulkClosure", "closure-1")
                .then("CORRECTED", "2016-09-21T09:00:00Z", "supersedes", "BLK-6-1", "bulkClosure", "closure-1")
                .then("CANCELLED", "2016-10-03T09:00:00Z")
                .lines());
        stage.play(lines);
    }

    @Test
    void beside_compliance_and_volumes_stands_how_many_of_them_were_closed_in_bulk() {
        var lewisham = Ask.row(items("/volumes" + SEPTEMBER), Map.of("partner", "LBL"));
        assertThat(lewisham).containsEntry("resolved", 4).containsEntry("bulkClosed", 2);
        var all = Ask.row(items("/volumes" + SEPTEMBER), Map.of("partner", "ALL"));
        assertThat(all).containsEntry("resolved", 5).containsEntry("bulkClosed", 3);
        var october = Ask.row(items("/volumes" + SEPTEMBER.replace("2016-09", "2016-10")), Map.of("partner", "ALL"));
        assertThat(october).containsEntry("bulkClosed", 0);
        var compliance = items("/compliance" + SEPTEMBER + "&groupBy=partner");
        assertThat(Ask.row(compliance, Map.of("partner", "LBL")))
                .containsEntry("measured", 4)
                .containsEntry("bulkClosed", 2);
    }

    @Test
    void beside_the_backlog_stands_how_many_left_it_in_bulk_in_the_month_so_far() {
        assertThat(backlog("2016-09-30")).containsEntry("open", 1).containsEntry("bulkClosed", 2);
        assertThat(backlog("2016-09-19")).containsEntry("bulkClosed", 0);
        assertThat(backlog("2016-10-31")).containsEntry("bulkClosed", 0);
    }

    @Test
    void a_council_is_told_of_its_own_and_of_nobody_elses() {
        var own = Ask.items(Tokens.borough("LBB"), "/volumes" + SEPTEMBER);
        assertThat(own).extracting("partner").containsOnly("LBB");
        assertThat(own).extracting("bulkClosed").containsOnly(1);
    }

    @Test
    void responses_are_not_skewed_by_it_and_say_nothing_of_it() {
        assertThat(items("/compliance" + SEPTEMBER + "&metric=RESPONSE"))
                .allSatisfy(row -> assertThat(row).doesNotContainKey("bulkClosed"));
    }

    private static Told logged(String ticket, String partner) {
        return Told.of(ticket).logged(partner, "P3", "2016-09-05T09:00:00Z", "Attic", "STS", null);
    }

    private static Told closed(String ticket, String partner) {
        return logged(ticket, partner)
                .then("RESOLVED", "2016-09-20T09:00:00Z", "bulkClosure", "closure-1")
                .then("CLOSED", "2016-09-20T09:00:00Z", "bulkClosure", "closure-1");
    }

    private static Map<String, Object> backlog(String day) {
        return Ask.row(items("/backlog?at=" + day + QUEUE), Map.of("partner", "LBL"));
    }

    private static List<Map<String, Object>> items(String path) {
        return Ask.items(Tokens.board(), path);
    }
}
