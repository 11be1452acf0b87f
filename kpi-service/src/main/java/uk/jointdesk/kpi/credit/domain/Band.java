package uk.jointdesk.kpi.credit.domain;

import java.math.BigDecimal;
import java.util.Optional;
import uk.jointdesk.kpi.compliance.domain.Rag;
import uk.jointdesk.kpi.ratio.domain.Fraction;
import uk.jointdesk.kpi.register.domain.Kpi;
import uk.jointdesk.kpi.register.domain.Yardstick;
import uk.jointdesk.kpi.result.domain.KpiResult;

/**
 * How bad a missed target is. A band is for a colour, or for a shortfall of more than so many points below the target.
 *
 * @param colour AMBER or RED, or null for a band by shortfall
 * @param above the shortfall past which it begins, in the unit's own points, or null for a band by colour
 * @param factor service points of a KPI that carries one point
 */
public record Band(String title, Rag colour, BigDecimal above, int factor) {

    /** Whether a result that misses its target is in the band; by shortfall several are, and the worst one counts. */
    boolean holds(KpiResult result) {
        return colour == null ? isFurther(result) : result.raw() == colour;
    }

    private boolean isFurther(KpiResult result) {
        Kpi kpi = result.kpi();
        Optional<Yardstick> yardstick = kpi.yardstick(result.month());
        boolean missed = result.raw() == Rag.AMBER || result.raw() == Rag.RED;
        Fraction from = kpi.unit().level(above);
        return missed
                && yardstick
                                .orElseThrow()
                                .shortfall(result.value().orElseThrow())
                                .compareTo(from)
                        > 0;
    }
}
