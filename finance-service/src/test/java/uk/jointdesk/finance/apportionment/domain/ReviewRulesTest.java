package uk.jointdesk.finance.apportionment.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import uk.jointdesk.finance.driver.domain.Months;
import uk.jointdesk.finance.money.domain.Fraction;
import uk.jointdesk.finance.refusal.domain.RuleBroken;

/** When weights are looked at again, which months they are read from, and which versions are in force. */
class ReviewRulesTest {
    private static final LocalDate APRIL = LocalDate.of(2050, 4, 1);
    private static final Fraction TWO_POINTS = Fraction.of(2, 1);

    @Test
    void each_rule_reads_its_own_months() {
        LocalDate day = LocalDate.of(2050, 6, 15);
        assertThat(ReadingRule.SNAPSHOT.months(APRIL, day)).hasToString("2050-06");
        assertThat(ReadingRule.SAME_MONTH.months(day, null)).hasToString("2050-06");
        assertThat(ReadingRule.PREVIOUS_YEAR_AVERAGE.months(day, null)).hasToString("2049-04 to 2050-03");
        assertThat(ReadingRule.PREVIOUS_YEAR_AVERAGE.months(LocalDate.of(2051, 3, 31), null))
                .hasToString("2049-04 to 2050-03");
    }

    @Test
    void only_a_snapshot_has_a_day() {
        assertThat(catchThrowableOfType(RuleBroken.class, () -> ReadingRule.SNAPSHOT.months(APRIL, null))
                        .code())
                .isEqualTo("snapshot-day-missing");
        assertThat(catchThrowableOfType(RuleBroken.class, () -> ReadingRule.SAME_MONTH.months(APRIL, APRIL))
                        .code())
                .isEqualTo("snapshot-day-not-used");
    }

    @Test
    void exactly_the_tolerance_is_tolerated_and_a_hair_more_is_not() {
        List<Movement> twoPoints = moved(50, 50, 52, 48);
        assertThat(Movement.largest(twoPoints).orElseThrow().points()).isEqualTo(TWO_POINTS);
        assertThat(Movement.isTooFar(twoPoints, TWO_POINTS)).isFalse();
        assertThat(Movement.isTooFar(moved(5000, 5000, 5201, 4799), TWO_POINTS)).isTrue();
        assertThat(Movement.isTooFar(twoPoints, null)).isTrue();
        assertThat(Movement.isTooFar(moved(1, 1, 7, 7), null)).isFalse();
    }

    @Test
    void a_partner_that_is_new_to_a_driver_has_moved_from_nothing() {
        List<Movement> movements =
                Movement.between(perDriver(Map.of("LBB", 1L)), perDriver(Map.of("LBB", 3L, "LBS", 1L)));
        assertThat(movements).extracting(Movement::partner).containsExactly("LBB", "LBS");
        assertThat(movements).extracting(Movement::points).containsOnly(Fraction.of(25, 1));
    }

    @Test
    void a_review_is_due_from_its_day_on_and_when_a_driver_moved() {
        assertThat(review(APRIL.minusDays(1), moved(1, 1, 1, 1)).reasons()).isEmpty();
        assertThat(review(APRIL, moved(1, 1, 1, 1)).reasons()).containsExactly(Review.Reason.DATE_REACHED);
        assertThat(review(APRIL, moved(1, 1, 2, 1)).reasons())
                .containsExactly(Review.Reason.DATE_REACHED, Review.Reason.DRIVER_MOVED);
    }

    @Test
    void only_what_the_board_approved_is_in_force_and_a_rejected_version_frees_its_day() {
        SchemeRecord scheme = new SchemeRecord(
                "S",
                "S",
                List.of(
                        version(1, APRIL, Standing.Outcome.APPROVED),
                        version(2, APRIL.plusYears(1), Standing.Outcome.REJECTED),
                        version(3, APRIL.plusYears(1), null)));
        assertThat(scheme.inForceOn(APRIL.plusYears(2)).orElseThrow().version().number())
                .isEqualTo(1);
        assertThat(scheme.inForceOn(APRIL.minusDays(1))).isEmpty();
        assertThat(scheme.nextNumber()).isEqualTo(4);
        scheme.checkBeginsLast(APRIL.plusYears(1).plusDays(1), "/validFrom");
        assertThat(catchThrowableOfType(
                                RuleBroken.class, () -> scheme.checkBeginsLast(APRIL.plusYears(1), "/validFrom"))
                        .code())
                .isEqualTo("version-not-later");
    }

    private static Review review(LocalDate asAt, List<Movement> movements) {
        Months month = new Months(YearMonth.of(2050, 3), YearMonth.of(2050, 3));
        return new Review(version(1, LocalDate.MIN, Standing.Outcome.APPROVED), asAt, month, movements);
    }

    private static SchemeRecord.Version version(int number, LocalDate from, Standing.Outcome outcome) {
        Formula formula = Formula.of(Method.DRIVER, Map.of("LBB", Fraction.ONE));
        Standing.Decision decision =
                outcome == null ? null : new Standing.Decision(outcome, "reason", Instant.EPOCH, "board");
        return new SchemeRecord.Version(
                new SchemeVersion(number, from, formula),
                "source",
                false,
                new WeightSource("users", null, null, TWO_POINTS, APRIL, null),
                new Standing("finance", Instant.EPOCH, decision));
    }

    private static List<Movement> moved(long brent, long lewisham, long brentNow, long lewishamNow) {
        return Movement.between(
                perDriver(Map.of("LBB", brent, "LBL", lewisham)),
                perDriver(Map.of("LBB", brentNow, "LBL", lewishamNow)));
    }

    private static SortedMap<String, Weights> perDriver(Map<String, Long> users) {
        SortedMap<String, Weights> drivers = new TreeMap<>();
        drivers.put("users", weights(users));
        return drivers;
    }

    private static Weights weights(Map<String, Long> whole) {
        SortedMap<String, Fraction> weights = new TreeMap<>();
        whole.forEach((partner, weight) -> weights.put(partner, Fraction.of(weight, 1)));
        return new Weights(weights);
    }
}
