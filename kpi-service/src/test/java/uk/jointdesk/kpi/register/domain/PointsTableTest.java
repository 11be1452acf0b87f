package uk.jointdesk.kpi.register.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import uk.jointdesk.testkit.Laws;

class PointsTableTest {

    @Test
    void the_points_of_a_retired_kpi_pass_to_the_others_to_the_last_one() {
        PointsTable before = new PointsTable(new TreeMap<>(Map.of("K09", 10, "K14", 10, "K18", 0, "K19", 0)));
        PointsTable after = before.spreadEvenly("K09", List.of("K19", "K18", "K14"));
        assertThat(after.points()).isEqualTo(Map.of("K09", 0, "K14", 14, "K18", 3, "K19", 3));
        assertThat(after.total()).isEqualTo(before.total());
    }

    @Test
    void points_that_are_named_must_be_all_that_are_given() {
        PointsTable before = new PointsTable(new TreeMap<>(Map.of("K09", 10, "K18", 0, "K19", 0)));
        assertThat(before.give("K09", Map.of("K18", 4, "K19", 6)).points().get("K19"))
                .isEqualTo(6);
        assertThatThrownBy(() -> before.give("K09", Map.of("K18", 4, "K19", 5)))
                .isInstanceOf(RuleBroken.class)
                .extracting("code")
                .isEqualTo("points-total-changed");
    }

    @Test
    void redistribution_keeps_the_total_and_shares_differ_by_one_point_at_most() {
        record Case(PointsTable before, List<String> takers) {}
        Laws.forAll(
                "points are neither lost nor made",
                draw -> {
                    TreeMap<String, Integer> points = new TreeMap<>(Map.of("GONE", draw.between(0, 1000)));
                    int others = draw.between(1, draw.size());
                    for (int i = 0; i < others; i++) {
                        points.put("K%02d".formatted(i), draw.between(0, 100));
                    }
                    List<String> takers = points.keySet().stream()
                            .filter(code -> code.startsWith("K") && (code.equals("K00") || draw.chance(60)))
                            .toList();
                    return new Case(new PointsTable(points), takers);
                },
                Laws.cases(),
                drawn -> {
                    PointsTable after = drawn.before.spreadEvenly("GONE", drawn.takers);
                    assertThat(after.total()).isEqualTo(drawn.before.total());
                    assertThat(after.points().get("GONE")).isZero();
                    var gains = drawn.takers.stream()
                            .mapToInt(code -> after.points().get(code)
                                    - drawn.before.points().get(code))
                            .summaryStatistics();
                    assertThat(gains.getMax() - gains.getMin()).isLessThanOrEqualTo(1);
                    assertThat(gains.getMin()).isNotNegative();
                });
    }
}
