package uk.jointdesk.kpi.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.jointdesk.kpi.suite.Ask;
import uk.jointdesk.testkit.Tokens;

@QuarkusTest
class TrendsTest {

    private static final String P3 = "/trends?from=2017-01&to=2017-12&priority=P3";

    @Inject
    Year2017 year;

    @BeforeEach
    void play() {
        year.play();
    }

    @Test
    void a_series_has_its_values_with_what_they_are_made_of() {
        var points = points(row("LBB", P3));
        assertThat(points).extracting("period").startsWith("2017-01").endsWith("2017-12");
        assertThat(points.get(11))
                .containsEntry("value", "84.00")
                .containsEntry("numerator", 21)
                .containsEntry("denominator", 25)
                .containsEntry("n", 25)
                .containsEntry("smallNumber", false);
        assertThat(points.get(11).get("interval")).isEqualTo(Map.of("low", "65.35", "high", "93.60"));
    }

    @Test
    void limits_are_those_of_an_xmr_chart_and_what_lies_outside_is_a_signal() {
        var brent = row("LBB", P3);
        assertThat(brent.get("limits"))
                .isEqualTo(Map.of(
                        "mean",
                        "93.33",
                        "meanMovingRange",
                        "1.45",
                        "lower",
                        "89.46",
                        "upper",
                        "97.20",
                        "points",
                        12,
                        "provisional",
                        false));
        var beyond = points(brent).stream()
                .filter(point -> ((List<?>) point.get("signals")).contains("BEYOND_LIMITS"))
                .toList();
        assertThat(beyond).extracting("period").containsExactly("2017-01", "2017-02", "2017-10", "2017-11", "2017-12");
    }

    @Test
    void a_green_figure_heading_for_its_target_is_warned_of_by_a_stated_rule() {
        assertThat(row("LBB", P3))
                .containsEntry("slope", "-1.33")
                .containsEntry("slopePeriods", 12)
                .containsEntry("targetPercent", "80.00")
                .containsEntry("periodsToTarget", 4)
                .containsEntry("monthsToTarget", 4)
                .containsEntry("earlyWarning", true);
        assertThat(row("LBL", P3)).containsEntry("earlyWarning", false).containsEntry("slope", "0.00");
        assertThat(Ask.json(Tokens.board(), P3).getString("definition.text"))
                .contains("2.66", "Wheeler", "Theil-Sen", "Wilson", "At or above the target");
    }

    @Test
    void six_tickets_are_called_a_small_number_and_the_year_says_more() {
        var march = points(row("LBL", P3)).get(2);
        assertThat(march).containsEntry("smallNumber", true).containsEntry("n", 6);
        assertThat(march.get("interval")).isEqualTo(Map.of("low", "60.97", "high", "100.00"));
        var december = points(row("LBL", P3)).get(11);
        assertThat(december.get("rolling12Months"))
                .isEqualTo(Map.of(
                        "from",
                        "2017-01-01",
                        "to",
                        "2017-12-31",
                        "value",
                        "100.00",
                        "numerator",
                        96,
                        "denominator",
                        96));
    }

    @Test
    void volumes_have_limits_too_and_a_month_out_of_the_usual_is_a_signal() {
        var lewisham = row("LBL", P3 + "&measure=volumes");
        assertThat(lewisham).containsEntry("unit", "TICKETS").doesNotContainKeys("targetPercent", "periodsToTarget");
        assertThat(points(lewisham)).extracting("value").startsWith("6", "6").endsWith("30");
        assertThat(points(lewisham).get(11).get("signals")).isEqualTo(List.of("BEYOND_LIMITS"));
    }

    @Test
    void a_stock_has_no_rolling_sum() {
        assertThat(points(row("LBB", P3 + "&measure=backlog")))
                .allSatisfy(point -> assertThat(point).doesNotContainKey("rolling12Months"));
    }

    @Test
    void a_month_cut_short_is_shown_and_counts_for_nothing() {
        var cut = row("LBB", "/trends?from=2017-01&to=2017-12-15&priority=P3");
        assertThat(points(cut).get(11)).containsEntry("partial", true).containsEntry("value", "100.00");
        assertThat(cut).containsEntry("slopePeriods", 11);
        assertThat(((Map<?, ?>) cut.get("limits")).get("points")).isEqualTo(11);
    }

    @Test
    void every_point_leads_to_the_tickets_it_counts() {
        for (String measure : List.of("compliance", "volumes", "resolved", "backlog")) {
            for (Map<String, Object> point : points(row("LBL", P3 + "&measure=" + measure))) {
                String drill = point.get("drill").toString().replace("/api/v1/performance", "") + "&limit=500";
                assertThat(Ask.items(Tokens.board(), drill)).as(drill).hasSize((Integer) point.get("numerator"));
            }
        }
    }

    @Test
    void a_borough_gets_its_own_series_and_nobody_elses() {
        assertThat(Ask.items(Tokens.borough("LBL"), P3)).extracting("partner").containsExactly("LBL");
        assertThat(Ask.items(Tokens.borough("LBL"), P3)).containsExactly(row("LBL", P3));
        assertThat(Ask.items(Tokens.borough("LBL"), P3 + "&partner=LBB")).isEmpty();
        assertThat(Ask.items(Tokens.borough("LBL"), P3 + "&groupBy=none"))
                .singleElement()
                .satisfies(row -> assertThat(points(row).get(11)).containsEntry("numerator", 30));
    }

    @Test
    void what_cannot_be_read_is_refused_by_name() {
        var refused = Ask.response(Tokens.board(), "/trends?from=2017-01&to=2017-12&measure=happiness");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.jsonPath().getString("errors[0].pointer")).isEqualTo("query:measure");
        assertThat(Ask.response(Tokens.board(), "/trends?from=2017-01").statusCode())
                .isEqualTo(400);
        assertThat(RestAssured.get("/api/v1/performance" + P3).statusCode()).isEqualTo(401);
        assertThat(Ask.response(Tokens.integration("hornbill-lbl", "LBL"), P3).statusCode())
                .isEqualTo(403);
    }

    private static Map<String, Object> row(String partner, String path) {
        return Ask.row(Ask.items(Tokens.board(), path), Map.of("partner", partner));
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> points(Map<String, Object> row) {
        return (List<Map<String, Object>>) row.get("points");
    }
}
