package uk.jointdesk.kpi.headline.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import uk.jointdesk.kpi.period.domain.Range;
import uk.jointdesk.kpi.ratio.domain.Fraction;
import uk.jointdesk.kpi.statistics.domain.Chance;
import uk.jointdesk.kpi.statistics.domain.Measure;
import uk.jointdesk.kpi.statistics.domain.Observation;
import uk.jointdesk.testkit.Laws;

class ExaminationTest {

    private static final Function<Figure, Optional<Fraction>> EIGHTY = figure -> Optional.of(Fraction.of(80, 100));
    private static final Function<Figure, Optional<Fraction>> NONE = figure -> Optional.empty();

    /** Board pack of February 2019: 263, then 218, then 224 in the quarters to the end of 2018. */
    @Test
    void what_rose_last_does_not_continue_to_decrease() {
        var ruling = Examination.of(ClaimKind.CONTINUES_TO_DECREASE, List.of(counts(263, 218, 224)), NONE);
        assertThat(ruling.holds()).isFalse();
        assertThat(ruling.contradictions()).singleElement().satisfies(against -> assertThat(against.words())
                .isEqualTo("ALL P2 2018-02 to 2018-03: 218 to 224 is a rise."));
    }

    @Test
    void one_step_continues_nothing() {
        assertThat(Examination.of(ClaimKind.CONTINUES_TO_DECREASE, List.of(counts(91, 82)), NONE)
                        .holds())
                .isFalse();
        assertThat(Examination.of(ClaimKind.DECREASES, List.of(counts(91, 82)), NONE)
                        .holds())
                .isTrue();
        assertThat(Examination.of(ClaimKind.CONTINUES_TO_DECREASE, List.of(counts(91, 82, 51)), NONE)
                        .holds())
                .isTrue();
    }

    @Test
    void a_step_that_may_be_chance_is_accepted_with_a_word_about_it() {
        var ruling = Examination.of(ClaimKind.DECREASES, List.of(counts(91, 82)), NONE);
        assertThat(ruling.cautions()).containsExactly("ALL P2 2018-01 to 2018-02: 91 to 82 is no more than chance.");
        assertThat(Examination.of(ClaimKind.UNCHANGED, List.of(counts(91, 82)), NONE)
                        .holds())
                .isTrue();
        assertThat(Examination.of(ClaimKind.UNCHANGED, List.of(counts(82, 51)), NONE)
                        .holds())
                .isFalse();
    }

    @Test
    void a_phrase_about_all_partners_is_true_only_if_it_is_true_of_each() {
        var rows = List.of(ratios("LBB", 89, 100), ratios("LBS", 76, 100));
        var high = Examination.of(ClaimKind.MEETS_TARGET, rows, EIGHTY);
        assertThat(high.contradictions())
                .extracting(Ruling.Contradiction::words)
                .containsExactly("LBS P4 2018-01: 76 of 100 (76.00 %) is below the target of 80.00 %.");
        var poor = Examination.of(ClaimKind.MISSES_TARGET, rows, EIGHTY);
        assertThat(poor.contradictions())
                .extracting(Ruling.Contradiction::words)
                .containsExactly("LBB P4 2018-01: 89 of 100 (89.00 %) meets the target of 80.00 %.");
    }

    @Test
    void a_target_is_met_by_the_exact_ratio_and_not_by_the_printed_one() {
        var printedAsEighty = List.of(ratios("LBB", 159_999, 200_000));
        assertThat(Examination.of(ClaimKind.MEETS_TARGET, printedAsEighty, EIGHTY)
                        .holds())
                .isFalse();
    }

    @Test
    void small_numbers_are_named() {
        assertThat(Examination.of(ClaimKind.MEETS_TARGET, List.of(ratios("LBL", 6, 6)), EIGHTY)
                        .cautions())
                .containsExactly("Small numbers: LBL P4 2018-01 rests on 6 tickets.");
    }

    @Test
    void nothing_is_claimed_of_nothing() {
        assertThat(Examination.of(ClaimKind.MEETS_TARGET, List.of(), EIGHTY).holds())
                .isFalse();
        assertThat(Examination.of(ClaimKind.MEETS_TARGET, List.of(ratios("LBL", 0, 0)), EIGHTY)
                        .holds())
                .isFalse();
        assertThat(Examination.of(ClaimKind.MEETS_TARGET, List.of(ratios("LBL", 6, 6)), NONE)
                        .holds())
                .isFalse();
    }

