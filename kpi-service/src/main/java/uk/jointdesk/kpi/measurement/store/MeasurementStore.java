package uk.jointdesk.kpi.measurement.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import uk.jointdesk.kit.db.ScopedDb;
import uk.jointdesk.kit.scope.Caller;
import uk.jointdesk.kit.scope.PartnerScope;
import uk.jointdesk.kpi.measurement.domain.Measurement;
import uk.jointdesk.kpi.measurement.domain.Reading;

/** What was measured, with what it corrected. Rows are only ever added. */
@ApplicationScoped
public class MeasurementStore {

    private static final String STANDING = """
            select m.* from kpi_measurement m
             where m.kpi = any(:kpis) and m.month between :from and :to
               and not exists (select 1 from kpi_measurement later where later.supersedes = m.id)
             order by m.kpi, m.month
            """;

    private final ScopedDb db;
    private final Caller caller;
    private final Clock clock;

    public MeasurementStore(ScopedDb db, Caller caller, Clock clock) {
        this.db = db;
        this.caller = caller;
        this.clock = clock;
    }

    /** What stands for these indicators in these months. */
    public List<Measurement> standing(Collection<String> kpis, YearMonth from, YearMonth to) {
        return db.read(handle -> standing(handle, kpis, from, to));
    }

    /** The same for work that has no caller. */
    public List<Measurement> standingForAll(Collection<String> kpis, YearMonth from, YearMonth to) {
        return db.as(PartnerScope.ALL).read(handle -> standing(handle, kpis, from, to));
    }

    /** Every measurement of an indicator, corrected ones included, by month and by when it came. */
    public List<Measurement> all(String kpi, long after, int limit) {
        return db.read(handle -> handle.createQuery(
                        "select * from kpi_measurement where kpi = :kpi and id > :after order by id limit :limit")
                .bind("kpi", kpi)
                .bind("after", after)
                .bind("limit", limit)
                .map((row, context) -> measurement(row))
                .list());
    }

    /** Takes readings of one indicator in one transaction, in which nobody else adds any. */
    public <T> T take(String kpi, Function<Intake, T> work) {
        return db.write(handle -> {
            handle.createQuery("select code from kpi where code = :kpi for update")
                    .bind("kpi", kpi)
                    .mapTo(String.class)
                    .one();
            return work.apply(new Intake(handle, kpi));
        });
    }

    /** The measurements of one indicator while nobody else adds any. */
    public final class Intake {

        private final Handle handle;
        private final String kpi;

        private Intake(Handle handle, String kpi) {
            this.handle = handle;
            this.kpi = kpi;
        }

        public Optional<Measurement> standing(YearMonth month) {
            return MeasurementStore.standing(handle, List.of(kpi), month, month).stream()
                    .findFirst();
        }

        public Measurement add(Reading reading) {
            return handle.createQuery("insert into kpi_measurement (kpi, month, numerator, denominator, evidence,"
                            + " supersedes, recorded_at, client, subject) values (:kpi, :month, :numerator, :denominator,"
                            + " :evidence, cast(:supersedes as bigint), :recordedAt, :client, :subject) returning *")
                    .bind("kpi", kpi)
                    .bind("month", reading.month().atDay(1))
                    .bind("numerator", reading.numerator())
                    .bind("denominator", reading.denominator())
                    .bind("evidence", reading.evidence())
                    .bind("supersedes", reading.supersedes())
                    .bind("recordedAt", clock.instant().atOffset(ZoneOffset.UTC))
                    .bind("client", caller.client())
                    .bind("subject", caller.subject())
                    .map((row, context) -> measurement(row))
                    .one();
        }
    }

    private static List<Measurement> standing(Handle handle, Collection<String> kpis, YearMonth from, YearMonth to) {
        return handle.createQuery(STANDING)
                .bindArray("kpis", String.class, kpis)
                .bind("from", from.atDay(1))
                .bind("to", to.atDay(1))
                .map((row, context) -> measurement(row))
                .list();
    }

    private static Measurement measurement(ResultSet row) throws SQLException {
        return new Measurement(
                row.getLong("id"),
                row.getString("kpi"),
                YearMonth.from(row.getObject("month", LocalDate.class)),
                row.getLong("numerator"),
                row.getLong("denominator"),
                row.getString("evidence"),
                row.getObject("supersedes", Long.class),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getString("client"),
                row.getString("subject"));
    }
}
