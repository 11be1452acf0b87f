package uk.jointdesk.kpi.result.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.jointdesk.kpi.compliance.domain.Exclusion;
import uk.jointdesk.kpi.compliance.domain.Rag;
import uk.jointdesk.kpi.register.domain.Family;
import uk.jointdesk.kpi.register.domain.Formula;
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
        @JsonUnwrapped ContractView contract,
        @JsonUnwrapped FigureView figure,
        @JsonUnwrapped JudgementView judgement,
        @JsonUnwrapped BasisView basis) {

    /** The month and year of the contract. */
    @Schema(name = "KpiContractMonth")
    public record ContractView(
            @Schema(description = "Left out before the contract")
            Integer contractYear,

            Integer contractMonth) {
        static ContractView of(KpiResult result, Family family) {
            var contract = family.contractMonth(result.month());
            return new ContractView(
                    contract.map(Family.ContractMonth::year).orElse(null),
                    contract.map(Family.ContractMonth::month).orElse(null));
        }
    }

    /** What was counted or measured. */
    @Schema(name = "KpiFigure")
    public record FigureView(
            long numerator,
            long denominator,
            List<Excluded> excluded,
            Unit unit,

            @Schema(description = "HALF_UP to two places; null without data") @JsonInclude(JsonInclude.Include.ALWAYS)
            String value,

            @Schema(description = "The value of a percentage")
            String percent) {
        static FigureView of(KpiResult result) {
            Unit unit = result.kpi().unit();
            Optional<String> value = result.value().map(unit::print);
            return new FigureView(
                    result.figure().numerator(),
                    result.figure().denominator(),
                    Excluded.of(result),
                    unit,
                    value.orElse(null),
                    value.filter(text -> unit == Unit.PERCENT).orElse(null));
        }
    }

    /** What it is held against, and what came of it. */
    @Schema(name = "KpiJudgement")
    public record JudgementView(
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

            Integer ratingRule) {
        static JudgementView of(KpiResult result, Optional<RatingRule> rule) {
            Optional<Level> level = result.kpi().levels().on(result.month().atEndOfMonth());
            return new JudgementView(
                    printed(result, level.map(Level::tsl)),
                    printed(result, level.map(Level::msl)),
                    result.raw(),
                    result.mitigated(),
                    result.relief().map(one -> one.id()).orElse(null),
                    rule.map(result::rating).orElse(null),
                    rule.map(RatingRule::version).orElse(null));
        }

        private static String printed(KpiResult result, Optional<BigDecimal> level) {
            Unit unit = result.kpi().unit();
            return level.map(unit::level).map(unit::print).orElse(null);
        }
    }

    /** How the figure comes about. */
    @Schema(name = "KpiBasis")
    public record BasisView(
            @Schema(description = "How the figure comes about, in words")
            String method,

            Integer formulaVersion,

            @Schema(description = "Where a measured figure comes from")
            String evidence,

            @Schema(description = "The tickets behind a counted figure")
            DrillLinks drill) {
        static BasisView of(KpiResult result) {
            return new BasisView(
                    result.kpi().method(result.month()),
                    result.kpi().formula(result.month()).map(Formula::version).orElse(null),
                    result.figure().evidence(),
                    DrillLinks.of(result).orElse(null));
        }
    }

    /** Tickets left out of a figure. */
    @Schema(name = "KpiExcluded")
    public record Excluded(Exclusion reason, long count) {
        static List<Excluded> of(KpiResult result) {
            return result.figure().excluded().entrySet().stream()
                    .map(entry -> new Excluded(entry.getKey(), entry.getValue()))
                    .toList();
        }
    }

    static ResultView of(KpiResult result, Family family, Optional<RatingRule> rule) {
        return new ResultView(
                result.kpi().code(),
                result.month().toString(),
                ContractView.of(result, family),
                FigureView.of(result),
                JudgementView.of(result, rule),
                BasisView.of(result));
    }
}
