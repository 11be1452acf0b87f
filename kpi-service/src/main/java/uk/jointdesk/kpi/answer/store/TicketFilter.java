package uk.jointdesk.kpi.answer.store;

import org.jdbi.v3.core.statement.Query;
import uk.jointdesk.kpi.answer.domain.Filter;
import uk.jointdesk.kpi.breakdown.domain.Cell;
import uk.jointdesk.kpi.breakdown.domain.PartnerRows;

/** The filter of a question as SQL. Row-level security has the last word on whose rows these are. */
public final class TicketFilter {

    /** A condition on the columns partner, priority, type and queue. */
    public static final String CONDITION = """
            (:anyPartner or partner = any(:partners) or (:unattributed and partner is null))
            and (:anyPriority or coalesce(priority, 'NONE') = any(:priorities))
            and (:anyType or coalesce(type, 'NONE') = any(:types))
            and (:anyQueue or coalesce(queue, 'NONE') = any(:queues))
            """;

    private TicketFilter() {}

    /** Binds {@link #CONDITION}. */
    public static Query bind(Query query, Filter filter, PartnerRows partners) {
        return query.bind("anyPartner", partners.anyPartner())
                .bind("unattributed", filter.partners().contains(Cell.UNATTRIBUTED))
                .bindArray("partners", String.class, partners.partnersAsked())
                .bind("anyPriority", filter.priorities().isEmpty())
                .bindArray("priorities", String.class, filter.priorities())
                .bind("anyType", filter.types().isEmpty())
                .bindArray("types", String.class, filter.types())
                .bind("anyQueue", filter.queues().isEmpty())
                .bindArray("queues", String.class, filter.queues());
    }
}
