package uk.jointdesk.kpi.pack.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import uk.jointdesk.kpi.pack.SamplePack;
import uk.jointdesk.kpi.ratio.domain.Fraction;

class AddingUpTest {

    @Test
    void a_pack_whose_totals_are_the_sums_of_their_parts_is_right() {
        assertThat(AddingUp.discrepancies(SamplePack.published())).isEmpty();
    }

    @Test
    void a_total_that_is_not_the_sum_of_its_parts_is_named() {
        Figure total = SamplePack.published().figuresById().get(SamplePack.id("ALL", 0));
        Figure wrong = Figure.of(
                total.id(), SamplePack.COMPLIANCE, total.at(), Amount.ratio(38, 70, List.of()), total.evidence());
        assertThat(AddingUp.discrepancies(with(wrong)))
                .extracting(Discrepancy::figure)
                .containsExactly(SamplePack.id("ALL", 0));
    }

    @Test
    void a_count_without_as_many_tickets_is_named_and_so_are_the_totals_above_it() {
        Figure part = SamplePack.published().figuresById().get(SamplePack.id("LBL", 1));
        Figure wrong = Figure.of(
                part.id(), SamplePack.COMPLIANCE, part.at(), Amount.ratio(18, 30, List.of()), part.evidence());
        assertThat(AddingUp.discrepancies(with(wrong)))
                .extracting(Discrepancy::figure)
                .containsExactly(SamplePack.id("LBL", 1), SamplePack.id("ALL", 1));
    }

    @Test
    void a_mean_is_checked_as_a_mean() {
        List<String> months = List.of(SamplePack.id("LBL", 0), SamplePack.id("LBL", 1), SamplePack.id("LBL", 2));
        assertThat(AddingUp.discrepancies(and(mean("61.92", months)))).isEmpty();
        assertThat(AddingUp.discrepancies(and(mean("58.14", months))))
                .extracting(Discrepancy::figure)
                .containsExactly("mean");
    }

    @Test
    void parts_that_are_not_there_and_balances_that_do_not_hold_are_named() {
        assertThat(AddingUp.discrepancies(and(count("sum", 1, Evidence.sumOf(List.of("nowhere"))))))
                .extracting(Discrepancy::figure)
                .containsExactly("sum");
        PackDocument unbalanced = document(
                List.of(
                        count("end", 3, Evidence.counted(List.of("a", "b", "c"))),
                        count("in", 2, Evidence.counted(List.of("a", "b")))),
                List.of(new Balance("end", List.of("in"), List.of())));
        assertThat(AddingUp.discrepancies(unbalanced))
                .extracting(Discrepancy::figure)
                .containsExactly("end");
    }

    private static Figure mean(String value, List<String> months) {
        Amount amount = new Amount(Amount.Unit.PERCENT, value, null, null, List.of());
        assertThat(Amount.percent(Optional.of(Fraction.of(1, 2))).value()).isEqualTo("50.00");
        return Figure.of("mean", SamplePack.COMPLIANCE, Map.of(), amount, Evidence.meanOf(months));
    }

    private static Figure count(String id, long count, Evidence evidence) {
        return Figure.of(id, SamplePack.COMPLIANCE, Map.of(), Amount.tickets(count), evidence);
    }

    private static PackDocument with(Figure replacement) {
        return document(
                SamplePack.published()
                        .figures()
                        .map(figure -> figure.id().equals(replacement.id()) ? replacement : figure)
                        .toList(),
                List.of());
    }

    private static PackDocument and(Figure more) {
        List<Figure> figures = new ArrayList<>(SamplePack.published().figures().toList());
        figures.add(more);
        return document(figures, List.of());
    }

    private static PackDocument document(List<Figure> figures, List<Balance> balances) {
        List<Table.Row> rows = figures.stream()
                .map(figure -> new Table.Row(List.of("row"), List.of(figure)))
                .toList();
        Section section = new Section(
                1,
                "s",
                "Section",
                Audience.PUBLIC,
                null,
                List.of(),
                List.of(),
                List.of(new Table("t", "table", List.of("Row"), List.of("value"), rows)),
                balances,
                List.of(),
                0);
        return SamplePack.document(SamplePack.heading(PackState.PUBLISHED), List.of(section));
    }
}
