package uk.jointdesk.kpi.published.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import uk.jointdesk.kit.db.ScopedDb;
import uk.jointdesk.kpi.published.domain.PublishedFigure;
import uk.jointdesk.kpi.published.domain.PublishedMeasure;
import uk.jointdesk.kpi.published.domain.PublishedPeriod;
import uk.jointdesk.kpi.published.domain.PublishedTable;

/** The register of tables published elsewhere. */
@ApplicationScoped
public class PublishedStore {

    /** A table with when it was taken down, newest first in lists. */
    public record Recorded(PublishedTable table, Instant at) {}

    /** A place in the list. */
    public record Place(Instant at, String id) {}

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final String TABLES =
            "select * from published_table where %s order by recorded_at desc, id limit :limit";

    private final ScopedDb db;

    public PublishedStore(ScopedDb db) {
        this.db = db;
    }

    public void record(PublishedTable table, Instant at, String by) {
        db.run(handle -> {
            handle.createUpdate("""
                            insert into published_table (id, title, source, scope, as_at, recorded_at, recorded_by)
                            values (cast(:id as uuid), :title, :source, :scope, :asAt, :at, :by)
                            """)
                    .bindMethods(table)
                    .bind("at", at.atOffset(ZoneOffset.UTC))
                    .bind("by", by)
                    .execute();
            figures(handle, table);
        });
    }

    /** The table of this id; what is no id is the id of none. */
    public Optional<Recorded> find(String id) {
        if (!ID.matcher(id).matches()) {
            return Optional.empty();
        }
        return db.read(handle ->
                tables(handle, "id = cast(:id as uuid)", id, null, 1).stream().findFirst());
    }

    /** The tables of one source, which are held against each other. */
    public List<PublishedTable> ofSource(String source) {
        return db.read(handle -> handle.createQuery(
                        "select * from published_table where source = :source order by recorded_at, id")
                .bind("source", source)
                .map((row, context) -> table(handle, row).table())
                .list());
    }

    /** The newest tables, or those after a place in the list. */
    public List<Recorded> list(Place after, int limit) {
        String where = "cast(:at as timestamptz) is null or recorded_at < :at"
                + " or (recorded_at = :at and id > cast(:id as uuid))";
        Place place = after == null ? new Place(null, null) : after;
        return db.read(handle -> tables(handle, where, place.id(), place.at(), limit));
    }

    private static List<Recorded> tables(Handle handle, String where, String id, Instant at, int limit) {
        return handle.createQuery(TABLES.formatted(where))
                .bind("id", id)
                .bind("at", at == null ? null : at.atOffset(ZoneOffset.UTC))
                .bind("limit", limit)
                .map((row, context) -> table(handle, row))
                .list();
    }

    private static void figures(Handle handle, PublishedTable table) {
        PreparedBatch batch = handle.prepareBatch("""
                insert into published_figure (table_id, number, measure, series, priority, partner, period_label,
                    period_from, period_to, stated_months, value, total, scope)
                values (cast(:table as uuid), :number, :measure, :series, :priority, :partner, :label, :from, :to,
                    :months, :value, :total, :scope)
                """);
        int number = 0;
        for (PublishedFigure figure : table.figures()) {
            PublishedPeriod period = figure.period();
            batch.bind("table", table.id())
                    .bind("number", ++number)
                    .bind("measure", figure.measure().name())
                    .bind("series", figure.series())
                    .bind("priority", figure.priority())
                    .bind("partner", figure.partner())
                    .bind("label", period.label())
                    .bind("from", period.from())
                    .bind("to", period.to())
                    .bind("months", period.statedMonths())
                    .bind("value", figure.value())
                    .bind("total", figure.total())
                    .bind("scope", figure.scope())
                    .add();
        }
        batch.execute();
    }

    private static Recorded table(Handle handle, ResultSet row) throws SQLException {
        String id = row.getObject("id", UUID.class).toString();
        List<PublishedFigure> figures = handle.createQuery(
                        "select * from published_figure where table_id = cast(:id as uuid) order by number")
                .bind("id", id)
                .map((figure, context) -> figure(figure))
                .list();
        PublishedTable table = new PublishedTable(
                id,
                row.getString("title"),
                row.getString("source"),
                row.getString("scope"),
                row.getObject("as_at", LocalDate.class),
                figures);
        return new Recorded(
                table, row.getObject("recorded_at", OffsetDateTime.class).toInstant());
    }

    private static PublishedFigure figure(ResultSet row) throws SQLException {
        PublishedPeriod period = new PublishedPeriod(
                row.getString("period_label"),
                row.getObject("period_from", LocalDate.class),
                row.getObject("period_to", LocalDate.class),
                row.getObject("stated_months", Integer.class));
        return new PublishedFigure(
                PublishedMeasure.valueOf(row.getString("measure")),
                row.getString("series"),
                row.getString("priority"),
                row.getString("partner"),
                period,
                row.getBigDecimal("value"),
                row.getBigDecimal("total"),
                row.getString("scope"));
    }
}
