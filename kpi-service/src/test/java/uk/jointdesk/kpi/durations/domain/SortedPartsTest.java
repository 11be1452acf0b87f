package uk.jointdesk.kpi.durations.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import uk.jointdesk.testkit.Draw;
import uk.jointdesk.testkit.Laws;

class SortedPartsTest {

    @Test
    void every_place_holds_what_sorting_all_of_them_puts_there() {
        Laws.forAll("places", SortedPartsTest::drawn, Laws.oracleCases(), parts -> {
            long[] all = parts.stream()
                    .flatMap(List::stream)
                    .mapToLong(Long::longValue)
                    .sorted()
                    .toArray();
            SortedParts sorted =
                    new SortedParts(parts.stream().map(SortedPartsTest::inOrder).toList());
            for (int place = 0; place < all.length; place++) {
                assertThat(sorted.at(place)).isEqualTo(all[place]);
            }
        });
    }

    /** Some lists, few of the same length, with the same value in several of them. */
    private static List<List<Long>> drawn(Draw draw) {
        return draw.listOf(1, part -> part.listOf(0, value -> value.between(-10L, 10L)));
    }

    private static long[] inOrder(List<Long> values) {
        return values.stream().mapToLong(Long::longValue).sorted().toArray();
    }
}
