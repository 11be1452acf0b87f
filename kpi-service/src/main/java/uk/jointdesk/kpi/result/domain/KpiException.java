package uk.jointdesk.kpi.result.domain;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.jointdesk.kpi.compliance.domain.Rag;
import uk.jointdesk.kpi.mitigation.domain.Mitigation;
import uk.jointdesk.kpi.register.domain.Kpi;

/**
 * What a board must hear of an indicator: results short of their target, with or without relief, or a decline while
 * green.
 *
 * @param results the results it is about, by month
 */
public record KpiException(
        Kind kind, Kpi kpi, List<KpiResult> results, Optional<Mitigation> mitigation, Optional<GreenTrend> trend) {

    /** Why it is listed. */
    public enum Kind {
        MITIGATED,
        /** Short of the target and nobody was relieved of it. */
        NOT_MITIGATED,
        GREEN_TREND
    }

    public List<YearMonth> months() {
        return results.stream().map(KpiResult::month).toList();
    }

    /** The exceptions of one indicator: a mitigation with its months is one, so is what nobody mitigated. */
    public static List<KpiException> of(Kpi kpi, List<KpiResult> results) {
        Map<Optional<Mitigation>, List<KpiResult>> shortOf = new LinkedHashMap<>();
        results.stream()
                .sorted(Comparator.comparing(KpiResult::month))
                .filter(result -> result.raw() == Rag.AMBER || result.raw() == Rag.RED)
                .forEach(result -> shortOf.computeIfAbsent(result.relief(), relief -> new ArrayList<>())
                        .add(result));
        List<KpiException> exceptions = new ArrayList<>();
        shortOf.forEach((relief, months) -> exceptions.add(new KpiException(
                relief.isPresent() ? Kind.MITIGATED : Kind.NOT_MITIGATED, kpi, months, relief, Optional.empty())));
        GreenTrend.of(results)
                .ifPresent(trend -> exceptions.add(new KpiException(
                        Kind.GREEN_TREND, kpi, trend.results(), Optional.empty(), Optional.of(trend))));
        return exceptions;
    }
}
