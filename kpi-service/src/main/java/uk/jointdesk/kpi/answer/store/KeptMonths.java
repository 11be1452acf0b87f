package uk.jointdesk.kpi.answer.store;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import uk.jointdesk.kpi.answer.domain.Filter;
import uk.jointdesk.kpi.answer.domain.Question;
import uk.jointdesk.kpi.breakdown.domain.Dimension;

/**
 * The counts per month, partner, priority, type and queue organisation that triggers keep with the facts. Questions that
 * ask for no more than they hold, as dashboards do, are answered from them, however many tickets there are.
 */
public final class KeptMonths {

    /** The first day of the month a row counts in, if months were asked for; one day for all before the range. */
    public static final String FIRST_DAY = """
            case when month < :from then cast(:from as date) - 1 when :byMonth then month else cast(:from as date) end
                as first_day
            """;

    /** The six columns of {@link MonthBuckets#SLICE}, where what is not kept is null, and {@link #FIRST_DAY}. */
    public static final String SLICE = """
            partner, priority, case when :byType then type end as type, null::text as queue,
            case when :byOrganisation then organisation end as organisation, null::text as category,
            """ + FIRST_DAY;

    private static final String NUMBERED =
            "select added.*, width_bucket(first_day, cast(:starts as date[])) - 1 as month from (%s) added";

    /** A condition on the columns partner, priority, type and organisation; bound by {@link TicketFilter#bind}. */
    public static final String CONDITION = TicketFilter.WHOSE_AND_WHAT + """
            and (:anyOrganisation or coalesce(organisation, 'NONE') = any(:organisations))
            """;

    /**
     * A condition on the column month; bound by {@link MonthBuckets#bind}. One by one, because of a range without values
     * the planner expects next to nothing and sorts what it ought to hash.
     */
    public static final String MONTHS = "month = any(cast(:months as date[]))";

    private static final Set<Dimension> KEPT =
            EnumSet.of(Dimension.PARTNER, Dimension.PRIORITY, Dimension.PERIOD, Dimension.TYPE, Dimension.ORGANISATION);
    private static final Set<Dimension> KEPT_BY_CATEGORY =
            EnumSet.of(Dimension.PARTNER, Dimension.PRIORITY, Dimension.PERIOD, Dimension.TYPE, Dimension.CATEGORY);

    private KeptMonths() {}

    /** Adds the number of the month to what has a first day. To look for it in each kept row takes longer than to add up. */
    public static String numbered(String addedUp) {
        return NUMBERED.formatted(addedUp);
    }

    /** Whether the question asks for whole months, and for nothing that is not kept. */
    public static boolean answer(Question question) {
        Filter filter = question.filter();
        return KEPT.containsAll(question.by())
                && asksForWholeMonths(question)
                && filter.queues().isEmpty()
                && filter.categories().isEmpty()
                && filter.exceptCategories().isEmpty();
    }

    /** The same of the counts that are kept by category, and not by queue organisation. */
    public static boolean answerByCategory(Question question) {
        Filter filter = question.filter();
        return KEPT_BY_CATEGORY.containsAll(question.by())
                && asksForWholeMonths(question)
                && filter.queues().isEmpty()
                && filter.organisations().isEmpty();
    }

    private static boolean asksForWholeMonths(Question question) {
        return startsMonth(question.range().from())
                && startsMonth(question.range().to().plusDays(1));
    }

    private static boolean startsMonth(LocalDate day) {
        return day.getDayOfMonth() == 1;
    }
}
