package uk.jointdesk.kpi.reopens;

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
class ReopensTest {

    private static final String SPRING = "/reopens?from=2024-02&to=2024-06" + Spring2024.QUEUES;

    @Inject
    Spring2024 spring;

    @BeforeEach
    void play() {
        spring.play();
    }

    @Test
    void a_resolution_is_undone_in_the_month_it_was_made_and_not_in_that_of_the_reopening() {
        var months = Ask.items(Tokens.board(), SPRING + "&partner=LBL");
        assertThat(Ask.row(months, Map.of("period", "2024-04")))
                .containsEntry("resolutions", 2)
                .containsEntry("undone", 1)
                .containsEntry("undoneRatio", Map.of("numerator", 1, "denominator", 2, "percent", "50.00"))
                .containsEntry("resolved", 1)
                .containsEntry("reopenedBefore", 0);
        assertThat(Ask.row(months, Map.of("period", "2024-05")))
                .containsEntry("resolutions", 1)
                .containsEntry("undone", 0)
                .containsEntry("resolved", 1)
                .containsEntry("reopenedBefore", 1);
    }

    @Test
    void every_resolution_lasted_or_was_undone() {
        for (Map<String, Object> row : Ask.items(Tokens.board(), SPRING + "&groupBy=priority,partner,period")) {
            assertThat((int) row.get("resolutions"))
                    .as("%s", row)
                    .isEqualTo((int) row.get("resolved") + (int) row.get("undone"));
        }
    }

    @Test
    void partners_and_unattributed_add_up_to_all() {
        var rows = Ask.items(Tokens.board(), SPRING + "&groupBy=partner");
        for (String figure : List.of("resolutions", "undone", "resolved", "reopenedBefore")) {
            int parts = rows.stream()
                    .filter(row -> !"ALL".equals(row.get("partner")))
                    .mapToInt(row -> (int) row.get(figure))
                    .sum();
            assertThat(parts)
                    .as(figure)
                    .isEqualTo(Ask.row(rows, Map.of("partner", "ALL")).get(figure));
        }
    }
}
