package uk.jointdesk.kpi.answer.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
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

    /** What every figure is read by: type and queue only where somebody asked, for they are many. */
    public static final String SLICE = """
            partner, priority, case when :byType then type end as type, case when :byQueue then queue end as queue
            """;

    private MonthBuckets() {}

    public static Query bind(Query query, Question question) {
        List<LocalDate> starts =
                question.range().months().stream().map(Period::from).toList();
        // Bound as dates: a cast from text would be made again for every row.
        return query.bindArray("starts", LocalDate.class, starts)
                .bind("from", question.range().from())
                .bind("to", question.range().to())
                .bind("byType", question.by().contains(Dimension.TYPE))
                .bind("byQueue", question.by().contains(Dimension.QUEUE));
    }

    /** The slice that a row of such a count belongs to. */
    public static Slice slice(ResultSet row) throws SQLException {
        return new Slice(
                row.getString("partner"),
                row.getString("priority"),
                row.getString("type"),
                row.getString("queue"),
                row.getInt("month"));
    }
}
