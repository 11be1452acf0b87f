package uk.jointdesk.kpi.answer.store;

import java.util.List;
import org.jdbi.v3.core.statement.Query;
import uk.jointdesk.kpi.answer.domain.Question;
import uk.jointdesk.kpi.breakdown.domain.Dimension;

/**
 * Binds the range of a question and the first days of its months, so that PostgreSQL can sort local days into months
 * ({@code width_bucket}) without knowing what a month is.
 */
public final class MonthBuckets {

    /** What every figure is read by: type and queue only where somebody asked, for they are many. */
    public static final String SLICE =
            """
            partner, priority, case when :byType then type end as type, case when :byQueue then queue end as queue
            """;

    private MonthBuckets() {}

    public static Query bind(Query query, Question question) {
        List<String> starts = question.range().months().stream()
                .map(month -> month.from().toString())
                .toList();
        return query.bindArray("starts", String.class, starts)
                .bind("from", question.range().from())
                .bind("to", question.range().to())
                .bind("byType", question.by().contains(Dimension.TYPE))
                .bind("byQueue", question.by().contains(Dimension.QUEUE));
    }
}
