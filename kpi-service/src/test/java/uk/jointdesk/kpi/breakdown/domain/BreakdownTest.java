package uk.jointdesk.kpi.breakdown.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import uk.jointdesk.kpi.compliance.domain.Method;
import uk.jointdesk.kpi.compliance.domain.Monthly;
import uk.jointdesk.kpi.compliance.domain.Outcome;
import uk.jointdesk.kpi.compliance.domain.Score;
import uk.jointdesk.kpi.partner.domain.Partner;
import uk.jointdesk.kpi.partner.domain.Partners;
import uk.jointdesk.kpi.period.domain.Period;
import uk.jointdesk.kpi.period.domain.Periodicity;
import uk.jointdesk.kpi.period.domain.Range;
import uk.jointdesk.kpi.period.domain.YearBasis;
import uk.jointdesk.testkit.Draw;
import uk.jointdesk.testkit.Laws;

class BreakdownTest {

    private static final Range YEAR = new Range(LocalDate.parse("2018-01-01"), LocalDate.parse("2018-12-31"));
    private static final List<String> PRIORITIES = List.of("P1", "P2", "P3", "P4");
    private static final Partners REGISTER = new Partners(
            List.of(partner("LBB", null), partner("LBL", null), partner("LBS", null), partner("LH", "LBL")));

    /** Judged tickets by where they belong. */
    private record Figures(Map<Slice, Monthly> slices) {
        static Figures of(Draw draw) {
            Map<Slice, Monthly> slices = new HashMap<>();
            draw.listOf(1, Figures::slice).forEach(slice -> slices.merge(slice, score(slice, draw), Monthly::plus));
            return new Figures(slices);
        }

        private static Slice slice(Draw draw) {
            return new Slice(
                    draw.oneOf("LBB", "LBL", "LBS", "LH", "GONE", null),
                    draw.oneOf("P1", "P2", "P3", "P4", null),
                    null,
                    null,
                    draw.between(0, 11));
        }

        private static Monthly score(Slice slice, Draw draw) {
            return Monthly.of(slice.month(), Score.of(draw.oneOf(Outcome.values()), draw.between(1, 40)));
        }
    }

    @Test
    void the_parts_add_up_to_all_whatever_the_breakdown() {
        Laws.forAll("partners + UNATTRIBUTED = ALL", Figures::of, Laws.cases() / 10, figures -> {
            for (Periodicity periodicity : Periodicity.values()) {
                var rows =
                        rows(figures, EnumSet.of(Dimension.PRIORITY, Dimension.PARTNER, Dimension.PERIOD), periodicity);
                Map<Cell, Score> parts = new HashMap<>();
                Map<Cell, Score> all = new HashMap<>();
                rows.forEach((cell, score) -> {
                    Cell group = new Cell(cell.priority(), null, cell.period(), null, null);
                    (cell.partner().equals(Cell.ALL) ? all : parts).merge(group, score.total(), Score::plus);
                });
                assertThat(parts).isEqualTo(all);
            }
        });
    }

    @Test
    void a_pooled_quarter_is_the_sum_of_its_months() {
        Laws.forAll("pooling adds up", Figures::of, Laws.cases() / 10, figures -> {
            var by = EnumSet.of(Dimension.PARTNER, Dimension.PERIOD);
            var months = rows(figures, by, Periodicity.MONTH);
            var quarters = rows(figures, by, Periodicity.QUARTER);
            quarters.forEach((cell, quarter) -> {
                Score sum = Score.NOTHING;
                for (int month = 3 * cell.period(); month < 3 * cell.period() + 3; month++) {
                    sum = sum.plus(months.getOrDefault(cell.inPeriod(month), Monthly.NOTHING)
                            .total());
                }
                assertThat(quarter.total()).isEqualTo(sum);
                assertThat(quarter.ratio(Method.POOLED)).isEqualTo(sum.fraction());
            });
        });
    }

    @Test
    void an_answer_without_partners_counts_every_ticket_once() {
        Laws.forAll("one sum", Figures::of, Laws.cases() / 10, figures -> {
            Score every = figures.slices().values().stream().map(Monthly::total).reduce(Score.NOTHING, Score::plus);
            var rows = rows(figures, EnumSet.noneOf(Dimension.class), Periodicity.WHOLE);
            assertThat(rows.values()).extracting(Monthly::total).containsExactly(every);
        });
    }

    @Test
    void a_reader_of_one_partner_has_no_total_and_no_unattributed_row() {
        PartnerRows own = new PartnerRows(REGISTER, Set.of("LBL", "LH")::contains, false, Set.of(), false);
        assertThat(own.expected(YEAR.from(), YEAR.to())).containsExactly("LBL");
        assertThat(own.rowsOf("LH")).containsExactly("LBL");
        PartnerRows subBody = new PartnerRows(REGISTER, Set.of("LH")::contains, false, Set.of(), false);
        assertThat(subBody.expected(YEAR.from(), YEAR.to())).containsExactly("LH");
        assertThat(subBody.rowsOf("LH")).containsExactly("LH");
    }

    @Test
    void rows_are_read_by_priority_then_partner_with_the_totals_last() {
        var rows = rows(new Figures(Map.of()), EnumSet.of(Dimension.PARTNER), Periodicity.WHOLE);
        assertThat(rows.keySet()).extracting(Cell::partner).containsExactly("LBB", "LBL", "LBS", "UNATTRIBUTED", "ALL");
    }

    private static SortedMap<Cell, Monthly> rows(Figures figures, Set<Dimension> by, Periodicity periodicity) {
        PartnerRows partners = new PartnerRows(REGISTER, partner -> true, true, Set.of(), false);
        List<Period> periods =
                by.contains(Dimension.PERIOD) ? YEAR.periods(periodicity, YearBasis.CALENDAR) : List.of(YEAR.whole());
        return new Breakdown(by, partners, PRIORITIES, YEAR.months(), periods)
                .addUp(figures.slices(), Monthly.NOTHING, Monthly::plus);
    }

    private static Partner partner(String code, String parent) {
        return new Partner(code, code, parent == null ? "AUTHORITY" : "SUB_BODY", parent, false, null, null, "STD");
    }
}
