package uk.jointdesk.kpi.credit.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.Update;
import uk.jointdesk.kit.db.ScopedDb;
import uk.jointdesk.kit.scope.PartnerScope;
import uk.jointdesk.kpi.compliance.domain.Rag;
import uk.jointdesk.kpi.credit.domain.Band;
import uk.jointdesk.kpi.credit.domain.Scheme;
import uk.jointdesk.kpi.credit.domain.Step;
import uk.jointdesk.kpi.register.domain.RuleBroken;

/** The dated schemes of service points. */
@ApplicationScoped
public class SchemeStore {

    private final ScopedDb db;

    public SchemeStore(ScopedDb db) {
        this.db = db;
    }

    /** The schemes of a family by the day they begin. */
    public List<Scheme> of(String family) {
        return db.read(handle -> of(handle, family));
    }

    /** The same for work that has no caller. */
    public List<Scheme> forAll(String family) {
        return db.as(PartnerScope.ALL).read(handle -> of(handle, family));
    }

    /** Adds a scheme. The first of a family may begin on any day, a later one after those before and not in the past. */
    public Scheme add(Scheme scheme, LocalDate firstOpenDay) {
        return db.write(handle -> {
            handle.createQuery("select 1 from (select pg_advisory_xact_lock(hashtextextended(:name, 0))) locked")
                    .bind("name", "service_points_scheme/" + scheme.family())
                    .mapTo(Integer.class)
                    .one();
            List<Scheme> before = of(handle, scheme.family());
            boolean follows = before.isEmpty()
                    || (!scheme.from().isBefore(firstOpenDay)
                            && scheme.from()
                                    .isAfter(before.get(before.size() - 1).from()));
            if (!follows) {
                throw new RuleBroken("scheme-retroactive", "/from", "lies in a month that is over, or before another");
            }
            insert(handle, scheme);
            return scheme;
        });
    }

    private static void insert(Handle handle, Scheme scheme) {
        insertScheme(handle, scheme);
        for (int number = 1; number <= scheme.bands().size(); number++) {
            insertBand(handle, scheme, number, scheme.bands().get(number - 1));
        }
        scheme.steps().forEach(step -> insertStep(handle, scheme, step));
    }

    private static void insertScheme(Handle handle, Scheme scheme) {
        of(
                        handle,
                        scheme,
                        "insert into service_points_scheme (family, begins, repeat_multiplier, cap_percent, source, ccn)"
                                + " values (:family, :begins, :repeat, :cap, :source, :ccn)")
                .bind("repeat", scheme.repeatMultiplier())
                .bind("cap", scheme.capPercent())
                .bind("source", scheme.source())
                .bind("ccn", scheme.ccn())
                .execute();
    }

    private static void insertBand(Handle handle, Scheme scheme, int number, Band band) {
        of(
                        handle,
                        scheme,
                        "insert into service_points_band (family, begins, number, title, colour, above, factor)"
                                + " values (:family, :begins, :number, :title, :colour, :above, :factor)")
                .bind("number", number)
                .bind("title", band.title())
                .bind("colour", band.colour() == null ? null : band.colour().name())
                .bind("above", band.above())
                .bind("factor", band.factor())
                .execute();
    }

    private static void insertStep(Handle handle, Scheme scheme, Step step) {
        of(
                        handle,
                        scheme,
                        "insert into service_points_step (family, begins, points, percent)"
                                + " values (:family, :begins, :points, :percent)")
                .bind("points", step.points())
                .bind("percent", step.percent())
                .execute();
    }

    private static Update of(Handle handle, Scheme scheme, String sql) {
        return handle.createUpdate(sql).bind("family", scheme.family()).bind("begins", scheme.from());
    }

    private static List<Scheme> of(Handle handle, String family) {
        Map<LocalDate, List<Band>> bands = parts(handle, family, "service_points_band", "number", SchemeStore::band);
        Map<LocalDate, List<Step>> steps = parts(handle, family, "service_points_step", "points", SchemeStore::step);
        return handle.createQuery("select * from service_points_scheme where family = :family order by begins")
                .bind("family", family)
                .map((row, context) -> scheme(row, bands, steps))
                .list();
    }

    private static <T> Map<LocalDate, List<T>> parts(
            Handle handle, String family, String table, String order, RowMapper<T> part) {
        record Of<T>(LocalDate begins, T part) {}
        return handle
                .createQuery("select * from " + table + " where family = :family order by begins, " + order)
                .bind("family", family)
                .map((row, context) -> new Of<>(begins(row), part.map(row, context)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Of::begins, Collectors.mapping(Of::part, Collectors.toList())));
    }

    private static Band band(ResultSet row, Object context) throws SQLException {
        Rag colour =
                Optional.ofNullable(row.getString("colour")).map(Rag::valueOf).orElse(null);
        return new Band(row.getString("title"), colour, row.getBigDecimal("above"), row.getInt("factor"));
    }

    private static Step step(ResultSet row, Object context) throws SQLException {
        return new Step(row.getInt("points"), row.getBigDecimal("percent"));
    }

    private static Scheme scheme(ResultSet row, Map<LocalDate, List<Band>> bands, Map<LocalDate, List<Step>> steps)
            throws SQLException {
        LocalDate begins = begins(row);
        return new Scheme(
                row.getString("family"),
                begins,
                bands.getOrDefault(begins, List.of()),
                row.getInt("repeat_multiplier"),
                steps.getOrDefault(begins, List.of()),
                row.getBigDecimal("cap_percent"),
                row.getString("source"),
                row.getString("ccn"));
    }

    private static LocalDate begins(ResultSet row) throws SQLException {
        return row.getObject("begins", LocalDate.class);
    }
}
