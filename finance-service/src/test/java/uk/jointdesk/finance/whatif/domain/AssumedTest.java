package uk.jointdesk.finance.whatif.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import uk.jointdesk.finance.apportionment.domain.Formula;
import uk.jointdesk.finance.apportionment.domain.Members;
import uk.jointdesk.finance.apportionment.domain.Membership;
import uk.jointdesk.finance.apportionment.domain.Method;
import uk.jointdesk.finance.apportionment.domain.SchemeRecord;
import uk.jointdesk.finance.apportionment.domain.SchemeVersion;
import uk.jointdesk.finance.apportionment.domain.Standing;
import uk.jointdesk.finance.apportionment.domain.WeightSource;
import uk.jointdesk.finance.budget.domain.CostPool;
import uk.jointdesk.finance.budget.domain.PoolKind;
import uk.jointdesk.finance.contribution.domain.Basis;
import uk.jointdesk.finance.contribution.domain.YearFacts;
import uk.jointdesk.finance.money.domain.Fraction;
import uk.jointdesk.finance.money.domain.Money;
import uk.jointdesk.finance.refusal.domain.RuleBroken;
import uk.jointdesk.finance.year.domain.FinancialYear;
import uk.jointdesk.finance.year.domain.Period;

/** What a year would cost each partner under something else. */
class AssumedTest {
    private static final FinancialYear YEAR = new FinancialYear(2050);
    private static final Map<String, SchemeRecord> KEPT = Map.of(
            "USERS", kept("USERS", Method.DRIVER, Map.of("LBB", 3L, "LBL", 1L), "users"),
            "EQUAL", kept("EQUAL", Method.EQUAL, Map.of("LBB", 1L, "LBL", 1L), null));

    @Test
    void nothing_assumed_changes_nothing() {
        assertThat(whatIf(Map.of(), Map.of())).isEqualTo(Map.of("LBB", "75.00", "LBL", "25.00"));
    }

    @Test
    void another_scheme_stands_in() {
        assertThat(whatIf(Map.of("USERS", new Assumed.StandIn("EQUAL", null)), Map.of()))
                .isEqualTo(Map.of("LBB", "50.00", "LBL", "50.00"));
    }

    @Test
    void other_values_of_a_driver_take_the_place_of_all_that_are_known() {
        assertThat(whatIf(Map.of(), Map.of("users", fractions(Map.of("LBL", 4L, "LBS", 1L)))))
                .isEqualTo(Map.of("LBL", "80.00", "LBS", "20.00"));
    }

    @Test
    void a_newcomer_joins_on_its_day_with_the_weight_it_brings() {
        Formula three = Formula.of(Method.EQUAL, fractions(Map.of("LBB", 1L, "LBL", 1L, "NEW", 1L)));
        LocalDate lastDay = YEAR.to();
        Assumed assumed = new Assumed(
                Map.of("USERS", new Assumed.StandIn(null, three)),
                Map.of(),
                List.of(new Membership("NEW", null, lastDay, null)));
        // 364 of 365 days by two, the last by three: 99.73 and 0.27.
        assertThat(amounts(assumed)).isEqualTo(Map.of("LBB", "49.96", "LBL", "49.95", "NEW", "0.09"));
    }

    @Test
    void an_assumption_that_can_have_no_effect_is_refused() {
        assertThat(code(() -> whatIf(Map.of(), Map.of("calls", fractions(Map.of("LBB", 1L))))))
                .isEqualTo("driver-not-used");
        Assumed weightless = new Assumed(Map.of(), Map.of(), List.of(Membership.always("NEW")));
        assertThat(code(() -> amounts(weightless))).isEqualTo("member-without-weight");
    }

    @Test
    void a_bill_that_does_not_add_up_to_the_same_cannot_stand_beside_another() {
        YearBill today = YearBill.of(facts(), Basis.BUDGET, Period.CLOSING, false);
        YearBill short1 = new YearBill(new TreeMap<>(Map.of(today.cells().firstKey(), Money.ofPence(1))));
        assertThatThrownBy(() -> Comparison.of(today, short1)).isInstanceOf(IllegalStateException.class);
    }

    private static Map<String, String> whatIf(
            Map<String, Assumed.StandIn> schemes, Map<String, SortedMap<String, Fraction>> values) {
        return amounts(new Assumed(schemes, values, List.of()));
    }

    private static Map<String, String> amounts(Assumed assumed) {
        Map<String, String> amounts = new TreeMap<>();
        YearBill.of(assumed.applyTo(facts(), KEPT), Basis.BUDGET, Period.CLOSING, false)
                .cells()
                .forEach((cell, amount) -> amounts.put(cell.partner(), amount.toString()));
        return amounts;
    }

    private static YearFacts facts() {
        CostPool pool =
                new CostPool(YEAR, "BASE", "Base", PoolKind.BASE, Money.parse("100.00"), "USERS", "source", false);
        return new YearFacts(
                YEAR, List.of(pool), Map.of("USERS", KEPT.get("USERS").scheme()), Members.EVERYONE, List.of());
    }

    private static SchemeRecord kept(String code, Method method, Map<String, Long> weights, String driver) {
        Standing approved = new Standing(
                "finance",
                Instant.EPOCH,
                new Standing.Decision(Standing.Outcome.APPROVED, "reason", Instant.EPOCH, "board"));
        return new SchemeRecord(
                code,
                code,
                List.of(new SchemeRecord.Version(
                        new SchemeVersion(1, LocalDate.MIN, Formula.of(method, fractions(weights))),
                        "source",
                        false,
                        new WeightSource(driver, null, null, null, null, null),
                        approved)));
    }

    private static SortedMap<String, Fraction> fractions(Map<String, Long> whole) {
        SortedMap<String, Fraction> fractions = new TreeMap<>();
        whole.forEach((partner, weight) -> fractions.put(partner, Fraction.of(weight, 1)));
        return fractions;
    }

    private static String code(ThrowingCallable asked) {
        return catchThrowableOfType(RuleBroken.class, asked).code();
    }
}
