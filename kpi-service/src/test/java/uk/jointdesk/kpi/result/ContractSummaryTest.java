package uk.jointdesk.kpi.result;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import uk.jointdesk.kpi.register.Registered;
import uk.jointdesk.testkit.Tokens;

/** The county's contract, November 2020 to October 2021, as its two reports published it. */
@QuarkusTest
class ContractSummaryTest {

    private static final String YEAR = "family=imt&from=2020-11&to=2021-10";
    private static final List<String> COLUMNS = List.of(
            "contractYear", "contractMonth", "tslAchieved", "mslAchieved", "belowMsl", "total", "mitigationAgreed");

    @Test
    void every_row_of_the_published_summary_comes_out_again() throws IOException {
        assertThat(summary(YEAR).stream().map(ContractSummaryTest::csv).toList())
                .isEqualTo(published());
    }

    @Test
    void the_july_report_adds_up_in_every_month() {
        assertThat(summary("family=imt&from=2020-11&to=2021-05"))
                .hasSize(7)
                .allSatisfy(month ->
                        assertThat(parts(month)).isEqualTo(month.get("total")).isEqualTo(13));
    }

    @Test
    void the_total_changes_in_july_because_two_kpis_replace_one_and_the_indicator_beside_them_is_not_counted() {
        var months = summary("family=imt&from=2021-06&to=2021-10");
        assertThat(months).extracting("total").containsExactly(13, 14, 14, 14, 14);
        assertThat(months).allSatisfy(month -> assertThat(parts(month)).isEqualTo(month.get("total")));
        var replaced = Registered.json(Tokens.board(), "/kpis/IMT_KPI_09");
        assertThat(replaced.getList("replacedBy")).containsExactly("IMT_KPI_18", "IMT_KPI_19", "IMT_PI_01");
        assertThat(replaced.getString("state")).isEqualTo("REPLACED");
        assertThat(Registered.json(Tokens.board(), "/kpis/IMT_KPI_18/results?from=2021-06&to=2021-08")
                        .getList("items.month"))
                .containsExactly("2021-07", "2021-08");
    }

    @Test
    void raw_and_mitigated_results_stand_side_by_side() {
        var october = summary("family=imt&from=2021-10&to=2021-10").get(0);
        assertThat(october).containsEntry("belowMsl", 1).containsEntry("mitigationAgreed", 1);
        assertThat((Map<?, ?>) october.get("afterMitigation"))
                .isEqualTo(Map.of("tslAchieved", 13, "mslAchieved", 0, "belowMsl", 0, "relieved", 1, "noData", 0));
        var result = Registered.json(Tokens.board(), "/kpis/IMT_KPI_14/results?from=2021-10&to=2021-10");
        assertThat(result.getString("items[0].raw")).isEqualTo("RED");
        assertThat(result.getString("items[0].mitigated")).isEqualTo("RELIEVED");
    }

    @Test
    void the_published_percentages_of_the_patching_kpi_are_red_against_a_minimum_of_ninety() {
        var results = Registered.json(Tokens.board(), "/kpis/IMT_KPI_14/results?from=2021-03&to=2021-05");
        assertThat(results.getList("items.percent")).startsWith("89.45", "87.77");
        assertThat(results.getList("items.raw")).containsExactly("RED", "RED", "AMBER");
        assertThat(results.getList("items.tsl")).containsOnly("95.00");
        assertThat(results.getList("items.rating"))
                .containsExactly("REQUIRES_IMPROVEMENT", "REQUIRES_IMPROVEMENT", "APPROACHING_TARGET");
    }

    @Test
    void the_glide_path_rises_for_three_months_and_its_last_level_is_met_from_the_first() {
        for (String kpi : List.of("IMT_KPI_18", "IMT_KPI_19")) {
            var results = Registered.json(Tokens.board(), "/kpis/" + kpi + "/results?from=2021-07&to=2021-10");
            assertThat(results.getList("items.tsl")).containsExactly("85.00", "90.00", "95.00", "95.00");
            assertThat(results.getList("items.msl")).containsExactly("80.00", "85.00", "90.00", "90.00");
            assertThat(results.getList("items.percent", String.class))
                    .allSatisfy(
                            percent -> assertThat(Double.parseDouble(percent)).isGreaterThanOrEqualTo(95));
        }
    }

