package uk.jointdesk.finance.apportionment.store;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import uk.jointdesk.finance.apportionment.domain.Formula;
import uk.jointdesk.finance.apportionment.domain.SchemeRecord;
import uk.jointdesk.finance.apportionment.domain.SchemeVersion;
import uk.jointdesk.finance.apportionment.domain.Standing;
import uk.jointdesk.finance.apportionment.domain.WeightSource;
import uk.jointdesk.finance.driver.domain.DriverValue;
import uk.jointdesk.finance.driver.domain.Months;
import uk.jointdesk.finance.money.domain.Fraction;

/** Writes one version of a scheme with its numbers and what they were read from. */
record VersionWriter(Handle h, String scheme, SchemeVersion version) {
    private static final String HEAD = "insert into scheme_version (scheme, number, valid_from, method, source,"
            + " assumption, driver, reading_rule, reading_from, reading_to, tolerance_points, review_on, follows,"
            + " recorded_at, recorded_by) values (:scheme, :number, :from, :method, :source, :assumption, :driver, :rule,"
            + " :readingFrom, :readingTo, :tolerance, :reviewOn, :follows, :at, :by) on conflict do nothing";

    /** False when the scheme has a version of that number. */
    boolean write(SchemeRecord.Version recorded, Collection<DriverValue> read) {
        if (!head(recorded)) {
            return false;
        }
        Formula formula = version.formula();
        if (formula.isMixOfDrivers()) {
            mix(formula.weights());
            formula.drivers().forEach(this::weights);
        } else {
            weights("", formula.weights());
        }
        readings(read);
        Optional.ofNullable(recorded.standing().decision()).ifPresent(this::decide);
        return true;
    }

    private boolean head(SchemeRecord.Version recorded) {
        WeightSource weights = recorded.weights();
        return h.createUpdate(HEAD)
                        .bind("scheme", scheme)
                        .bind("number", version.number())
                        .bind("from", version.validFrom())
                        .bind("method", version.formula().method().name())
                        .bind("source", recorded.source())
                        .bind("assumption", recorded.assumption())
                        .bind("driver", weights.driver())
                        .bind(
                                "rule",
                                weights.rule() == null ? null : weights.rule().name())
                        .bind("readingFrom", firstDay(weights.months(), Months::from))
                        .bind("readingTo", firstDay(weights.months(), Months::to))
                        .bind(
                                "tolerance",
                                weights.tolerancePoints() == null ? null : decimal(weights.tolerancePoints()))
                        .bind("reviewOn", weights.reviewOn())
                        .bind("follows", weights.follows())
                        .bind("at", recorded.standing().proposedAt())
                        .bind("by", recorded.standing().proposedBy())
                        .execute()
                == 1;
    }

    private static LocalDate firstDay(Months months, Function<Months, YearMonth> end) {
        return months == null ? null : end.apply(months).atDay(1);
    }

    /** False when it is decided already. */
    boolean decide(Standing.Decision decision) {
        return h.createUpdate("insert into scheme_decision (scheme, number, outcome, reason, decided_at, decided_by)"
                                + " values (:scheme, :number, :outcome, :reason, :at, :by) on conflict do nothing")
                        .bind("scheme", scheme)
                        .bind("number", version.number())
                        .bind("outcome", decision.outcome().name())
                        .bind("reason", decision.reason())
                        .bind("at", decision.at())
                        .bind("by", decision.by())
                        .execute()
                == 1;
    }

    private void mix(Map<String, Fraction> weights) {
        PreparedBatch batch = h.prepareBatch("insert into scheme_driver (scheme, number, driver, weight)"
                + " values (:scheme, :number, :driver, :weight)");
        weights.forEach((driver, weight) -> batch.bind("scheme", scheme)
                .bind("number", version.number())
                .bind("driver", driver)
                .bind("weight", decimal(weight))
                .add());
        batch.execute();
    }

    private void weights(String driver, Map<String, Fraction> values) {
        PreparedBatch batch =
                h.prepareBatch("insert into scheme_weight (partner, scheme, number, driver, value, divisor)"
                        + " values (:partner, :scheme, :number, :driver, :value, :divisor)");
        values.forEach((partner, value) -> {
            int divisor = divisor(value);
            batch.bind("partner", partner)
                    .bind("scheme", scheme)
                    .bind("number", version.number())
                    .bind("driver", driver)
                    .bind("value", decimal(value.times(Fraction.of(divisor, 1))))
                    .bind("divisor", divisor)
                    .add();
        });
        batch.execute();
    }

    private void readings(Collection<DriverValue> read) {
        if (read.isEmpty()) {
            return;
        }
        PreparedBatch batch = h.prepareBatch("insert into scheme_reading (partner, scheme, number, value)"
                + " values (:partner, :scheme, :number, :value)");
        read.forEach(value -> batch.bind("partner", value.partner())
                .bind("scheme", scheme)
                .bind("number", version.number())
                .bind("value", value.id())
                .add());
        batch.execute();
    }

    /** One for a decimal; else the denominator without its twos and fives, which a mean of at most 12 months leaves small. */
    private static int divisor(Fraction value) {
        BigInteger rest = value.denominator();
        for (BigInteger prime : new BigInteger[] {BigInteger.TWO, BigInteger.valueOf(5)}) {
            while (rest.mod(prime).signum() == 0) {
                rest = rest.divide(prime);
            }
        }
        return rest.intValueExact();
    }

    private static BigDecimal decimal(Fraction weight) {
        return new BigDecimal(weight.numerator()).divide(new BigDecimal(weight.denominator()));
    }
}
