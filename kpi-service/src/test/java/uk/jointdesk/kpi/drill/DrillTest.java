package uk.jointdesk.kpi.drill;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.jointdesk.kpi.suite.Ask;
import uk.jointdesk.kpi.suite.Autumn2018;
import uk.jointdesk.testkit.Tokens;

@QuarkusTest
class DrillTest {

    private static final String MONTHS = "from=2018-10&to=2018-12";

    @Inject
    Autumn2018 autumn;

    @BeforeEach
    void play() {
        autumn.play();
    }

    @Test
    void behind_every_compliance_figure_are_exactly_its_tickets() {
        var cells = Ask.items(Tokens.board(), "/compliance?periodicity=QUARTER&" + MONTHS);
        for (Map<String, Object> cell : cells) {
            assertThat(drilled("met", cell)).as("met of %s", cell).hasSize((int) cell.get("met"));
            assertThat(drilled("measured", cell)).as("measured of %s", cell).hasSize((int) cell.get("measured"));
            int excluded = ((List<?>) cell.get("excluded"))
                    .stream()
                            .mapToInt(reason -> (int) ((Map<?, ?>) reason).get("count"))
                            .sum();
            assertThat(drilled("excluded", cell)).as("excluded of %s", cell).hasSize(excluded);
        }
    }

    @Test
    void behind_every_volume_are_exactly_its_tickets() {
        var rows = Ask.items(Tokens.board(), "/volumes?periodicity=QUARTER&" + MONTHS);
        for (Map<String, Object> row : rows) {
            for (String figure : List.of(
                    "openAtStart",
                    "logged",
                    "resolved",
                    "closed",
                    "cancelled",
                    "merged",
                    "reopened",
                    "resolutions",
                    "transferredIn",
                    "transferredOut",
                    "openAtEnd")) {
                assertThat(drilled(figure, row)).as("%s of %s", figure, row).hasSize((int) row.get(figure));
            }
        }
    }

    @Test
    void behind_every_backlog_figure_are_exactly_its_tickets() {
        for (Map<String, Object> row : Ask.items(Tokens.board(), "/backlog?at=2018-12-31")) {
            String of = "&at=2018-12-31&partner=" + row.get("partner");
            assertThat(all("set=open" + of)).hasSize((int) row.get("open"));
            assertThat(all("set=untriaged" + of)).hasSize((int) row.get("untriaged"));
            assertThat(all("set=openOver30Days" + of)).hasSize((int) row.get("openOver30Days"));
            assertThat(all("set=onHold&reason=AWAITING_USER" + of)).hasSize(((List<?>) row.get("onHold")).size());
        }
    }

    @Test
    void behind_every_figure_of_the_response_and_of_reopenings_are_exactly_its_tickets() {
        for (Map<String, Object> row :
                Ask.items(Tokens.board(), "/compliance?metric=RESPONSE&periodicity=QUARTER&" + MONTHS)) {
            assertThat(drilled("met&metric=RESPONSE", row)).as("%s", row).hasSize((int) row.get("met"));
            assertThat(drilled("measured&metric=RESPONSE", row)).as("%s", row).hasSize((int) row.get("measured"));
        }
        for (Map<String, Object> row : Ask.items(Tokens.board(), "/reopens?periodicity=QUARTER&" + MONTHS)) {
            for (String figure : List.of("resolved", "reopenedBefore", "resolutions", "undone")) {
                assertThat(drilled(figure, row)).as("%s of %s", figure, row).hasSize((int) row.get(figure));
            }
        }
    }

    @Test
    void a_ticket_says_why_it_counts_as_it_does() {
        assertThat(all("set=measured&" + MONTHS + "&partner=LBL&priority=P3"))
                .satisfiesExactly(
                        first -> assertThat(first)
                                .containsEntry("reference", "LH-1001")
                                .containsEntry("outcome", "MET")
                                .containsEntry("targetMinutes", 1200)
                                .containsEntry("consumedMinutes", 60)
                                .containsEntry("agreement", Map.of("code", "IAA", "version", "1"))
                                .containsEntry("calendar", Map.of("code", "STD", "version", "2015-01-01"))
                                .containsEntry("source", Map.of("system", "hornbill", "reference", "IN-LH-1001")),
                        second -> assertThat(second).containsEntry("outcome", "BREACHED"));
        assertThat(all("set=excluded&" + MONTHS + "&partner=LBS"))
                .singleElement()
                .satisfies(ticket -> assertThat(ticket).containsEntry("excludedBecause", "NO_TARGET"));
    }

    @Test
    void a_long_list_comes_in_pages_without_gap_or_repetition() {
        List<Object> references = new ArrayList<>();
        String cursor = "";
        do {
            var page = Ask.json(Tokens.board(), "/drill?set=logged&" + MONTHS + "&partner=LBL&limit=7" + cursor);
            references.addAll(page.getList("items.reference"));
            cursor = page.getString("next") == null ? null : "&cursor=" + page.getString("next");
        } while (cursor != null);
        assertThat(references).hasSize(88).doesNotHaveDuplicates();
    }

    private static List<Map<String, Object>> drilled(String set, Map<String, Object> cell) {
        String priority = cell.containsKey("priority") ? "&priority=" + cell.get("priority") : "";
        return all("set=%s&from=%s&to=%s&partner=%s%s"
                .formatted(set, cell.get("from"), cell.get("to"), cell.get("partner"), priority));
    }

    private static List<Map<String, Object>> all(String query) {
        return Ask.items(Tokens.board(), "/drill?limit=500&" + query);
    }
}
