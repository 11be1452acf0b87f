package uk.jointdesk.kpi.whatif.domain;

import java.util.List;

/** What cells cost: whoever knows service points and credits says which pounds would change with them. */
public interface ServicePoints {

    /**
     * A service credit as it is and as it would be.
     *
     * @param period the period it is due for
     * @param kpi the KPI whose points it comes from
     * @param before whole pence
     * @param after whole pence
     */
    record CreditChange(String period, String kpi, long before, long after) {}

    /** The credits that would change if the cells did; called with the cells of whole months by priority and partner. */
    List<CreditChange> changes(List<CellChange> cells);
}
