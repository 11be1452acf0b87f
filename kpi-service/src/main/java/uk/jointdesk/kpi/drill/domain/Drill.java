package uk.jointdesk.kpi.drill.domain;

import uk.jointdesk.kpi.answer.domain.Filter;
import uk.jointdesk.kpi.period.domain.Moment;
import uk.jointdesk.kpi.period.domain.Range;
import uk.jointdesk.servicelevel.agreement.Metric;

/**
 * A question for the tickets behind a figure.
 *
 * @param range the days of the figure; null for the figures of a moment
 * @param moment the moment of the figure; null for the figures of a range
 * @param metric whose clock's judgement the figure is about
 * @param reason only tickets excluded, or on hold, for this reason; null for all
 */
public record Drill(DrillSet set, Metric metric, Range range, Moment moment, Filter filter, String reason) {}
