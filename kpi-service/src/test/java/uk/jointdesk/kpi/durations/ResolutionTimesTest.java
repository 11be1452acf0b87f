package uk.jointdesk.kpi.durations;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.jointdesk.kpi.suite.Ask;
import uk.jointdesk.kpi.suite.Spring2024;
import uk.jointdesk.testkit.Tokens;

@QuarkusTest
class ResolutionTimesTest {

    private static final String SPRING = "/resolution-times?from=2024-02&to=2024-06" + Spring2024.QUEUES;

    @Inject
    Spring2024 spring;

    @BeforeEach
    void play() {
        spring.play();
    }

    @Test
    void mean_median_and_p90_are_told_of_service_time_and_of_elapsed_time() {
        var april = Ask.row(
                Ask.items(Tokens.board(), SPRING), Map.of("priority", "P2", "partner", "LBS", "period", "2024-04"));
        assertThat(april).containsEntry("resolved", 11);
        assertThat(april.get("service"))
                .isEqualTo(Map.of(
                        "count", 10,
                        "totalMillis", 33_000_000,
                        "meanMinutes", "55.00",
                        "medianMinutes", "55.00",
                        "p90Minutes", "90.00"));
        assertThat((Map<?, ?>) april.get("elapsed"))
                .extracting("count", "meanMinutes", "medianMinutes", "p90Minutes")
                .containsExactly(11, "180.91", "60.00", "100.00");
        assertThat(april.get("excluded")).isEqualTo(List.of(Map.of("reason", "NO_TARGET", "count", 1)));
    }

    @Test
    void a_night_and_a_weekend_are_elapsed_and_not_served() {
        var row = Ask.row(
                Ask.items(Tokens.board(), SPRING + "&priority=P1"), Map.of("partner", "LBS", "period", "2024-02"));
        assertThat((Map<?, ?>) row.get("service")).extracting("meanMinutes").isEqualTo("60.00");
        assertThat((Map<?, ?>) row.get("elapsed")).extracting("meanMinutes").isEqualTo("3780.00");
    }

    @Test
    void the_total_is_worked_out_from_every_ticket_and_not_from_the_partners_medians() {
        var items = Ask.items(Tokens.board(), SPRING + "&groupBy=partner");
        long parts = items.stream()
                .filter(row -> !"ALL".equals(row.get("partner")))
                .mapToLong(row -> count(row, "service"))
                .sum();
        var all = Ask.row(items, Map.of("partner", "ALL"));
        assertThat(count(all, "service")).isEqualTo(parts).isPositive();
        for (Map<String, Object> row : items) {
            int excluded = ((List<?>) row.get("excluded"))
                    .stream()
                            .mapToInt(reason -> (int) ((Map<?, ?>) reason).get("count"))
                            .sum();
            assertThat(count(row, "service") + excluded).isEqualTo((int) row.get("resolved"));
            assertThat(count(row, "elapsed")).isEqualTo((int) row.get("resolved"));
        }
    }

    @Test
    void a_group_in_which_nothing_was_resolved_has_no_times() {
        var row = Ask.row(
                Ask.items(Tokens.board(), SPRING + "&priority=P1"), Map.of("partner", "LBL", "period", "2024-05"));
        assertThat((Map<?, ?>) row.get("service"))
                .extracting("count", "meanMinutes", "medianMinutes", "p90Minutes")
                .containsExactly(0, null, null, null);
    }

    @Test
    void two_periods_of_the_callers_choice_stand_beside_each_other() {
        var comparison = Ask.json(
                        Tokens.board(),
                        "/resolution-times?from=2024-04&to=2024-04&compareFrom=2024-02&compareTo=2024-03&groupBy=partner"
                                + "&partner=LBS" + Spring2024.QUEUES)
                .getMap("comparison");
        assertThat(comparison.get("current")).extracting("days", "months").containsExactly(30, "1.00");
        assertThat(comparison.get("previous")).extracting("days", "months").containsExactly(60, "2.00");
        assertThat(comparison.toString())
                .contains("figure=serviceMean", "value=55.00", "value=60.00", "differencePrinted=-5.00");
    }

    private static int count(Map<String, Object> row, String times) {
        return (int) ((Map<?, ?>) row.get(times)).get("count");
    }
}
