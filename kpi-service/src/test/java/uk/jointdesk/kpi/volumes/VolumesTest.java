package uk.jointdesk.kpi.volumes;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.jointdesk.kpi.suite.Ask;
import uk.jointdesk.kpi.suite.Autumn2018;
import uk.jointdesk.testkit.Tokens;

@QuarkusTest
class VolumesTest {

    private static final String Q4 = "/volumes?from=2018-10&to=2018-12";

    @Inject
    Autumn2018 autumn;

    @BeforeEach
    void play() {
        autumn.play();
    }

    @Test
    void a_quarter_shows_what_came_what_went_and_what_is_left() {
        var quarter = Ask.row(
                Ask.items(Tokens.board(), Q4 + "&periodicity=QUARTER"), Map.of("partner", "ALL", "period", "2018-Q4"));
        assertThat(quarter)
                .containsEntry("openAtStart", 1)
                .containsEntry("logged", 100)
                .containsEntry("resolved", 96)
                .containsEntry("resolutions", 97)
                .containsEntry("reopened", 1)
                .containsEntry("cancelled", 1)
                .containsEntry("merged", 1)
                .containsEntry("closed", 1)
                .containsEntry("openAtEnd", 3);
    }

    @Test
    void open_tickets_are_carried_from_month_to_month() {
        var items = Ask.items(Tokens.board(), Q4 + "&partner=LBB");
        assertThat(items).extracting("openAtStart").containsExactly(0, 0, 3);
        assertThat(items).extracting("openAtEnd").containsExactly(0, 3, 2);
    }

    @Test
    void a_ticket_handed_over_leaves_one_partner_and_comes_to_the_other() {
        var items = Ask.items(Tokens.board(), Q4 + "&priority=P4&periodicity=WHOLE");
        assertThat(Ask.row(items, Map.of("partner", "LBS"))).containsEntry("transferredOut", 1);
        assertThat(Ask.row(items, Map.of("partner", "LBB"))).containsEntry("transferredIn", 1);
        assertThat(Ask.row(items, Map.of("partner", "ALL")))
                .containsEntry("transferredIn", 1)
                .containsEntry("transferredOut", 1);
    }

    @Test
    void of_every_row_what_came_in_is_what_went_out_and_what_is_left() {
        for (String groupBy : List.of("partner,period", "priority,partner,period", "type,queue,partner", "period")) {
            var rows = Ask.items(Tokens.board(), Q4 + "&groupBy=" + groupBy);
            assertThat(rows).isNotEmpty();
            rows.forEach(row -> assertThat(sum(row, "openAtStart", "logged", "reopened", "transferredIn"))
                    .as("%s", row)
                    .isEqualTo(sum(row, "resolutions", "cancelled", "merged", "transferredOut", "openAtEnd")));
        }
    }

    @Test
    void partners_and_unattributed_add_up_to_all() {
        var rows = Ask.items(Tokens.board(), Q4);
        for (String field : List.of("logged", "resolved", "closed", "cancelled", "reopened", "openAtEnd")) {
            long all = rows.stream()
                    .filter(row -> row.get("partner").equals("ALL"))
                    .mapToLong(row -> sum(row, field))
                    .sum();
            long parts = rows.stream()
                    .filter(row -> !row.get("partner").equals("ALL"))
                    .mapToLong(row -> sum(row, field))
                    .sum();
            assertThat(parts).as(field).isEqualTo(all).isPositive();
        }
    }

    @Test
    void every_partner_has_its_row_from_the_day_it_joined() {
        assertThat(Ask.items(Tokens.board(), Q4 + "&groupBy=partner"))
                .extracting("partner")
                .containsExactly("DEMO", "LBB", "LBL", "LBS", "UNATTRIBUTED", "ALL");
        assertThat(Ask.items(Tokens.board(), "/volumes?from=2017-09&to=2017-10&groupBy=partner"))
                .extracting("partner")
                .doesNotContain("LBS");
    }

    @Test
    void a_period_of_three_months_is_compared_with_one_of_two_by_the_month() {
        var comparison = Ask.json(
                        Tokens.board(), Q4 + "&groupBy=partner,period&compareFrom=2018-09&compareTo=2018-10-15")
                .getMap("comparison");
        assertThat(comparison.get("current")).extracting("days", "months").containsExactly(92, "3.00");
        assertThat(comparison.get("previous")).extracting("days", "months").containsExactly(45, "1.48");
        assertThat((String) comparison.get("rounding")).contains("HALF_UP");
        var all = ((List<?>) comparison.get("items"))
                .stream()
                        .map(Map.class::cast)
                        .filter(row -> "ALL".equals(row.get("partner")))
                        .findFirst()
                        .orElseThrow();
        var logged = ((List<?>) all.get("figures"))
                .stream()
                        .map(Map.class::cast)
                        .filter(figure -> "logged".equals(figure.get("figure")))
                        .findFirst()
                        .orElseThrow();
        // 100 in three months; in September and half of October one and 41.
        assertThat(logged.get("current")).isEqualTo(Map.of("value", "100", "perMonth", "33.33"));
        assertThat(logged.get("previous")).isEqualTo(Map.of("value", "42", "perMonth", "28.30"));
        assertThat(logged.get("difference")).isEqualTo(Map.of("numerator", "58", "denominator", "1"));
    }

    @Test
    void without_a_period_to_compare_with_there_is_no_comparison() {
        assertThat(Ask.json(Tokens.board(), Q4).getMap("")).doesNotContainKey("comparison");
    }

    private static long sum(Map<String, Object> row, String... fields) {
        return Arrays.stream(fields)
                .mapToLong(field -> ((Number) row.get(field)).longValue())
                .sum();
    }
}
