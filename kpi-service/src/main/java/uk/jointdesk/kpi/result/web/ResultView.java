package uk.jointdesk.kpi.result.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.jointdesk.kpi.compliance.domain.Exclusion;
import uk.jointdesk.kpi.compliance.domain.Rag;
import uk.jointdesk.kpi.register.domain.Family;
import uk.jointdesk.kpi.register.domain.Formula;
import uk.jointdesk.kpi.register.domain.Kpi;
import uk.jointdesk.kpi.register.domain.Level;
import uk.jointdesk.kpi.register.domain.Rating;
import uk.jointdesk.kpi.register.domain.RatingRule;
import uk.jointdesk.kpi.register.domain.Unit;
import uk.jointdesk.kpi.result.domain.KpiResult;
import uk.jointdesk.kpi.result.domain.Standing;

/** The result of an indicator in a month. */
@Schema(name = "KpiResult")
public record ResultView(
        String kpi,
        String month,

        @Schema(description = "Left out before the contract")
        Integer contractYear,

        Integer contractMonth,
        long numerator,
        long denominator,
        List<Excluded> excluded,
        Unit unit,

        @Schema(description = "HALF_UP to two places; null without data") @JsonInclude(JsonInclude.Include.ALWAYS)
        String value,

        @Schema(description = "The value of a percentage") String percent,
        String tsl,
        String msl,

        @Schema(description = "By figure and levels alone; no mitigation touches it")
        Rag raw,

        @Schema(description = "The same with relief taken into account")
        Standing mitigated,

        @Schema(description = "The mitigation agreed for this KPI and month")
        UUID mitigation,

        @Schema(description = "Of the Procurement Act; left out where no rating rule is in force")
        Rating rating,

        Integer ratingRule,

        @Schema(description = "How the figure comes about, in words")
        String method,

        Integer formulaVersion,

        @Schema(description = "Where a measured figure comes from")
        String evidence,

        @Schema(description = "The tickets behind a counted figure")
        DrillLinks drill) {

    /** Tickets left out of a figure. */
    @Schema(name = "KpiExcluded")
    public record Excluded(Exclusion reason, long count) {}

    static ResultView of(KpiResult result, Family family, Optional<RatingRule> rule) {
        Kpi kpi = result.kpi();
        var contract = family.contractMonth(result.month());
        Optional<String> value = result.value().map(kpi.unit()::print);
        Optional<Level> level = kpi.levels().on(result.month().atEndOfMonth());
        return new ResultView(
                kpi.code(),
                result.month().toString(),
                contract.map(Family.ContractMonth::year).orElse(null),
                contract.map(Family.ContractMonth::month).orElse(null),
                result.figure().numerator(),
                result.figure().denominator(),
                excluded(result),
                kpi.unit(),
                value.orElse(null),
                value.filter(text -> kpi.unit() == Unit.PERCENT).orElse(null),
                level.map(Level::tsl)
                        .map(kpi.unit()::level)
                        .map(kpi.unit()::print)
                        .orElse(null),
                level.map(Level::msl)
                        .map(kpi.unit()::level)
                        .map(kpi.unit()::print)
                        .orElse(null),
                result.raw(),
                result.mitigated(),
                result.relief().map(one -> one.id()).orElse(null),
                rule.map(result::rating).orElse(null),
                rule.map(RatingRule::version).orElse(null),
                kpi.method(result.month()),
                kpi.formula(result.month()).map(Formula::version).orElse(null),
                result.figure().evidence(),
                DrillLinks.of(result).orElse(null));
    }

    private static List<Excluded> excluded(KpiResult result) {
        return result.figure().excluded().entrySet().stream()
                .map(entry -> new Excluded(entry.getKey(), entry.getValue()))
                .toList();
    }
}
