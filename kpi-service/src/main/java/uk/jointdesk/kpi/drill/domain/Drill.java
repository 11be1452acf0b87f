package uk.jointdesk.kpi.drill.domain;

import uk.jointdesk.kpi.answer.domain.Filter;
import uk.jointdesk.kpi.period.domain.Moment;
import uk.jointdesk.kpi.period.domain.Range;

/**
 * A question for the tickets behind a figure.
 *
 * @param range the days of the figure; null for the figures of a moment
 * @param moment the moment of the figure; null for the figures of a range
 * @param reason only tickets excluded, or on hold, for this reason; null for all
 */
public record Drill(DrillSet set, Range range, Moment moment, Filter filter, String reason) {}
