package uk.jointdesk.kpi.credit.domain;

import uk.jointdesk.kpi.result.domain.KpiResult;

/**
 * The service points of one KPI in one month: factor of the band times the KPI's own points times the multiplier.
 *
 * @param multiplier 1, or the scheme's repeat multiplier when the month before was missed too
 * @param afterMitigation the points that are left when relief is taken into account, in this month and the one before
 */
public record KpiPoints(KpiResult result, Band band, int weight, int multiplier, int raw, int afterMitigation) {}
