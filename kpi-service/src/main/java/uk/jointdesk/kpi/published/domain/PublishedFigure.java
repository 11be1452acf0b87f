package uk.jointdesk.kpi.published.domain;

import java.math.BigDecimal;
import java.util.Objects;

/**
 * One figure as it was published.
 *
 * @param series which of several rows, where neither priority nor partner tells; null if they do
 * @param priority null for all
 * @param partner a code, ALL or UNATTRIBUTED; null where the source does not say
 * @param total of an average: what it is the average of; else null
 * @param scope what is in and what is not, in the source's words
 */
public record PublishedFigure(
        PublishedMeasure measure,
        String series,
        String priority,
        String partner,
        PublishedPeriod period,
        BigDecimal value,
        BigDecimal total,
        String scope) {

    private static final String ALL = "ALL";

    public boolean isOfAll() {
        return ALL.equals(partner);
    }

    /** Whether two figures are of one row of a table. */
    boolean isInRowOf(PublishedFigure other) {
        return measure == other.measure
                && Objects.equals(series, other.series)
                && Objects.equals(priority, other.priority)
                && Objects.equals(partner, other.partner);
    }

    /** How it is called in a finding: {@code LBB P1 2018-Q3}. */
    public String name() {
        StringBuilder name = new StringBuilder();
        for (String part : new String[] {series, partner, priority, period.label()}) {
            if (part != null) {
                name.append(name.isEmpty() ? "" : " ").append(part);
            }
        }
        return name.toString();
    }
}
