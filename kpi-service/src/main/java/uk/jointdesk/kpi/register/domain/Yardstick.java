package uk.jointdesk.kpi.register.domain;

import java.math.BigDecimal;
import java.util.Optional;
import uk.jointdesk.kpi.compliance.domain.Rag;
import uk.jointdesk.kpi.ratio.domain.Fraction;

/**
 * What a value is held against: green from the target on, amber from the minimum on, red beyond; without a minimum only
 * green or red. Both boundaries belong to the better side, and the exact fraction decides.
 */
public record Yardstick(Unit unit, Direction direction, Level level) {

    public Rag rag(Optional<Fraction> value) {
        return value.map(this::rag).orElse(Rag.NO_DATA);
    }

    public Rating rating(Optional<Fraction> value, RatingRule rule) {
        return switch (rag(value)) {
            case GREEN -> Rating.GOOD;
            case AMBER -> Rating.APPROACHING_TARGET;
            case RED -> isFarBelow(value.orElseThrow(), rule) ? Rating.INADEQUATE : Rating.REQUIRES_IMPROVEMENT;
            case NO_DATA -> Rating.OTHER;
        };
    }

    /** How far a value is short of the target, in the unit's own points; zero or less when it is met. */
    public Fraction shortfall(Fraction value) {
        Fraction target = unit.level(level.tsl());
        return direction == Direction.HIGHER_IS_BETTER ? minus(target, value) : minus(value, target);
    }

    private Rag rag(Fraction value) {
        if (direction.reaches(value, unit.level(level.tsl()))) {
            return Rag.GREEN;
        }
        boolean tolerable = level.msl() != null && direction.reaches(value, unit.level(level.msl()));
        return tolerable ? Rag.AMBER : Rag.RED;
    }

    private boolean isFarBelow(Fraction value, RatingRule rule) {
        if (level.inadequate() != null) {
            return !direction.reaches(value, unit.level(level.inadequate()));
        }
        if (unit == Unit.NUMBER) {
            return false;
        }
        BigDecimal last = level.msl() == null ? level.tsl() : level.msl();
        BigDecimal far =
                direction == Direction.HIGHER_IS_BETTER ? last.subtract(rule.margin()) : last.add(rule.margin());
        return !direction.reaches(value, unit.level(far));
    }

    private static Fraction minus(Fraction from, Fraction taken) {
        return from.plus(new Fraction(taken.numerator().negate(), taken.denominator()));
    }
}
