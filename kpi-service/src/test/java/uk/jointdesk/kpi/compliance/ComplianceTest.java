package uk.jointdesk.kpi.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.jointdesk.kpi.suite.Ask;
import uk.jointdesk.kpi.suite.Autumn2018;
import uk.jointdesk.testkit.Tokens;

@QuarkusTest
class ComplianceTest {

    private static final String Q4 = "/compliance?from=2018-10&to=2018-12";

    @Inject
    Autumn2018 autumn;

    @BeforeEach
    void play() {
        autumn.play();
    }

    @Test
    void a_quarter_pools_its_months_and_does_not_average_them() {
        var quarter = Ask.row(
                Ask.items(Tokens.board(), Q4 + "&groupBy=priority,partner,period&periodicity=QUARTER"),
                Map.of("priority", "P2", "partner", "LBL"));
        assertThat(quarter)
                .containsEntry("period", "2018-Q4")
                .containsEntry("met", 50)
                .containsEntry("measured", 86)
                .containsEntry("percent", "58.14")
                .containsEntry("targetPercent", "95.00")
                .containsEntry("rag", "RED")
                .containsEntry("method", "POOLED")
                .containsEntry("partial", false);
    }

    @Test
    void the_mean_of_months_reproduces_older_packs_and_shows_its_terms() {
        var quarter = Ask.row(
                Ask.items(
                        Tokens.board(),
                        Q4 + "&groupBy=priority,partner,period&periodicity=QUARTER&method=MEAN_OF_MONTHS"),
                Map.of("priority", "P2", "partner", "LBL"));
        assertThat(quarter)
                .containsEntry("percent", "61.92")
                .containsEntry("met", 50)
                .containsEntry("measured", 86);
        assertThat((List<?>) quarter.get("months")).extracting("percent").isEqualTo(List.of("44.74", "62.07", "78.95"));
    }

    @Test
    void each_month_is_a_row_of_its_own() {
        var items = Ask.items(Tokens.board(), Q4 + "&partner=LBL&priority=P2");
        assertThat(items).extracting("period").containsExactly("2018-10", "2018-11", "2018-12");
        assertThat(items).extracting("percent").containsExactly("44.74", "62.07", "78.95");
    }

