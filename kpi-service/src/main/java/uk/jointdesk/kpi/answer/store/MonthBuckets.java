package uk.jointdesk.kpi.answer.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.statement.Query;
import uk.jointdesk.kpi.answer.domain.Question;
import uk.jointdesk.kpi.breakdown.domain.Dimension;
import uk.jointdesk.kpi.breakdown.domain.Slice;
import uk.jointdesk.kpi.period.domain.Period;

/**
 * Binds the range of a question and the first days of its months, so that PostgreSQL can sort local days into months
 * ({@code width_bucket}) without knowing what a month is.
 */
public final class MonthBuckets {

    /** What every figure is read by, six columns: type and what follows only where somebody asked, for they are many. */
    public static final String SLICE = """
            partner, priority, case when :byType then type end as type, case when :byQueue then queue end as queue,
            case when :byOrganisation then organisation end as organisation,
            case when :byCategory then category end as category
            """;

    private MonthBuckets() {}

    /** As {@link #bind(Query, Question)}, for figures of a whole range that need not know of its months. */
    public static Query bindAddedUp(Query query, Question question) {
        return bind(query, question, question.by().contains(Dimension.PERIOD));
    }

    public static Query bind(Query query, Question question) {
        return bind(query, question, true);
    }

    private static List<LocalDate> starts(Question question) {
        return question.range().months().stream().map(Period::from).toList();
    }

    private static Query bind(Query query, Question question, boolean byMonth) {
        List<LocalDate> months = starts(question);
        // Bound as dates: a cast from text would be made again for every row.
        return bind(query, question.by())
                .bind("byMonth", byMonth)
                .bindArray(
                        "starts",
                        LocalDate.class,
                        byMonth ? months : List.of(question.range().from()))
                .bindArray("months", LocalDate.class, months)
                .bind("from", question.range().from())
                .bind("to", question.range().to());
    }

    /** Binds what {@link #SLICE} needs to know. */
    public static Query bind(Query query, Set<Dimension> by) {
        return query.bind("byType", by.contains(Dimension.TYPE))
                .bind("byQueue", by.contains(Dimension.QUEUE))
                .bind("byOrganisation", by.contains(Dimension.ORGANISATION))
                .bind("byCategory", by.contains(Dimension.CATEGORY));
    }

    /** The slice that a row of such a count belongs to. */
    public static Slice slice(ResultSet row) throws SQLException {
        return slice(row, row.getInt("month"));
    }

    /** The slice of a row that tells no month. */
    public static Slice slice(ResultSet row, int month) throws SQLException {
        return new Slice(
                row.getString("partner"),
                row.getString("priority"),
                row.getString("type"),
                row.getString("queue"),
                row.getString("organisation"),
                row.getString("category"),
                month);
    }
}
