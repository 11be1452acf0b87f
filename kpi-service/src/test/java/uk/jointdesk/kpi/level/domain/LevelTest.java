package uk.jointdesk.kpi.level.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import uk.jointdesk.kpi.compliance.domain.Rag;
import uk.jointdesk.kpi.ratio.domain.Fraction;

class LevelTest {

    private static final Level AGED = new Level(true, BigDecimal.TEN, Optional.of(new BigDecimal(15)));

    @Test
    void of_open_tickets_at_most_ten_in_a_hundred_may_be_old() {
        assertThat(judged(0, 7)).isEqualTo(Rag.GREEN);
        assertThat(judged(10, 100)).isEqualTo(Rag.GREEN);
        assertThat(judged(11, 100)).isEqualTo(Rag.AMBER);
        assertThat(judged(15, 100)).isEqualTo(Rag.AMBER);
        assertThat(judged(16, 100)).isEqualTo(Rag.RED);
        assertThat(AGED.judge(Optional.empty())).isEqualTo(Rag.NO_DATA);
    }

    @Test
    void what_prints_as_the_level_need_not_keep_it() {
        assertThat(Fraction.of(10_004, 100_000).percent()).isEqualTo("10.00");
        assertThat(judged(10_004, 100_000)).isEqualTo(Rag.AMBER);
        assertThat(Fraction.of(15_001, 100_000).percent()).isEqualTo("15.00");
        assertThat(judged(15_001, 100_000)).isEqualTo(Rag.RED);
    }

    @Test
    void a_measure_that_is_better_the_higher_it_is_is_judged_from_below() {
        Level answered = new Level(false, BigDecimal.TEN, Optional.empty());
        assertThat(answered.judge(Optional.of(Fraction.of(10, 100)))).isEqualTo(Rag.GREEN);
        assertThat(answered.judge(Optional.of(Fraction.of(4, 100)))).isEqualTo(Rag.RED);
    }

    private static Rag judged(long aged, long open) {
        return AGED.judge(Optional.of(Fraction.of(aged, open)));
    }
}
