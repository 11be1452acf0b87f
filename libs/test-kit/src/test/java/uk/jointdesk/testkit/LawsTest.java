package uk.jointdesk.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class LawsTest {

    private static final Generator<List<Integer>> NUMBERS = draw -> draw.listOf(0, d -> d.between(-1000, 1000));

    @Test
    void a_law_that_holds_passes() {
        Laws.forAll("a shuffle keeps the sum", NUMBERS, 500, numbers -> {
            List<Integer> shuffled = new Draw(7, 1).shuffled(numbers);
            assertThat(shuffled).containsExactlyInAnyOrderElementsOf(numbers);
        });
    }

    @Test
    void a_broken_law_is_reported_with_a_small_case_and_its_seed() {
        assertThatThrownBy(() ->
                        Laws.forAll("no list is longer than five", NUMBERS, 500, numbers -> assertThat(numbers.size())
                                .isLessThanOrEqualTo(5)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("no list is longer than five")
                .hasMessageContaining("seed ")
                .hasMessageContaining("size 6");
    }

    @Test
    void the_same_draw_gives_the_same_case() {
        assertThat(NUMBERS.generate(new Draw(42, 9))).isEqualTo(NUMBERS.generate(new Draw(42, 9)));
    }
}