    /** A row cannot both meet and miss, nor rise and fall; and what is neither is refused both ways. */
    @Test
    void opposite_claims_never_both_hold() {
        Laws.forAll("opposites", draw -> draw, Laws.cases(), draw -> {
            int[] values = new int[draw.between(1, 5)];
            for (int i = 0; i < values.length; i++) {
                values[i] = draw.between(0, 6);
            }
            var row = List.of(counts(values));
            boolean up = Examination.of(ClaimKind.INCREASES, row, NONE).holds();
            boolean down = Examination.of(ClaimKind.DECREASES, row, NONE).holds();
            assertThat(up && down).isFalse();
            long rises = 0;
            for (int i = 1; i < values.length; i++) {
                rises += values[i] > values[i - 1] ? 1 : 0;
            }
            assertThat(up).isEqualTo(values.length > 1 && rises == values.length - 1);
        });
    }

    @Test
    void generated_headlines_claim_only_what_holds() {
        Laws.forAll("headlines hold", draw -> draw, Laws.oracleCases(), draw -> {
            List<Figure> months = counts(draw.between(0, 99), draw.between(0, 99), draw.between(0, 99));
            Figure whole = counts(draw.between(0, 300)).get(0);
            Figure before = counts(draw.between(0, 300)).get(0);
            List<Headline> written = new ArrayList<>(List.of(Writer.volumes("v", "P2", months, whole, before)));
            List<Figure> partners = new ArrayList<>();
            for (String partner : List.of("LBB", "LBL", "LBS")) {
                long measured = draw.between(0, 40);
                partners.addAll(ratios(partner, draw.between(0L, measured), measured));
            }
            Writer.compliance("P4", partners, Fraction.of(80, 100)).ifPresent(written::add);
            for (Headline headline : written) {
                headline.claims().forEach(claim -> {
                    List<List<Figure>> rows = headline.id().equals("v")
                            ? List.of(claim.figures())
                            : claim.figures().stream().map(List::of).toList();
                    assertThat(Examination.of(claim.kind(), rows, EIGHTY).contradictions())
                            .isEmpty();
                });
            }
        });
    }

    @Test
    void a_headline_names_each_partner_and_small_numbers() {
        List<Figure> partners = new ArrayList<>(ratios("LBB", 89, 100));
        partners.addAll(ratios("LBS", 5, 6));
        partners.addAll(ratios("LBL", 60, 100));
        assertThat(Writer.compliance("P4", partners, Fraction.of(80, 100))
                        .orElseThrow()
                        .text())
                .isEqualTo("P4 meets its target of 80.00 % for LBB 89 of 100 (89.00 %), LBS 5 of 6 (83.33 %)."
                        + " P4 misses its target of 80.00 % for LBL 60 of 100 (60.00 %)."
                        + " Small numbers (tickets measured): LBS 6.");
    }

    @Test
    void a_mixture_gets_no_single_word() {
        List<Figure> before = List.of(counts(14).get(0), counts(72).get(0));
        assertThat(Writer.overall(before, List.of(counts(8).get(0), counts(90).get(0)))
                        .text())
                .endsWith(": a mixed picture.");
        assertThat(Writer.overall(before, List.of(counts(8).get(0), counts(57).get(0)))
                        .text())
                .isEqualTo("Tickets logged against the period before: P2 6 fewer (no more than chance), P2 15 fewer (no"
                        + " more than chance).");
    }

    @Test
    void the_range_before_has_as_many_months_or_days() {
        assertThat(Preceding.of(range("2018-10-01", "2018-12-31"))).isEqualTo(range("2018-07-01", "2018-09-30"));
        assertThat(Preceding.of(range("2021-02-01", "2021-05-31"))).isEqualTo(range("2020-10-01", "2021-01-31"));
        assertThat(Preceding.of(range("2018-10-08", "2018-10-14"))).isEqualTo(range("2018-10-01", "2018-10-07"));
    }

    /** The sum of two Poisson counts has a standard deviation of its root: 1.96 of them are 13.86 for 50. */
    @Test
    void chance_ends_at_one_ninety_six_standard_deviations() {
        assertThat(Chance.isExceededBetween(18, 32)).isTrue();
        assertThat(Chance.isExceededBetween(19, 31)).isFalse();
        assertThat(Chance.isExceededBetween(0, 0)).isFalse();
    }

    private static Range range(String from, String to) {
        return new Range(java.time.LocalDate.parse(from), java.time.LocalDate.parse(to));
    }

    private static List<Figure> counts(int... values) {
        List<Figure> figures = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            figures.add(figure(Measure.LOGGED, "P2", "ALL", i, Observation.count(values[i])));
        }
        return figures;
    }

    private static List<Figure> ratios(String partner, long met, long measured) {
        return List.of(figure(Measure.COMPLIANCE, "P4", partner, 0, new Observation(met, measured)));
    }

    private static Figure figure(Measure measure, String priority, String partner, int month, Observation seen) {
        YearMonth of = YearMonth.of(2018, 1).plusMonths(month);
        return Figure.of(measure, priority, partner, of.toString(), of.atDay(1), of.atEndOfMonth(), seen);
    }
}
