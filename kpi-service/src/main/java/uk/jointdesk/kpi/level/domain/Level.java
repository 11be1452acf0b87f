package uk.jointdesk.kpi.level.domain;

import java.math.BigDecimal;
import java.util.Optional;
import uk.jointdesk.kpi.compliance.domain.Rag;
import uk.jointdesk.kpi.ratio.domain.Fraction;

/**
 * The levels of a measure in per cent, where less may be better than more: green up to the target, amber up to the
 * minimum, red beyond; or, of a measure that is better the higher it is, from there up.
 *
 * @param minimum the level that is just tolerable; without one only green or red
 */
public record Level(boolean lowerIsBetter, BigDecimal target, Optional<BigDecimal> minimum) {

    /** Decided on the exact fraction: 10.004 % prints as 10.00 and is not 10. */
    public Rag judge(Optional<Fraction> ratio) {
        return ratio.map(this::judge).orElse(Rag.NO_DATA);
    }

    private Rag judge(Fraction ratio) {
        if (keeps(ratio, target)) {
            return Rag.GREEN;
        }
        return minimum.filter(level -> keeps(ratio, level)).isPresent() ? Rag.AMBER : Rag.RED;
    }

    private boolean keeps(Fraction ratio, BigDecimal level) {
        int compared = ratio.compareTo(Fraction.ofPercent(level));
        return lowerIsBetter ? compared <= 0 : compared >= 0;
    }
}
