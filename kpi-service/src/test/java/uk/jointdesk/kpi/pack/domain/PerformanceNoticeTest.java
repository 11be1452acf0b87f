package uk.jointdesk.kpi.pack.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import uk.jointdesk.kpi.pack.SamplePack;

class PerformanceNoticeTest {

    @Test
    void a_notice_rates_the_indicators_of_the_pack_from_its_own_cells() {
        PerformanceNotice notice = PerformanceNotice.of(SamplePack.published(), "digest");
        assertThat(notice.noticeType()).isEqualTo("UK9");
        assertThat(notice.contract().ocid()).isEqualTo("ocds-h6vhtk-04abc1");
        assertThat(notice.keyPerformanceIndicators()).hasSize(3);
        assertThat(notice.keyPerformanceIndicators().get(0)).satisfies(result -> {
            assertThat(result.result()).isEqualTo("52.86");
            assertThat(result.rating()).isEqualTo(Rating.REQUIRES_IMPROVEMENT);
            assertThat(result.rag()).isEqualTo("RED");
            assertThat(result.cell()).isEqualTo(SamplePack.id("ALL", 0));
        });
        assertThat(notice.unmet()).isEmpty();
    }

    @Test
    void ratings_follow_the_bands_and_the_floor() {
        assertThat(rating("GREEN", 95, 100, null)).isEqualTo(Rating.GOOD);
        assertThat(rating("AMBER", 91, 100, null)).isEqualTo(Rating.APPROACHING_TARGET);
        assertThat(rating("RED", 60, 100, null)).isEqualTo(Rating.REQUIRES_IMPROVEMENT);
        assertThat(rating("RED", 50, 100, "50")).isEqualTo(Rating.REQUIRES_IMPROVEMENT);
        assertThat(rating("RED", 49, 100, "50")).isEqualTo(Rating.INADEQUATE);
        assertThat(rating("NO_DATA", 0, 0, "50")).isEqualTo(Rating.OTHER);
    }

    @Test
    void what_the_act_asks_for_and_the_pack_has_not_is_said() {
        PackDocument none = SamplePack.document(SamplePack.heading(PackState.PUBLISHED), List.of());
        assertThat(PerformanceNotice.of(none, "digest").unmet())
                .containsExactly("section 52: at least three key performance indicators");
    }

    private static Rating rating(String rag, long met, long measured, String floor) {
        Figure figure = Figure.of(
                        "k", SamplePack.COMPLIANCE, Map.of(), Amount.ratio(met, measured, List.of()), Evidence.NONE)
                .judged(new Verdict(new BigDecimal("95"), null, rag, new Verdict.Kpi("K", "k")));
        return Rating.of(figure, floor == null ? null : new BigDecimal(floor));
    }
}
