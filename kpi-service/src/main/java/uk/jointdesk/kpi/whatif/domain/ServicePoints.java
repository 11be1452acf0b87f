package uk.jointdesk.kpi.whatif.domain;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import uk.jointdesk.kpi.breakdown.domain.Slice;
import uk.jointdesk.kpi.period.domain.Range;
import uk.jointdesk.kpi.register.domain.Level;

/** What other results cost: whoever knows the schemes says which service points and credits would change. */
public interface ServicePoints {

    /** Levels of an indicator that would be in force from a day on. */
    record OtherLevel(String kpi, Level level) {}

    /**
     * What is tried.
     *
     * @param shifts resolved tickets by priority, type and month of the range, as they are and as they would be judged
     * @param levels other levels of indicators
     * @param monthlyPence what a month costs, by family
     */
    record Tried(Range range, Map<Slice, Shift> shifts, List<OtherLevel> levels, Map<String, Long> monthlyPence) {}

    /**
     * The service points of a KPI in a month, after mitigation.
     *
     * @param month {@code 2020-11}
     */
    record PointsChange(String family, String month, String kpi, int before, int after) {}

    /**
     * What a month costs a supplier.
     *
     * @param pence empty where nobody said what the month costs
     */
    record Cost(int points, BigDecimal percent, OptionalLong pence) {}

    /** What a month would cost otherwise. */
    record CreditChange(String family, String month, Cost before, Cost after) {}

    /** What would change; what stays is in neither. */
    record Changes(List<PointsChange> points, List<CreditChange> credits) {
        public static final Changes NONE = new Changes(List.of(), List.of());
    }

    Changes changes(Tried tried);
}