    @Test
    void the_backlog_indicator_is_better_when_lower_and_counts_in_no_summary() {
        var indicator = Registered.json(Tokens.board(), "/kpis/IMT_PI_01");
        assertThat(indicator.getString("kind")).isEqualTo("PI");
        assertThat(indicator.getString("direction")).isEqualTo("LOWER_IS_BETTER");
        assertThat(indicator.getString("levels.tsl")).isEqualTo("10");
        assertThat(indicator.getString("levels.msl")).isEqualTo("15");
        assertThat(Registered.json(Tokens.board(), "/kpis/IMT_PI_01/results?from=2021-07&to=2021-10")
                        .getList("items.raw"))
                .containsOnly("GREEN");
    }

    @Test
    void how_long_a_report_is_and_which_contract_months_it_covers_is_computed() {
        var december = Registered.json(Tokens.board(), "/kpis/summary?family=imt&from=2021-06&to=2021-10");
        assertThat(december.getInt("period.months")).isEqualTo(5);
        assertThat(december.getString("period.heading"))
                .isEqualTo("June 2021 to October 2021 (5 months; contract months 75 to 79 since 1 April 2015)");
    }

    @Test
    void the_heading_of_the_exceptions_speaks_of_the_rows_below_it() {
        var july = Registered.json(Tokens.board(), "/kpis/exceptions?family=imt&from=2020-11&to=2021-05");
        assertThat(july.getString("period.heading"))
                .isEqualTo("November 2020 to May 2021 (7 months; contract months 68 to 74 since 1 April 2015)");
        assertThat(july.getList("items.months.month.flatten()", String.class))
                .allSatisfy(month -> assertThat(month).isBetween("2020-11", "2021-05"));
    }

    @Test
    void green_for_how_many_months_is_counted_from_the_state_history() {
        var may = Registered.json(Tokens.board(), "/kpis/IMT_KPI_09/history?from=2020-11&to=2021-05");
        assertThat(may.getInt("greenForMonths")).isEqualTo(5);
        assertThat(may.getList("items.raw")).containsExactly("AMBER", "GREEN");
        var june = Registered.json(Tokens.board(), "/kpis/IMT_KPI_09/history?from=2020-11&to=2021-06");
        assertThat(june.getInt("greenForMonths")).isZero();
        assertThat(june.getInt("items[1].months")).isEqualTo(5);
    }

    @Test
    void every_result_short_of_its_target_is_an_exception_with_its_kpi_and_its_month() {
        var exceptions = Registered.json(Tokens.board(), "/kpis/exceptions?" + YEAR);
        assertThat(exceptions.getList("items.findAll { it.kind == 'NOT_MITIGATED' }"))
                .isEmpty();
        List<Map<String, Object>> mitigated = exceptions.getList("items.findAll { it.kind == 'MITIGATED' }");
        assertThat(mitigated).allSatisfy(row -> assertThat(row)
                .containsKeys("kpi", "reason", "impact", "pathToGreen", "mitigation")
                .hasEntrySatisfying(
                        "months", months -> assertThat((List<?>) months).isNotEmpty()));
        int shortOfTarget = summary(YEAR).stream()
                .mapToInt(month -> (int) month.get("mslAchieved") + (int) month.get("belowMsl"))
                .sum();
        assertThat(mitigated.stream()
                        .mapToInt(row -> ((List<?>) row.get("months")).size())
                        .sum())
                .isEqualTo(shortOfTarget)
                .isEqualTo(14);
    }

    @Test
    void the_survey_kpi_is_above_its_target_and_reported_because_it_falls() {
        List<Map<String, Object>> july = Registered.json(
                        Tokens.board(), "/kpis/exceptions?family=imt&from=2020-11&to=2021-05")
                .getList("items.findAll { it.kind == 'GREEN_TREND' }");
        assertThat(july).isEmpty();
        List<Map<String, Object>> december = Registered.json(
                        Tokens.board(), "/kpis/exceptions?family=imt&from=2021-06&to=2021-10")
                .getList("items.findAll { it.kind == 'GREEN_TREND' }");
        assertThat(december).singleElement().satisfies(row -> assertThat(row)
                .containsEntry("kpi", "IMT_KPI_12")
                .containsEntry("monthsToTarget", 2));
    }

    private static List<Map<String, Object>> summary(String query) {
        return Registered.json(Tokens.board(), "/kpis/summary?" + query).getList("items");
    }

    private static int parts(Map<String, Object> month) {
        return (int) month.get("tslAchieved") + (int) month.get("mslAchieved") + (int) month.get("belowMsl");
    }

    private static String csv(Map<String, Object> month) {
        StringBuilder row = new StringBuilder(month.get("month").toString());
        COLUMNS.forEach(column -> row.append(',').append(month.get(column)));
        return row.toString();
    }

    private static List<String> published() throws IOException {
        try (InputStream file = ContractSummaryTest.class.getResourceAsStream("/contract-kpi-summary-2020-2021.csv")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .toList();
        }
    }
}
