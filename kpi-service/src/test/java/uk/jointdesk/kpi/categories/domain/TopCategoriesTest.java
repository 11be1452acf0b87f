package uk.jointdesk.kpi.categories.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import uk.jointdesk.kpi.breakdown.domain.Cell;
import uk.jointdesk.testkit.Draw;
import uk.jointdesk.testkit.Laws;

class TopCategoriesTest {

    private record Drawn(SortedMap<Cell, Long> counts, int most) {
        static Drawn of(Draw draw) {
            SortedMap<Cell, Long> counts = new TreeMap<>();
            draw.listOf(1, d -> new Cell(d.oneOf("P1", "P2"), "LBB", 0, null, null)
                            .withCategory(d.oneOf("A", "B", "C", "D", "E", "F", "G", Cell.NONE)))
                    .forEach(cell -> counts.merge(cell, (long) draw.between(0, 4), Long::sum));
            return new Drawn(counts, draw.between(1, 9));
        }
    }

    @Test
    void the_first_and_the_others_are_the_whole_group() {
        Laws.forAll("parts add up", Drawn::of, Laws.oracleCases(), drawn -> TopCategories.of(
                        drawn.counts(), drawn.most())
                .forEach((group, top) -> {
                    long whole = drawn.counts().entrySet().stream()
                            .filter(entry -> entry.getKey().withoutCategory().equals(group))
                            .mapToLong(Map.Entry::getValue)
                            .sum();
                    assertThat(top.total()).isEqualTo(whole);
                    assertThat(top.places()).hasSizeLessThanOrEqualTo(drawn.most());
                    assertThat(top.others() == 0).isEqualTo(top.otherCategories() == 0);
                }));
    }

    @Test
    void nobody_among_the_others_has_more_than_the_last_one_ranked() {
        Laws.forAll("the first are the first", Drawn::of, Laws.oracleCases(), drawn -> TopCategories.of(
                        drawn.counts(), drawn.most())
                .forEach((group, top) -> {
                    var last = top.places().get(top.places().size() - 1);
                    drawn.counts().forEach((cell, tickets) -> {
                        boolean ranked = top.places().stream()
                                .anyMatch(place -> place.category().equals(cell.category()));
                        if (cell.withoutCategory().equals(group) && !ranked) {
                            assertThat(tickets).isLessThanOrEqualTo(last.tickets());
                            boolean tied = tickets == last.tickets();
                            assertThat(!tied || last.category().compareTo(cell.category()) < 0)
                                    .isTrue();
                        }
                    });
                }));
    }
}
