package uk.jointdesk.kpi.whatif.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.jointdesk.kit.problem.FieldError;
import uk.jointdesk.kit.problem.Refusal;
import uk.jointdesk.kit.rules.AgreementDocument;
import uk.jointdesk.kit.rules.CalendarDocument;
import uk.jointdesk.kpi.compliance.domain.Threshold;
import uk.jointdesk.kpi.compliance.domain.Thresholds;
import uk.jointdesk.kpi.credit.domain.MonthlyCharge;
import uk.jointdesk.kpi.period.domain.Periodicity;
import uk.jointdesk.kpi.whatif.domain.ServicePoints;
import uk.jointdesk.servicelevel.agreement.Metric;

/**
 * Other rules, and the range to try them on. Agreements and calendars are whole documents as incident-service has them;
 * one with a code that exists takes its place. What is left out stays as it is.
 *
 * @param partnerCalendars the calendar of a partner by its code
 * @param thresholds levels that replace those in force on their days
 * @param periodicity MONTH unless told
 * @param metric the clock whose cells are asked for: RESOLUTION unless told, or RESPONSE
 * @param kpis levels that replace those of indicators from a day on
 * @param monthlyCharges what a month costs by the code of a family, in pounds; without it no credit is in money
 * @param everyCell true for the cells that would not change, too
 */
@Schema(name = "WhatIf")
public record WhatIfDocument(
        @NotBlank String from,
        @NotBlank String to,
        Periodicity periodicity,
        @Size(max = 50) List<@NotNull AgreementDocument> agreements,
        @Size(max = 50) List<@NotNull CalendarDocument> calendars,
        @Size(max = 100) Map<String, @NotNull String> partnerCalendars,
        @Size(max = 100) List<@Valid @NotNull Level> thresholds,
        Metric metric,
        @Size(max = 100) List<@Valid @NotNull KpiLevel> kpis,
        @Size(max = 20) Map<String, @NotNull @Pattern(regexp = POUNDS) String> monthlyCharges,
        Boolean everyCell) {

    /**
     * Other target levels for a priority, in per cent.
     *
     * @param to last day, left out for until further notice
     * @param msl minimum service level; left out, there is only green and red
     */
    @Schema(name = "WhatIfThreshold")
    public record Level(
            @NotNull @Pattern(regexp = "P[1-4]") String priority,
            @NotNull LocalDate from,
            LocalDate to,
            @NotNull @Pattern(regexp = PERCENT) String tsl,
            @Pattern(regexp = PERCENT) String msl) {

        private Thresholds.Dated dated(int number) {
            BigDecimal target = new BigDecimal(tsl);
            Optional<BigDecimal> minimum = Optional.ofNullable(msl).map(BigDecimal::new);
            if (minimum.filter(level -> level.compareTo(target) > 0).isPresent()) {
                throw Refusal.refused(
                        "threshold-impossible",
                        "The minimum lies above the target.",
                        new FieldError("/thresholds/" + number + "/msl", "at most the tsl"));
            }
            return new Thresholds.Dated(priority, from, to, new Threshold(target, minimum));
        }
    }

    /** Other levels of an indicator, in its own unit, from a day on. */
    @Schema(name = "WhatIfKpiLevel")
    public record KpiLevel(
            @NotBlank String kpi,
            @NotNull LocalDate from,
            @NotNull @Pattern(regexp = DECIMAL) String tsl,
            @Pattern(regexp = DECIMAL) String msl) {

        ServicePoints.OtherLevel level() {
            BigDecimal minimum = msl == null ? null : new BigDecimal(msl);
            var level = new uk.jointdesk.kpi.register.domain.Level(
                    from, new BigDecimal(tsl), minimum, null, "what if", null);
            return new ServicePoints.OtherLevel(kpi, level);
        }
    }

    private static final String DECIMAL = "\\d{1,12}(\\.\\d{1,4})?";
    private static final String POUNDS = "\\d{1,12}\\.\\d{2}";
    private static final String PERCENT = "(100(\\.0{1,2})?|\\d{1,2}(\\.\\d{1,2})?)";

    public WhatIfDocument {
        periodicity = periodicity == null ? Periodicity.MONTH : periodicity;
        agreements = agreements == null ? List.of() : agreements;
        calendars = calendars == null ? List.of() : calendars;
        partnerCalendars = partnerCalendars == null ? Map.of() : partnerCalendars;
        thresholds = thresholds == null ? List.of() : thresholds;
        metric = metric == null ? Metric.RESOLUTION : metric;
        kpis = kpis == null ? List.of() : kpis;
        monthlyCharges = monthlyCharges == null ? Map.of() : monthlyCharges;
        everyCell = Boolean.TRUE.equals(everyCell);
    }

    /** What a month costs, by family. */
    Map<String, Long> monthlyPence() {
        Map<String, Long> pence = new TreeMap<>();
        monthlyCharges.forEach((family, pounds) ->
                pence.put(family, MonthlyCharge.pence(pounds).orElseThrow()));
        return pence;
    }

    /** These levels before those in force: the first that holds is taken. */
    Thresholds over(Thresholds inForce) {
        List<Thresholds.Dated> levels = new java.util.ArrayList<>();
        for (int i = 0; i < thresholds.size(); i++) {
            levels.add(thresholds.get(i).dated(i));
        }
        levels.addAll(inForce.levels());
        return new Thresholds(levels);
    }
}
