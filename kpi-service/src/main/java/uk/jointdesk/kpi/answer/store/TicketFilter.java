package uk.jointdesk.kpi.answer.store;

import org.jdbi.v3.core.statement.Query;
import uk.jointdesk.kpi.answer.domain.Filter;
import uk.jointdesk.kpi.breakdown.domain.Cell;
import uk.jointdesk.kpi.breakdown.domain.PartnerRows;

/** The filter of a question as SQL. Row-level security has the last word on whose rows these are. */
public final class TicketFilter {

    /** A condition on the columns partner, priority and type. */
    public static final String WHOSE_AND_WHAT = """
            (:anyPartner or partner = any(:partners) or (:unattributed and partner is null))
            and (:anyPriority or coalesce(priority, 'NONE') = any(:priorities))
            and (:anyType or coalesce(type, 'NONE') = any(:types))
            """;

    /** A condition on the column category. */
    public static final String CATEGORY = """
            and (:anyCategory or coalesce(category, 'NONE') = any(:categories))
            and (:everyCategory or coalesce(category, 'NONE') <> all(:exceptCategories))
            """;

    /** A condition on the columns partner, priority, type, queue, organisation and category. */
    public static final String CONDITION = WHOSE_AND_WHAT + CATEGORY + """
            and (:anyQueue or coalesce(queue, 'NONE') = any(:queues))
            and (:anyOrganisation or coalesce(organisation, 'NONE') = any(:organisations))
            """;

    private static final PlannedForItsValues PLANNED = new PlannedForItsValues();

    private TicketFilter() {}

    /** Binds {@link #CONDITION}, and with it the parts it is made of. */
    public static Query bind(Query query, Filter filter, PartnerRows partners) {
        return query.addCustomizer(PLANNED)
                .bind("anyPartner", partners.anyPartner())
                .bind("unattributed", filter.partners().contains(Cell.UNATTRIBUTED))
                .bindArray("partners", String.class, partners.partnersAsked())
                .bind("anyPriority", filter.priorities().isEmpty())
                .bindArray("priorities", String.class, filter.priorities())
                .bind("anyType", filter.types().isEmpty())
                .bindArray("types", String.class, filter.types())
                .bind("anyQueue", filter.queues().isEmpty())
                .bindArray("queues", String.class, filter.queues())
                .bind("anyOrganisation", filter.organisations().isEmpty())
                .bindArray("organisations", String.class, filter.organisations())
                .bind("anyCategory", filter.categories().isEmpty())
                .bindArray("categories", String.class, filter.categories())
                .bind("everyCategory", filter.exceptCategories().isEmpty())
                .bindArray("exceptCategories", String.class, filter.exceptCategories());
    }
}