    @Test
    void what_the_quarter_is_called_depends_on_the_year_it_is_counted_in() {
        assertThat(Ask.items(Tokens.board(), Q4 + "&periodicity=QUARTER&calendar=FINANCIAL&partner=LBL&priority=P2"))
                .extracting("period")
                .containsExactly("2018-19-Q3");
        assertThat(Ask.items(
                        Tokens.board(),
                        "/compliance?from=2018-19-Q3&to=2018-19-Q3&periodicity=YEAR"
                                + "&calendar=FINANCIAL&partner=LBL&priority=P2"))
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .containsEntry("period", "2018-19")
                        .containsEntry("partial", true)
                        .containsEntry("percent", "58.14"));
    }

    @Test
    void tickets_without_target_cancelled_or_merged_are_counted_beside_and_named() {
        var items = Ask.items(Tokens.board(), Q4);
        assertThat(Ask.row(items, Map.of("priority", "P2", "partner", "UNATTRIBUTED", "period", "2018-11")))
                .containsEntry("measured", 0)
                .containsEntry("percent", null)
                .containsEntry("rag", "NO_DATA")
                .containsEntry("excluded", List.of(Map.of("reason", "NO_TARGET", "count", 2)));
        assertThat(Ask.row(items, Map.of("priority", "P3", "partner", "LBS", "period", "2018-11")))
                .containsEntry("excluded", List.of(Map.of("reason", "NO_TARGET", "count", 1)));
        assertThat(Ask.row(items, Map.of("priority", "P3", "partner", "LBB", "period", "2018-11")))
                .containsEntry("excluded", List.of(Map.of("reason", "CANCELLED", "count", 1)));
        assertThat(Ask.row(items, Map.of("priority", "P3", "partner", "LBB", "period", "2018-12")))
                .containsEntry("excluded", List.of(Map.of("reason", "MERGED", "count", 1)));
    }

    @Test
    void the_month_is_the_local_month() {
        var items = Ask.items(Tokens.board(), "/compliance?from=2018-09&to=2018-10&partner=LBS&priority=P1");
        assertThat(items).extracting("measured").containsExactly(0, 1);
    }

    @Test
    void a_ticket_counts_once_at_its_last_resolution_for_the_partner_that_then_held_it() {
        var items = Ask.items(Tokens.board(), Q4 + "&priority=P4&groupBy=partner,period");
        assertThat(Ask.row(items, Map.of("partner", "LBS", "period", "2018-10")))
                .containsEntry("measured", 0);
        assertThat(Ask.row(items, Map.of("partner", "LBS", "period", "2018-12")))
                .containsEntry("measured", 1);
        assertThat(Ask.row(items, Map.of("partner", "LBB", "period", "2018-12")))
                .containsEntry("measured", 1);
    }

    @Test
    void a_sub_body_counts_in_its_parents_row_and_has_its_own_on_request() {
        var normally = Ask.items(Tokens.board(), Q4 + "&priority=P3&groupBy=partner");
        assertThat(normally).extracting("partner").doesNotContain("LH");
        assertThat(Ask.row(normally, Map.of("partner", "LBL"))).containsEntry("measured", 2);
        var asked = Ask.items(Tokens.board(), Q4 + "&priority=P3&groupBy=partner&subBodies=true");
        assertThat(Ask.row(asked, Map.of("partner", "LBL"))).containsEntry("measured", 2);
        assertThat(Ask.row(asked, Map.of("partner", "LH")))
                .containsEntry("measured", 2)
                .containsEntry("met", 1);
        assertThat(Ask.row(asked, Map.of("partner", "ALL"))).isEqualTo(Ask.row(normally, Map.of("partner", "ALL")));
    }

    @Test
    void partners_and_unattributed_add_up_to_all() {
        var items = Ask.items(Tokens.board(), Q4);
        for (String field : List.of("met", "measured")) {
            long parts = items.stream()
                    .filter(row -> !"ALL".equals(row.get("partner")))
                    .mapToLong(row -> ((Number) row.get(field)).longValue())
                    .sum();
            long all = items.stream()
                    .filter(row -> "ALL".equals(row.get("partner")))
                    .mapToLong(row -> ((Number) row.get(field)).longValue())
                    .sum();
            assertThat(parts).as(field).isEqualTo(all).isPositive();
        }
    }

    @Test
    void the_answer_explains_itself() {
        var answer = Ask.json(Tokens.board(), Q4);
        assertThat(answer.getString("zone")).isEqualTo("Europe/London");
        assertThat(answer.getString("asAt")).isEqualTo("2026-01-02T03:04:05Z");
        assertThat(answer.getString("definition.code")).isEqualTo("compliance");
        assertThat(answer.getInt("definition.version")).isEqualTo(1);
        assertThat(answer.getString("period.from")).isEqualTo("2018-10-01");
        assertThat(answer.getString("period.to")).isEqualTo("2018-12-31");
        assertThat(answer.getMap("")).containsEntry("next", null);
    }

    @Test
    void priorities_with_different_targets_in_one_row_are_not_judged_together() {
        assertThat(Ask.items(Tokens.board(), Q4 + "&groupBy=partner&partner=LBB"))
                .singleElement()
                .satisfies(row -> assertThat(row).doesNotContainKeys("rag", "targetPercent", "priority"));
        assertThat(Ask.items(Tokens.board(), Q4 + "&groupBy=partner&partner=LBB&priority=P1"))
                .singleElement()
                .satisfies(row -> assertThat(row).containsEntry("rag", "GREEN").containsEntry("percent", "100.00"));
    }

    @Test
    void one_period_is_compared_with_another_in_percentage_points() {
        var comparison = Ask.json(
                        Tokens.board(),
                        "/compliance?from=2018-12&to=2018-12&compareFrom=2018-10&compareTo=2018-11"
                                + "&partner=LBL&priority=P2")
                .getMap("comparison");
        var figures = (List<?>) ((Map<?, ?>) ((List<?>) comparison.get("items")).get(0)).get("figures");
        assertThat(figures)
                .filteredOn("figure", "compliance")
                .singleElement()
                .extracting("current.value", "previous.numerator", "previous.denominator", "previous.value")
                .containsExactly("78.95", 35, 67, "52.24");
        assertThat(figures)
                .filteredOn("figure", "compliance")
                .singleElement()
                .extracting("differencePrinted", "difference.numerator", "difference.denominator")
                .containsExactly("26.71", "340", "1273");
    }

    @Test
    void rows_come_in_pages_only_when_asked_for() {
        var all = Ask.items(Tokens.board(), Q4);
        var first = Ask.json(Tokens.board(), Q4 + "&limit=7");
        assertThat(first.getList("items")).isEqualTo(all.subList(0, 7));
        var second = Ask.json(Tokens.board(), Q4 + "&limit=500&cursor=" + first.getString("next"));
        assertThat(second.getList("items")).isEqualTo(all.subList(7, all.size()));
    }
}
