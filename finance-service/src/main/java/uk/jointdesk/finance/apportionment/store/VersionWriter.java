package uk.jointdesk.finance.apportionment.store;

import java.math.BigDecimal;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import uk.jointdesk.finance.apportionment.domain.Formula;
import uk.jointdesk.finance.apportionment.domain.SchemeRecord;
import uk.jointdesk.finance.apportionment.domain.SchemeVersion;
import uk.jointdesk.finance.money.domain.Fraction;

/** Writes one version of a scheme with its numbers. */
record VersionWriter(Handle h, String scheme, SchemeVersion version) {

    boolean write(SchemeRecord.Version recorded, String by) {
        if (!head(recorded, by)) {
            return false;
        }
        Formula formula = version.formula();
        if (formula.isMixOfDrivers()) {
            mix(formula.weights());
            formula.drivers().forEach(this::weights);
        } else {
            weights("", formula.weights());
        }
        return true;
    }

    private boolean head(SchemeRecord.Version recorded, String by) {
        return h.createUpdate(
                                "insert into scheme_version"
                                        + " (scheme, number, valid_from, method, source, assumption, recorded_by) values"
                                        + " (:scheme, :number, :from, :method, :source, :assumption, :by) on conflict do nothing")
                        .bind("scheme", scheme)
                        .bind("number", version.number())
                        .bind("from", version.validFrom())
                        .bind("method", version.formula().method().name())
                        .bind("source", recorded.source())
                        .bind("assumption", recorded.assumption())
                        .bind("by", by)
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
        PreparedBatch batch = h.prepareBatch("insert into scheme_weight (partner, scheme, number, driver, value)"
                + " values (:partner, :scheme, :number, :driver, :value)");
        values.forEach((partner, value) -> batch.bind("partner", partner)
                .bind("scheme", scheme)
                .bind("number", version.number())
                .bind("driver", driver)
                .bind("value", decimal(value))
                .add());
        batch.execute();
    }

    /** Exact: every weight was read from a decimal. */
    private static BigDecimal decimal(Fraction weight) {
        return new BigDecimal(weight.numerator()).divide(new BigDecimal(weight.denominator()));
    }
}
