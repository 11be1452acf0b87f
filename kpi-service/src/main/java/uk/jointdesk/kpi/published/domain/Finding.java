package uk.jointdesk.kpi.published.domain;

import java.util.List;

/**
 * Something about published figures that a reader must know before using them. A finding refuses nothing: what was
 * published stays as it was published.
 *
 * @param figures the figures it is about
 */
public record Finding(Kind kind, String message, List<PublishedFigure> figures) {

    /** What can be wrong with a published table. */
    public enum Kind {
        /** The parts do not add up to the stated total; the gap is UNATTRIBUTED. */
        UNATTRIBUTED_GAP,
        /** All gaps of a table go one way: there is a customer that is in no row. */
        GAPS_ALL_ONE_WAY,
        /** A column is the sum of itself and the one before. */
        LOOKS_CUMULATIVE,
        /** No number of tickets up to the volume gives this percentage. */
        PERCENT_IS_NO_RATIO,
        /** The percentage is of fewer tickets than the volume beside it. */
        DENOMINATOR_IS_NOT_THE_VOLUME,
        /** The very same percentage in two periods. */
        REPEATED_VALUE,
        /** A stated average is not total by months, rounded half up. */
        AVERAGE_DOES_NOT_FOLLOW,
        /** The stated number of months is not that of the dates. */
        MONTHS_MISCOUNTED,
        /** What is called resolved is the number of tickets logged. */
        RESOLVED_IS_THE_DEMAND,
        /** Two figures that look alike are of different scope or months. */
        NOT_COMPARABLE,
        /** A figure is about days after the day the table is as at. */
        AFTER_AS_AT,
        /** KPIs by level do not add up to the stated number of KPIs. */
        COUNTS_DO_NOT_ADD_UP,
        /** The number of KPIs changes from one month to the next. */
        NUMBER_OF_KPIS_CHANGES
    }

    public Finding {
        figures = List.copyOf(figures);
    }
}
