package uk.jointdesk.finance.apportionment.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import uk.jointdesk.finance.money.domain.Fraction;
import uk.jointdesk.finance.money.domain.Money;
import uk.jointdesk.testkit.Draw;
import uk.jointdesk.testkit.Laws;

/** Where largest remainder takes a penny back although the cost grew. */
class UnexplainedFallTest {

    @Test
    void the_textbook_case_an_eleventh_penny_costs_the_small_one_its_second() {
        Weights weights = weights(Map.of("LBB", 6L, "LBL", 6L, "LH", 2L));
        assertThat(amounts(10, weights)).containsExactly(4L, 4L, 2L);
        assertThat(amounts(11, weights)).containsExactly(5L, 5L, 1L);
        assertThat(falls(10, 11, weights))
                .containsExactly(
                        new UnexplainedFall(UnexplainedFall.Kind.TOTAL_GREW, "LH", Money.ofPence(2), Money.ofPence(1)));
    }

    @Test
    void the_census_of_1880_takes_a_seat_from_alabama_as_the_house_grows_from_299_to_300() {
        Apportionment of299 = Census1880.house(299);
        Apportionment of300 = Census1880.house(300);
        assertThat(of299.amountOf("Alabama").pence()).isEqualTo(8);
        assertThat(of300.amountOf("Alabama").pence()).isEqualTo(7);
        assertThat(of300.amountOf("Illinois").pence()).isEqualTo(19);
        assertThat(of300.amountOf("Texas").pence()).isEqualTo(10);
        assertThat(UnexplainedFall.between(of299, of300))
                .containsExactly(new UnexplainedFall(
                        UnexplainedFall.Kind.TOTAL_GREW, "Alabama", Money.ofPence(8), Money.ofPence(7)));
    }

    @Test
    void without_a_seat_for_every_state_the_same_census_takes_one_from_florida_at_299() {
        Weights people = Weights.of(Census1880.FRACTIONS);
        assertThat(falls(298, 299, people)).extracting(UnexplainedFall::partner).containsExactly("Florida");
        assertThat(falls(299, 300, people)).isEmpty();
    }

    @Test
    void it_finds_every_partner_that_the_oracle_sees_fall_and_each_fall_is_one_penny() {
        Laws.forAll("no fall is missed", Growth::draw, Laws.cases(), growth -> {
            Map<String, BigDecimal> weights = growth.before().weights();
            Map<String, Long> before = Oracle.divide(growth.before().pence(), weights);
            Map<String, Long> after = Oracle.divide(growth.after().pence(), weights);
            List<String> fell = before.keySet().stream()
                    .filter(partner -> Math.abs(after.get(partner)) < Math.abs(before.get(partner)))
                    .toList();
            List<UnexplainedFall> found = UnexplainedFall.between(
                    Apportionment.of(growth.before().total(), growth.before().asWeights()),
                    Apportionment.of(growth.after(), growth.before().asWeights()));
            assertThat(found).extracting(UnexplainedFall::partner).containsExactlyElementsOf(fell);
            assertThat(found).allMatch(fall -> fall.fall().equals(Money.ofPence(1)));
        });
    }

    @Test
    void a_partner_that_counts_for_more_and_pays_less_is_found_too() {
        // Of 4: 1.43 and 1.29 and 1.29 become 1.45 and 1.10 and 1.45, and the odd penny moves on.
        Apportionment before = Apportionment.of(Money.ofPence(4), weights(Map.of("A", 100L, "B", 90L, "C", 90L)));
        Apportionment after =
                Apportionment.of(Money.ofPence(4), weights(Map.of("A", 1_450L, "B", 1_095L, "C", 1_455L)));
        assertThat(UnexplainedFall.between(before, after))
                .containsExactly(
                        new UnexplainedFall(UnexplainedFall.Kind.PARTS_MOVED, "A", Money.ofPence(2), Money.ofPence(1)));
    }

    @Test
    void a_smaller_total_or_one_of_the_other_sign_explains_every_fall() {
        Weights weights = weights(Map.of("LBB", 6L, "LBL", 6L, "LH", 2L));
        assertThat(falls(11, 10, weights)).isEmpty();
        assertThat(falls(10, -11, weights)).isEmpty();
        assertThat(falls(-10, -11, weights))
                .extracting(UnexplainedFall::partner)
                .containsExactly("LH");
    }

    /** The same weights, and a total that has grown by a little. */
    private record Growth(Case before, Money after) {
        static Growth draw(Draw draw) {
            Case before = Case.draw(draw);
            long more = draw.between(1L, 3L);
            boolean room = Math.abs(before.pence()) < Long.MAX_VALUE - 3;
            long grown = before.pence() + (before.pence() < 0 ? -more : more);
            return new Growth(before, Money.ofPence(room ? grown : before.pence()));
        }
    }

    private static List<UnexplainedFall> falls(long before, long after, Weights weights) {
        return UnexplainedFall.between(
                Apportionment.of(Money.ofPence(before), weights), Apportionment.of(Money.ofPence(after), weights));
    }

    private static List<Long> amounts(long pence, Weights weights) {
        return Apportionment.of(Money.ofPence(pence), weights).shares().stream()
                .map(share -> share.amount().pence())
                .toList();
    }

    private static Weights weights(Map<String, Long> whole) {
        Map<String, Fraction> weights = new TreeMap<>();
        whole.forEach((partner, weight) -> weights.put(partner, Fraction.of(BigDecimal.valueOf(weight))));
        return Weights.of(weights);
    }
}
