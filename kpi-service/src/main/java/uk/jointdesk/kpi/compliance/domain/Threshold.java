package uk.jointdesk.kpi.compliance.domain;

import java.math.BigDecimal;
import java.util.Optional;
import uk.jointdesk.kpi.ratio.domain.Fraction;

/**
 * The levels a ratio is judged against, in per cent: target service level and, where one is agreed, minimum service
 * level. Green from the target up, amber from the minimum up, red below; without a minimum only green or red.
 */
public record Threshold(BigDecimal target, Optional<BigDecimal> minimum) {
    public Rag judge(Optional<Fraction> ratio) {
        return ratio.map(this::judge).orElse(Rag.NO_DATA);
    }

    /** Decided on the exact fraction: 94.996 % prints as 95.00 and is not 95. */
    private Rag judge(Fraction ratio) {
        if (ratio.compareTo(Fraction.ofPercent(target)) >= 0) {
            return Rag.GREEN;
        }
        boolean tolerable = minimum.filter(level -> ratio.compareTo(Fraction.ofPercent(level)) >= 0)
                .isPresent();
        return tolerable ? Rag.AMBER : Rag.RED;
    }
}
