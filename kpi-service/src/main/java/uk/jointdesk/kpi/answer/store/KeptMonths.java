package uk.jointdesk.kpi.answer.store;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import uk.jointdesk.kpi.answer.domain.Filter;
import uk.jointdesk.kpi.answer.domain.Question;
import uk.jointdesk.kpi.breakdown.domain.Dimension;

/**
 * The counts per month, partner and priority that triggers keep with the facts. Questions that ask for no more than they
 * hold, as dashboards do, are answered from them, however many tickets there are.
 */
public final class KeptMonths {

    /** The six columns of {@link MonthBuckets#SLICE}; what is not kept is null. */
    public static final String SLICE = """
            partner, priority, null::text as type, null::text as queue, null::text as organisation, null::text as category
            """;

    private static final Set<Dimension> KEPT = EnumSet.of(Dimension.PARTNER, Dimension.PRIORITY, Dimension.PERIOD);

    private KeptMonths() {}

    /** Whether the question asks for whole months, and for nothing that is not kept. */
    public static boolean answer(Question question) {
        return KEPT.containsAll(question.by())
                && startsMonth(question.range().from())
                && startsMonth(question.range().to().plusDays(1))
                && asksOnlyForKept(question.filter());
    }

    private static boolean startsMonth(LocalDate day) {
        return day.getDayOfMonth() == 1;
    }

    private static boolean asksOnlyForKept(Filter filter) {
        return filter.types().isEmpty()
                && filter.queues().isEmpty()
                && filter.organisations().isEmpty()
                && filter.categories().isEmpty()
                && filter.exceptCategories().isEmpty();
    }
}
