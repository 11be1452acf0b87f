package uk.jointdesk.finance.driver.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import uk.jointdesk.finance.driver.domain.DriverValue;
import uk.jointdesk.finance.driver.domain.Months;
import uk.jointdesk.kit.db.ScopedDb;
import uk.jointdesk.kit.scope.PartnerScope;

/** Values of drivers, append-only. Lists are read as the caller; a division needs everybody's and reads them whole. */
@ApplicationScoped
public class DriverValues {
    static final String COLUMNS = "v.id, v.partner, v.driver, v.month, v.value, v.source, v.evidence, v.assumption,"
            + " v.supersedes, v.reason, v.pull, v.recorded_at, v.recorded_by";
    private static final String STANDS = "not exists (select from driver_value later where later.supersedes = v.id)";
    private final ScopedDb db;
    private final ScopedDb.Scoped everybody;

    public DriverValues(ScopedDb db) {
        this.db = db;
        this.everybody = db.as(PartnerScope.ALL);
    }

    /**
     * What a list is asked for; null is no restriction.
     *
     * @param history whether values that were corrected are in it
     * @param afterId with the three before it the row a page goes on after; null for the first page
     */
    public record Asked(
            String driver,
            String partner,
            YearMonth from,
            YearMonth to,
            boolean history,
            String afterDriver,
            String afterPartner,
            LocalDate afterMonth,
            UUID afterId) {}

    /** In the caller's scope, by driver, partner, month and id. */
    public List<DriverValue> page(Asked asked, int limit) {
        return db.read(h -> h.createQuery("select " + COLUMNS + " from driver_value v"
                        + " where (:driver::text is null or v.driver = :driver)"
                        + " and (:partner::text is null or v.partner = :partner)"
                        + " and (:from::date is null or v.month >= :from) and (:to::date is null or v.month <= :to)"
                        + " and (:history or " + STANDS + ") and (:afterId::uuid is null"
                        + " or (v.driver, v.partner, v.month, v.id) > (:afterDriver, :afterPartner, :afterMonth::date, :afterId::uuid))"
                        + " order by v.driver, v.partner, v.month, v.id limit :limit")
                .bindMethods(asked)
                .bind("from", firstDay(asked.from))
                .bind("to", firstDay(asked.to))
                .bind("limit", limit)
                .map(DriverValues::value)
                .list());
    }

    /** In the caller's scope. */
    public Optional<DriverValue> find(UUID id) {
        return db.read(h -> h.createQuery("select " + COLUMNS + " from driver_value v where v.id = :id")
                .bind("id", id)
                .map(DriverValues::value)
                .findOne());
    }

    /** Everybody's values that nothing supersedes. */
    public List<DriverValue> current(Collection<String> drivers, Months months) {
        return everybody.read(h -> h.createQuery("select " + COLUMNS + " from driver_value v where " + STANDS
                        + " and v.driver = any(:drivers) and v.month between :from and :to"
                        + " order by v.driver, v.partner, v.month")
                .bind("drivers", drivers.toArray(String[]::new))
                .bind("from", firstDay(months.from()))
                .bind("to", firstDay(months.to()))
                .map(DriverValues::value)
                .list());
    }

    /** What the weights of a version of a scheme were read from, in the caller's scope. */
    public List<DriverValue> behind(String scheme, int version) {
        return db.read(h -> h.createQuery("select " + COLUMNS + " from scheme_reading r"
                        + " join driver_value v on v.partner = r.partner and v.id = r.value"
                        + " where r.scheme = :scheme and r.number = :number order by v.partner, v.driver, v.month")
                .bind("scheme", scheme)
                .bind("number", version)
                .map(DriverValues::value)
                .list());
    }

    /** The last month for which the driver has a value of every one of some partners. */
    public Optional<YearMonth> latestMonth(String driver, Collection<String> partners) {
        return everybody.read(h -> h.createQuery("select month from driver_value where driver = :driver"
                        + " and partner = any(:partners) group by month having count(distinct partner) = :count"
                        + " order by month desc limit 1")
                .bind("driver", driver)
                .bind("partners", partners.toArray(String[]::new))
                .bind("count", partners.size())
                .mapTo(LocalDate.class)
                .findOne()
                .map(YearMonth::from));
    }

    /** False when the month has a value already, or the one it corrects was corrected meanwhile. */
    public boolean add(DriverValue value) {
        return everybody.write(h -> insert(h, value));
    }

    static boolean insert(Handle h, DriverValue value) {
        DriverValue.Correction correction = value.correction();
        return h.createUpdate("insert into driver_value (partner, id, driver, month, value, source, evidence,"
                                + " assumption, supersedes, reason, pull, recorded_at, recorded_by) values (:partner, :id,"
                                + " :driver, :month, :value, :source, :note, :assumption, :supersedes::uuid, :reason, :pull::uuid, :at,"
                                + " :by) on conflict do nothing")
                        .bindMethods(value.key())
                        .bindMethods(value.evidence())
                        .bindMethods(value.entered())
                        .bind("id", value.id())
                        .bind("month", firstDay(value.key().month()))
                        .bind("value", value.value())
                        .bind("supersedes", correction == null ? null : correction.supersedes())
                        .bind("reason", correction == null ? null : correction.reason())
                        .execute()
                == 1;
    }

    private static LocalDate firstDay(YearMonth month) {
        return month == null ? null : month.atDay(1);
    }

    static DriverValue value(ResultSet row, StatementContext context) throws SQLException {
        UUID supersedes = row.getObject("supersedes", UUID.class);
        return new DriverValue(
                row.getObject("id", UUID.class),
                new DriverValue.Key(
                        row.getString("driver"),
                        row.getString("partner"),
                        YearMonth.from(row.getObject("month", LocalDate.class))),
                row.getBigDecimal("value"),
                new DriverValue.Evidence(
                        row.getString("source"),
                        row.getString("evidence"),
                        row.getBoolean("assumption"),
                        row.getObject("pull", UUID.class)),
                supersedes == null ? null : new DriverValue.Correction(supersedes, row.getString("reason")),
                new DriverValue.Entered(
                        row.getObject("recorded_at", OffsetDateTime.class).toInstant(), row.getString("recorded_by")));
    }
}
