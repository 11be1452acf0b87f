package uk.jointdesk.finance.apportionment.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import uk.jointdesk.finance.money.domain.Fraction;
import uk.jointdesk.finance.money.domain.Money;
import uk.jointdesk.finance.year.domain.FinancialYear;

/** TC-43 and TC-47: figures that other systems got wrong by a penny, and the service's own years. */
class PublishedDivisionsTest {

    @Test
    void tc43_182_25_at_98_to_2_is_178_61_and_3_64() {
        assertThat(divide("182.25", Map.of("LBB", "98", "LBL", "2")))
                .containsEntry("LBB", "178.61")
                .containsEntry("LBL", "3.64");
    }

    @Test
    void tc43_785_08_in_uneven_thirds_gives_the_odd_pennies_to_the_largest_remainder() {
        assertThat(divide("785.08", Map.of("LBB", "33.33", "LBL", "33.33", "LBS", "33.34")))
                .isEqualTo(Map.of("LBB", "261.67", "LBL", "261.67", "LBS", "261.74"));
    }

    @Test
    void tc43_a_hundred_pounds_in_thirds_gives_the_penny_to_the_lowest_code() {
        assertThat(divide("100.00", Map.of("LBS", "1", "LBL", "1", "LBB", "1")))
                .isEqualTo(Map.of("LBB", "33.34", "LBL", "33.33", "LBS", "33.33"));
        assertThat(divide("-100.00", Map.of("LBS", "1", "LBL", "1", "LBB", "1")))
                .isEqualTo(Map.of("LBB", "-33.34", "LBL", "-33.33", "LBS", "-33.33"));
    }

    @Test
    void tc47_southwark_joins_on_1_november_2017() {
        Members members = Members.of(List.of(new Membership("LBS", null, LocalDate.of(2017, 11, 1), null)));
        Scheme equal = Scheme.of(Formula.of(Method.EQUAL, weights(Map.of("LBB", "1", "LBL", "1", "LBS", "1"))));
        DividedCost year = DividedCost.of(Money.parse("3400000.00"), new FinancialYear(2017).span(), equal, members);
        TermCost two = year.terms().get(0);
        TermCost three = year.terms().get(1);
        assertThat(two.term().span().days()).isEqualTo(214);
        assertThat(three.term().span().days()).isEqualTo(151);
        assertThat(two.cost()).hasToString("1993424.66");
        assertThat(three.cost()).hasToString("1406575.34");
        assertThat(amounts(two.lines())).isEqualTo(Map.of("LBB", "996712.33", "LBL", "996712.33"));
        assertThat(amounts(three.lines()))
                .isEqualTo(Map.of("LBB", "468858.45", "LBL", "468858.45", "LBS", "468858.44"));
        assertThat(amounts(year.lines()))
                .isEqualTo(Map.of("LBB", "1465570.78", "LBL", "1465570.78", "LBS", "468858.44"));
    }

    @Test
    void tc47_southwark_leaves_on_1_november_and_lewisham_homes_is_inside_lewisham() {
        Members members = Members.of(List.of(
                new Membership("LBS", null, null, LocalDate.of(2021, 10, 31)),
                new Membership("LH", "LBL", null, null)));
        Scheme users = Scheme.of(
                Formula.of(Method.DRIVER, weights(Map.of("LBB", "3120", "LBL", "2480", "LH", "500", "LBS", "4275"))));
        DividedCost year = DividedCost.of(Money.parse("14600000.00"), new FinancialYear(2021).span(), users, members);
        assertThat(amounts(year.lines()))
                .isEqualTo(Map.of("LBB", "5663499.43", "LBL", "5409368.04", "LBS", "3527132.53"));
        Line lewisham = year.lines().get(1);
        assertThat(lewisham.within()).extracting(Share::partner).containsExactly("LBL", "LH");
        assertThat(Money.sum(lewisham.within().stream().map(Share::amount).toList()))
                .hasToString("5409368.04");
        Fraction within = lewisham.within().get(1).fraction().dividedBy(lewisham.fraction());
        assertThat(within).isEqualTo(Fraction.of(500, 2980));
    }

    @Test
    void a_mix_of_drivers_adds_up_each_drivers_share_by_its_part_of_the_mix() {
        Formula mix = new Formula(
                Method.WEIGHTED,
                new TreeMap<>(weights(Map.of("users", "60", "devices", "40"))),
                new TreeMap<>(Map.of(
                        "users", new TreeMap<>(weights(Map.of("LBB", "1", "LBL", "3"))),
                        "devices", new TreeMap<>(weights(Map.of("LBB", "1", "LBL", "1", "UNATTRIBUTED", "9"))))));
        // 0.6 x 1/4 + 0.4 x 1/2 = 0.35
        List<Line> lines = DividedCost.undated(Money.parse("100.00"), mix, Members.EVERYONE);
        assertThat(amounts(lines)).isEqualTo(Map.of("LBB", "35.00", "LBL", "65.00"));
        assertThat(mix.leftOut()).containsEntry("devices", Fraction.of(9, 1));
    }

    private static Map<String, String> divide(String total, Map<String, String> weights) {
        return Apportionment.of(Money.parse(total), Weights.of(weights(weights))).shares().stream()
                .collect(
                        Collectors.toMap(Share::partner, share -> share.amount().toString()));
    }

    private static Map<String, Fraction> weights(Map<String, String> written) {
        return written.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> Fraction.of(new BigDecimal(entry.getValue()))));
    }

    private static Map<String, String> amounts(List<Line> lines) {
        return lines.stream()
                .collect(Collectors.toMap(Line::partner, line -> line.amount().toString()));
    }
}
