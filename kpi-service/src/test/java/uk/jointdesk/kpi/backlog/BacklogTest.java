package uk.jointdesk.kpi.backlog;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.jointdesk.kpi.suite.Ask;
import uk.jointdesk.kpi.suite.Autumn2018;
import uk.jointdesk.kpi.suite.Spring2024;
import uk.jointdesk.testkit.Tokens;

@QuarkusTest
class BacklogTest {

    @Inject
    Autumn2018 autumn;

    @Inject
    Spring2024 spring;

    @BeforeEach
    void play() {
        autumn.play();
    }

    @Test
    void at_the_end_of_the_year_the_backlog_is_what_the_volumes_say_is_left() {
        var all = Ask.row(Ask.items(Tokens.board(), "/backlog?at=2018-12-31"), Map.of("partner", "ALL"));
        assertThat(all)
                .containsEntry("open", 3)
                .containsEntry("untriaged", 2)
                .containsEntry("onHold", List.of(Map.of("reason", "AWAITING_USER", "count", 1)))
                .containsEntry("openOver30Days", 1)
                .containsEntry("openOver30DaysRatio", Map.of("numerator", 1, "denominator", 3, "percent", "33.33"));
    }

    @Test
    void the_state_is_that_of_the_moment_and_not_of_today() {
        var then = Ask.items(Tokens.board(), "/backlog?at=2018-12-18T08:45:00Z");
        assertThat(Ask.row(then, Map.of("partner", "LBB")))
                .containsEntry("open", 2)
                .containsEntry("untriaged", 1)
                .containsEntry("onHold", List.of());
        var earlier = Ask.items(Tokens.board(), "/backlog?at=2018-11-19");
        assertThat(Ask.row(earlier, Map.of("partner", "LBS"))).containsEntry("open", 2);
        assertThat(Ask.row(Ask.items(Tokens.board(), "/backlog?at=2018-11-20"), Map.of("partner", "LBS")))
                .containsEntry("open", 1);
    }

    @Test
    void what_happens_at_midnight_belongs_to_the_next_day_and_at_an_instant_has_happened() {
        assertThat(Ask.row(Ask.items(Tokens.board(), "/backlog?at=2019-01-01T00:00:00Z"), Map.of("partner", "LBB")))
                .containsEntry("open", 3);
        assertThat(Ask.row(Ask.items(Tokens.board(), "/backlog?at=2018-12-31"), Map.of("partner", "LBB")))
                .containsEntry("open", 2);
    }

    @Test
    void thirty_days_are_counted_from_the_logging() {
        var row = Ask.items(
                Tokens.board(), "/backlog?at=2018-12-01T09:00:00.000Z&partner=LBB&priority=P4&queue=Service%20Desk");
        assertThat(row).singleElement().satisfies(lbb -> assertThat(lbb).containsEntry("openOver30Days", 0));
        var later = Ask.items(Tokens.board(), "/backlog?at=2018-12-01T09:00:00.001Z&partner=LBB&priority=P4");
        assertThat(later).singleElement().satisfies(lbb -> assertThat(lbb).containsEntry("openOver30Days", 1));
    }

    @Test
    void tickets_open_over_30_days_are_judged_by_the_levels_of_the_day() {
        spring.play();
        String open = "/backlog?partner=DEMO" + Spring2024.QUEUES + "&at=";
        var june = Ask.items(Tokens.board(), open + "2024-06-30").get(0);
        assertThat(june)
                .containsEntry("open", 10)
                .containsEntry("active", 10)
                .containsEntry("openOver30Days", 1)
                .containsEntry(
                        "openOver30DaysLevel",
                        Map.of("targetPercent", "10.00", "minimumPercent", "15.00", "rag", "GREEN"))
                .containsEntry("oldest", Map.of("loggedAt", "2024-05-01T09:00:00Z", "ageDays", 60));
        var july = Ask.items(Tokens.board(), open + "2024-07-31").get(0);
        assertThat((Map<?, ?>) july.get("openOver30DaysLevel"))
                .extracting("rag")
                .isEqualTo("RED");
        var none = Ask.items(Tokens.board(), open + "2024-04-30").get(0);
        assertThat((Map<?, ?>) none.get("openOver30DaysLevel"))
                .extracting("rag")
                .isEqualTo("NO_DATA");
        assertThat(none).doesNotContainKey("oldest");
    }

    @Test
    void the_oldest_ticket_of_all_is_the_oldest_of_any_partner() {
        var rows = Ask.items(Tokens.board(), "/backlog?at=2018-12-31");
        var oldest = rows.stream()
                .filter(row -> !"ALL".equals(row.get("partner")) && row.get("oldest") != null)
                .map(row -> (String) ((Map<?, ?>) row.get("oldest")).get("loggedAt"))
                .min(String::compareTo)
                .orElseThrow();
        assertThat((Map<?, ?>) Ask.row(rows, Map.of("partner", "ALL")).get("oldest"))
                .extracting("loggedAt")
                .isEqualTo(oldest);
    }

    @Test
    void two_moments_stand_beside_each_other() {
        spring.play();
        var comparison = Ask.json(
                        Tokens.board(), "/backlog?partner=DEMO&at=2024-06-30&compareAt=2024-05-31" + Spring2024.QUEUES)
                .getMap("comparison");
        assertThat(comparison.get("previous")).extracting("at").isEqualTo("2024-05-31");
        var figures = (List<?>) ((Map<?, ?>) ((List<?>) comparison.get("items")).get(0)).get("figures");
        assertThat(figures)
                .filteredOn("figure", "open")
                .singleElement()
                .extracting("current.value", "previous.value", "differencePrinted")
                .containsExactly("10", "1", "9");
        assertThat(figures)
                .filteredOn("figure", "openOver30DaysRatio")
                .singleElement()
                .extracting("current.value", "previous.value", "differencePrinted")
                .containsExactly("10.00", "100.00", "-90.00");
    }

    @Test
    void an_empty_backlog_has_no_ratio() {
        var row = Ask.row(Ask.items(Tokens.board(), "/backlog?at=2018-12-31"), Map.of("partner", "LBL"));
        assertThat((Map<?, ?>) row.get("openOver30DaysRatio"))
                .extracting("numerator", "denominator", "percent")
                .containsExactly(0, 0, null);
    }
}
