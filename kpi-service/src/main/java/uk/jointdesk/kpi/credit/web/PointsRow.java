package uk.jointdesk.kpi.credit.web;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.jointdesk.kpi.compliance.domain.Rag;
import uk.jointdesk.kpi.credit.domain.Charge;
import uk.jointdesk.kpi.credit.domain.KpiPoints;
import uk.jointdesk.kpi.credit.domain.MonthPoints;
import uk.jointdesk.kpi.credit.domain.Suspension;
import uk.jointdesk.kpi.register.domain.Family;

/** The service points of one month. */
@Schema(name = "ServicePointsMonth")
public record PointsRow(
        String month,
        Integer contractYear,
        Integer contractMonth,

        @Schema(description = "As if nothing had been mitigated")
        ChargeView raw,

        ChargeView afterMitigation,

        @Schema(description = "What is to be credited; nothing while credits are suspended")
        ChargeView applied,

        @Schema(description = "Why credits are suspended; left out when they are not")
        String suspended,

        @Schema(description = "The day the scheme in force began")
        LocalDate scheme,

        List<KpiView> kpis) {

    /** What points cost. */
    @Schema(name = "ServicePointsCharge")
    public record ChargeView(int points, String percent, boolean capped, MoneyView credit) {
        static ChargeView of(Charge charge) {
            OptionalLong credit = charge.creditPence();
            return new ChargeView(
                    charge.points(),
                    charge.percent().setScale(2).toPlainString(),
                    charge.capped(),
                    credit.isPresent() ? MoneyView.ofPence(credit.getAsLong()) : null);
        }
    }

    /** A KPI that missed its target: points = factor x weight x multiplier. */
    @Schema(name = "ServicePointsKpi")
    public record KpiView(
            String kpi,
            Rag raw,
            String band,
            int factor,
            int weight,

            @Schema(description = "More than 1 when the month before was missed too")
            int multiplier,

            int points,
            int pointsAfterMitigation,
            UUID mitigation) {

        static KpiView of(KpiPoints one) {
            return new KpiView(
                    one.result().kpi().code(),
                    one.result().raw(),
                    one.band().title(),
                    one.band().factor(),
                    one.weight(),
                    one.multiplier(),
                    one.raw(),
                    one.afterMitigation(),
                    one.result().relief().map(relief -> relief.id()).orElse(null));
        }
    }

    static PointsRow of(MonthPoints month, Family family) {
        var contract = family.contractMonth(month.month());
        return new PointsRow(
                month.month().toString(),
                contract.map(Family.ContractMonth::year).orElse(null),
                contract.map(Family.ContractMonth::month).orElse(null),
                ChargeView.of(month.raw()),
                ChargeView.of(month.afterMitigation()),
                ChargeView.of(month.applied()),
                month.suspension().map(Suspension::reason).orElse(null),
                month.scheme().from(),
                month.kpis().stream().map(KpiView::of).toList());
    }
}
