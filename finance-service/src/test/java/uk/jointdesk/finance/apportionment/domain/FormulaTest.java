package uk.jointdesk.finance.apportionment.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import uk.jointdesk.finance.money.domain.Fraction;
import uk.jointdesk.finance.money.domain.Money;
import uk.jointdesk.finance.refusal.domain.RuleBroken;
import uk.jointdesk.finance.year.domain.FinancialYear;

class FormulaTest {
    private static final Fraction ONE = Fraction.ONE;
    private static final Fraction NOTHING = Fraction.ZERO;

    @Test
    void percentages_add_up_to_exactly_100() {
        refused(
                "percent-not-100",
                "/weights",
                () -> Formula.of(Method.FIXED_PERCENT, Map.of("LBB", Fraction.of(9999, 100))));
    }

    @Test
    void weights_of_nothing_are_refused_by_every_method() {
        for (Method method : Method.values()) {
            if (method == Method.FIXED_PERCENT || method == Method.DIRECT) {
                continue;
            }
            refused("weights-zero", "/weights", () -> Formula.of(method, Map.of("LBB", NOTHING, "UNATTRIBUTED", ONE)));
        }
    }

    @Test
    void a_weight_below_zero_is_named() {
        refused(
                "weight-negative",
                "/weights/LBL",
                () -> Formula.of(Method.DRIVER, Map.of("LBB", ONE, "LBL", Fraction.of(-1, 1))));
    }

    @Test
    void a_direct_cost_has_one_payer() {
        refused("direct-needs-one", "/weights", () -> Formula.of(Method.DIRECT, Map.of("LBB", ONE, "LBL", ONE)));
        assertThat(Formula.of(Method.DIRECT, Map.of("LBB", NOTHING, "LBL", ONE)).partners())
                .hasSize(2);
    }

    @Test
    void a_mix_is_whole_and_every_driver_has_a_weight_and_values() {
        refused("mix-not-whole", "/weights", () -> mix(Map.of("users", Fraction.of(1, 2)), "users"));
        refused(
                "driver-without-values",
                "/weights/calls",
                () -> mix(Map.of("calls", Fraction.of(1, 2), "users", Fraction.of(1, 2)), "users"));
        refused("driver-without-weight", "/drivers/calls", () -> mix(Map.of("users", ONE), "users", "calls"));
    }

    @Test
    void a_year_that_nobody_is_a_member_of_is_refused() {
        Members gone = Members.of(List.of(new Membership("LBB", null, null, LocalDate.of(2020, 9, 30))));
        Scheme scheme = Scheme.of(Formula.of(Method.EQUAL, Map.of("LBB", ONE)));
        refused(
                "nobody-to-pay",
                "/members",
                () -> DividedCost.of(Money.ofPence(1), new FinancialYear(2020).span(), scheme, gone));
    }

    @Test
    void a_sub_body_has_no_sub_bodies() {
        refused(
                "parent-nested",
                "/members",
                () -> Members.of(
                        List.of(new Membership("LH", "LBL", null, null), new Membership("LHX", "LH", null, null))));
    }

    private static Formula mix(Map<String, Fraction> weights, String... drivers) {
        TreeMap<String, java.util.SortedMap<String, Fraction>> values = new TreeMap<>();
        for (String driver : drivers) {
            values.put(driver, new TreeMap<>(Map.of("LBB", ONE)));
        }
        return new Formula(Method.WEIGHTED, new TreeMap<>(weights), values);
    }

    private static void refused(String code, String pointer, ThrowingCallable asked) {
        RuleBroken broken = catchThrowableOfType(RuleBroken.class, asked);
        assertThat(broken).isNotNull();
        assertThat(broken.code()).isEqualTo(code);
        assertThat(broken.pointer()).isEqualTo(pointer);
    }
}
