package uk.jointdesk.kpi.result.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import uk.jointdesk.kpi.compliance.domain.Rag;
import uk.jointdesk.kpi.register.domain.Kind;
import uk.jointdesk.kpi.register.domain.Kpi;

class TrendAndHistoryTest {

    private static final Kpi SURVEY = Sample.kpi("K12", Kind.KPI, "85", "80", 10);

    @Test
    void two_falls_in_a_row_while_green_are_a_trend() {
        GreenTrend trend = GreenTrend.of(months(9200, 9050, 8850)).orElseThrow();
        assertThat(trend.monthsToTarget()).isEqualTo(2);
        assertThat(trend.results()).hasSize(3);
    }

    @Test
    void one_fall_a_pause_or_a_missed_target_is_none() {
        assertThat(GreenTrend.of(months(9200, 9300, 9100))).isEmpty();
        assertThat(GreenTrend.of(months(9200, 9100, 9100))).isEmpty();
        assertThat(GreenTrend.of(months(9200, 8800, 8499))).isEmpty();
        assertThat(GreenTrend.of(months(9200, 9100))).isEmpty();
        assertThat(GreenTrend.of(List.of(
                        Sample.result(SURVEY, "2021-01", 92, 100),
                        Sample.result(SURVEY, "2021-03", 91, 100),
                        Sample.result(SURVEY, "2021-04", 90, 100))))
                .isEmpty();
    }

    @Test
    void a_fall_that_ends_on_the_target_itself_has_no_month_left() {
        assertThat(GreenTrend.of(months(8700, 8600, 8500)).orElseThrow().monthsToTarget())
                .isZero();
    }

    @Test
    void runs_of_a_colour_are_counted_and_a_gap_ends_one() {
        StateHistory history = StateHistory.of(List.of(
                Sample.result(SURVEY, "2020-11", 82, 100),
                Sample.result(SURVEY, "2020-12", 82, 100),
                Sample.result(SURVEY, "2021-01", 90, 100),
                Sample.result(SURVEY, "2021-02", 90, 100),
                Sample.result(SURVEY, "2021-04", 90, 100)));
        assertThat(history.runs())
                .extracting(StateHistory.Run::rag, StateHistory.Run::months)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(Rag.AMBER, 2),
                        org.assertj.core.groups.Tuple.tuple(Rag.GREEN, 2),
                        org.assertj.core.groups.Tuple.tuple(Rag.GREEN, 1));
        assertThat(history.greenFor(YearMonth.parse("2021-02"))).isEqualTo(2);
        assertThat(history.greenFor(YearMonth.parse("2020-12"))).isZero();
        assertThat(history.greenFor(YearMonth.parse("2021-04"))).isEqualTo(1);
    }

    private static List<KpiResult> months(int... values) {
        return IntStream.range(0, values.length)
                .mapToObj(i -> Sample.result(SURVEY, "2021-%02d".formatted(i + 1), values[i], 10_000))
                .toList();
    }
}
