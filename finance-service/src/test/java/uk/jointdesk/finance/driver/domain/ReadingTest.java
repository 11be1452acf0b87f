package uk.jointdesk.finance.driver.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import uk.jointdesk.finance.money.domain.Fraction;
import uk.jointdesk.finance.refusal.domain.RuleBroken;

/** What is read from values, and what may be reported beside a value that stands. */
class ReadingTest {
    private static final Months YEAR = new Months(YearMonth.of(2050, 4), YearMonth.of(2051, 3));
    private static final DriverValue.Entered ENTERED = new DriverValue.Entered(Instant.EPOCH, "finance");

    @Test
    void a_partner_that_joined_halfway_reads_the_mean_of_its_own_months() {
        List<DriverValue> values = List.of(
                value("users", "LBB", 4, "10"),
                value("users", "LBB", 5, "11"),
                value("users", "LBB", 6, "10"),
                value("users", "LBS", 6, "7"),
                value("devices", "LBS", 6, "99"));
        Reading reading = Reading.of("users", YEAR, values);
        assertThat(reading.means())
                .containsEntry("LBB", Fraction.of(31, 3))
                .containsEntry("LBS", Fraction.of(7, 1))
                .hasSize(2);
        assertThat(reading.values()).hasSize(4);
    }

    @Test
    void months_without_any_value_cannot_be_read() {
        Months other = new Months(YearMonth.of(2052, 4), YearMonth.of(2052, 4));
        assertThat(code(() -> Reading.of("users", other, List.of(value("users", "LBB", 4, "10")))))
                .isEqualTo("driver-without-values");
    }

    @Test
    void the_same_number_with_other_zeros_tells_nothing_new() {
        DriverValue standing = value("users", "LBB", 4, "10");
        assertThat(reported("10.00", null, null).repeats(standing)).isTrue();
        assertThat(reported("10.01", null, null).repeats(standing)).isFalse();
        assertThat(reported("10", null, null).repeats(null)).isFalse();
    }

    @Test
    void a_value_is_replaced_only_by_a_correction_that_names_it_or_says_why() {
        DriverValue standing = value("users", "LBB", 4, "10");
        assertThat(code(() -> reported("11", null, null).besides(standing, UUID.randomUUID(), ENTERED)))
                .isEqualTo("value-exists");
        assertThat(code(() -> reported("11", UUID.randomUUID(), "why").besides(standing, UUID.randomUUID(), ENTERED)))
                .isEqualTo("value-superseded");
        assertThat(code(() -> reported("11", standing.id(), null))).isEqualTo("correction-incomplete");
        DriverValue corrected = reported("11", null, "Counted late").besides(standing, UUID.randomUUID(), ENTERED);
        assertThat(corrected.correction()).isEqualTo(new DriverValue.Correction(standing.id(), "Counted late"));
    }

    @Test
    void nobody_uses_less_than_nothing() {
        assertThat(code(() -> reported("-0.01", null, null))).isEqualTo("value-negative");
    }

    private static Reported reported(String value, UUID supersedes, String reason) {
        DriverValue like = value("users", "LBB", 4, "10");
        return new Reported(like.key(), new BigDecimal(value), like.evidence(), supersedes, reason);
    }

    private static DriverValue value(String driver, String partner, int month, String value) {
        return new DriverValue(
                UUID.nameUUIDFromBytes((driver + partner + month).getBytes(StandardCharsets.UTF_8)),
                new DriverValue.Key(driver, partner, YearMonth.of(2050, month)),
                new BigDecimal(value),
                new DriverValue.Evidence("directory", "report 17", false, null),
                null,
                ENTERED);
    }

    private static String code(ThrowingCallable asked) {
        return catchThrowableOfType(RuleBroken.class, asked).code();
    }
}
