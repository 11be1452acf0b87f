package uk.jointdesk.kpi.compliance.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import uk.jointdesk.kpi.breakdown.domain.Cell;
import uk.jointdesk.kpi.compliance.domain.Exclusion;
import uk.jointdesk.kpi.compliance.domain.Method;
import uk.jointdesk.kpi.compliance.domain.Monthly;
import uk.jointdesk.kpi.compliance.domain.Rag;
import uk.jointdesk.kpi.compliance.domain.Score;
import uk.jointdesk.kpi.compliance.domain.Threshold;
import uk.jointdesk.kpi.period.domain.Period;
import uk.jointdesk.kpi.ratio.domain.Fraction;

/**
 * One compliance figure with what it is made of. Fields the answer is not broken down by are left out, and so are
 * target and rag where priorities with different targets are in one row.
 *
 * @param bulkClosed of measured, the tickets that a bulk closure resolved: they skew the month they fall into; left out
 *     for responses
 * @param months the months of a MEAN_OF_MONTHS, so that the mean can be checked; left out when pooled
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ComplianceRow(
        String priority,
        String partner,
        String type,
        String queue,
        String organisation,
        String category,
        String period,
        LocalDate from,
        LocalDate to,
        boolean partial,
        long met,
        long measured,
        List<Excluded> excluded,
        Long bulkClosed,
        @JsonInclude(JsonInclude.Include.ALWAYS) String percent,
        String targetPercent,
        Rag rag,
        Method method,
        List<Month> months) {

    public record Excluded(Exclusion reason, long count) {}

    /** One term of a mean. */
    public record Month(
            String period,
            long met,
            long measured,
            @JsonInclude(JsonInclude.Include.ALWAYS) String percent) {}

    static ComplianceRow of(
            Cell cell,
            Period period,
            Monthly figures,
            Method method,
            Optional<Threshold> threshold,
            List<Period> months,
            Long bulkClosed) {
        Score total = figures.total();
        Optional<Fraction> ratio = figures.ratio(method);
        return new ComplianceRow(
                cell.priority(),
                cell.partner(),
                cell.type(),
                cell.queue(),
                cell.organisation(),
                cell.category(),
                period.label(),
                period.from(),
                period.to(),
                period.partial(),
                total.met(),
                total.measured(),
                excluded(total),
                bulkClosed,
                ratio.map(Fraction::percent).orElse(null),
                threshold
                        .map(level -> level.target().setScale(2).toPlainString())
                        .orElse(null),
                rag(ratio, threshold),
                method,
                method == Method.MEAN_OF_MONTHS ? terms(figures, months) : null);
    }

    private static Rag rag(Optional<Fraction> ratio, Optional<Threshold> threshold) {
        return ratio.isEmpty()
                ? Rag.NO_DATA
                : threshold.map(level -> level.judge(ratio)).orElse(null);
    }

    private static List<Excluded> excluded(Score score) {
        return score.excluded().entrySet().stream()
                .sorted(java.util.Map.Entry.comparingByKey())
                .map(entry -> new Excluded(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static List<Month> terms(Monthly figures, List<Period> months) {
        return figures.months().entrySet().stream()
                .map(entry -> term(months.get(entry.getKey()).label(), entry.getValue()))
                .toList();
    }

    private static Month term(String label, Score score) {
        return new Month(
                label,
                score.met(),
                score.measured(),
                score.fraction().map(Fraction::percent).orElse(null));
    }
}
