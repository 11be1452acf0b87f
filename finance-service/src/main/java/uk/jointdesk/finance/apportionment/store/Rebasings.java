package uk.jointdesk.finance.apportionment.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import uk.jointdesk.finance.apportionment.domain.Movement;
import uk.jointdesk.finance.apportionment.domain.Rebasing;
import uk.jointdesk.finance.apportionment.domain.SchemeRecord;
import uk.jointdesk.finance.driver.domain.DriverValue;
import uk.jointdesk.finance.money.domain.Fraction;
import uk.jointdesk.finance.refusal.domain.RuleBroken;
import uk.jointdesk.kit.db.ScopedDb;
import uk.jointdesk.kit.scope.PartnerScope;

/** The times weights were to be read again, whether or not anything came of it. */
@ApplicationScoped
public class Rebasings {
    private final ScopedDb.Scoped everybody;

    public Rebasings(ScopedDb db) {
        this.everybody = db.as(PartnerScope.ALL);
    }

    public List<Rebasing> of(String scheme) {
        return everybody.read(h -> h.createQuery("select * from scheme_rebasing where scheme = :scheme order by number")
                .bind("scheme", scheme)
                .map((row, context) -> rebasing(row, movements(h, scheme, row.getInt("number"))))
                .list());
    }

    private static List<Movement> movements(Handle h, String scheme, int number) {
        return h.createQuery("select * from scheme_movement where scheme = :scheme and number = :number"
                        + " order by driver, partner")
                .bind("scheme", scheme)
                .bind("number", number)
                .map((row, context) -> new Movement(
                        row.getString("driver"), row.getString("partner"), part(row, "before"), part(row, "after")))
                .list();
    }

    private static Fraction part(ResultSet row, String which) throws SQLException {
        return new Fraction(
                row.getBigDecimal(which + "_numerator").toBigIntegerExact(),
                row.getBigDecimal(which + "_denominator").toBigIntegerExact());
    }

    private static Rebasing rebasing(ResultSet row, List<Movement> movements) throws SQLException {
        BigDecimal tolerance = row.getBigDecimal("tolerance");
        return new Rebasing(
                row.getInt("number"),
                row.getInt("in_force"),
                row.getObject("effective_from", LocalDate.class),
                VersionRows.months(row, "months_from", "months_to"),
                tolerance == null ? null : Fraction.of(tolerance),
                movements,
                row.getObject("version", Integer.class),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getString("recorded_by"));
    }

    /**
     * Keeps the finding, and the version it led to.
     *
     * @param version null where the weights stay
     * @throws RuleBroken {@code version-raced} when another rebasing or version of the scheme came meanwhile
     */
    public void keep(String scheme, Rebasing rebasing, SchemeRecord.Version version, Collection<DriverValue> read) {
        everybody.run(h -> {
            boolean written = version == null || new VersionWriter(h, scheme, version.version()).write(version, read);
            if (!written || !head(h, scheme, rebasing)) {
                throw new RuleBroken("version-raced", "", "The scheme was changed meanwhile; ask again.");
            }
            movements(h, scheme, rebasing);
        });
    }

    private static boolean head(Handle h, String scheme, Rebasing rebasing) {
        Fraction tolerance = rebasing.tolerancePoints();
        return h.createUpdate("insert into scheme_rebasing (scheme, number, in_force, effective_from, months_from,"
                                + " months_to, tolerance, outcome, version, recorded_at, recorded_by) values (:scheme,"
                                + " :number, :inForce, :from, :monthsFrom, :monthsTo, :tolerance, :outcome, :version, :at,"
                                + " :by) on conflict do nothing")
                        .bind("scheme", scheme)
                        .bind("number", rebasing.number())
                        .bind("inForce", rebasing.inForce())
                        .bind("from", rebasing.from())
                        .bind("monthsFrom", rebasing.months().from().atDay(1))
                        .bind("monthsTo", rebasing.months().to().atDay(1))
                        .bind("tolerance", tolerance == null ? null : decimal(tolerance))
                        .bind("outcome", rebasing.outcome().name())
                        .bind("version", rebasing.version())
                        .bind("at", rebasing.recordedAt())
                        .bind("by", rebasing.recordedBy())
                        .execute()
                == 1;
    }

    private static BigDecimal decimal(Fraction tolerance) {
        return new BigDecimal(tolerance.numerator()).divide(new BigDecimal(tolerance.denominator()));
    }

    private static void movements(Handle h, String scheme, Rebasing rebasing) {
        PreparedBatch batch = h.prepareBatch("insert into scheme_movement (partner, scheme, number, driver,"
                + " before_numerator, before_denominator, after_numerator, after_denominator) values (:partner, :scheme,"
                + " :number, :driver, :beforeNumerator, :beforeDenominator, :afterNumerator, :afterDenominator)");
        for (Movement movement : rebasing.movements()) {
            batch.bind("partner", movement.partner())
                    .bind("scheme", scheme)
                    .bind("number", rebasing.number())
                    .bind("driver", movement.driver())
                    .bind("beforeNumerator", new BigDecimal(movement.before().numerator()))
                    .bind("beforeDenominator", new BigDecimal(movement.before().denominator()))
                    .bind("afterNumerator", new BigDecimal(movement.after().numerator()))
                    .bind("afterDenominator", new BigDecimal(movement.after().denominator()))
                    .add();
        }
        if (!rebasing.movements().isEmpty()) {
            batch.execute();
        }
    }
}
