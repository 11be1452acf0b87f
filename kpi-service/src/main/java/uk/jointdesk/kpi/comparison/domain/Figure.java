package uk.jointdesk.kpi.comparison.domain;

import java.util.Optional;
import uk.jointdesk.kpi.ratio.domain.Fraction;

/**
 * One figure of a group that can be set beside the same of another period.
 *
 * @param numerator what the value is made of; null where it is no quotient of two counts, as {@code denominator}
 * @param value empty when there is none, as of a ratio of nothing
 */
public record Figure(String name, Kind kind, Long numerator, Long denominator, Optional<Fraction> value) {

    /** What a figure counts. */
    public enum Kind {
        /** Tickets that something happened to: twice the time, twice as many. */
        FLOW,
        /** Tickets at a moment. */
        STOCK,
        /** A part of a whole, in per cent. */
        SHARE,
        /** Minutes. */
        MINUTES
    }

    public static Figure flow(String name, long count) {
        return new Figure(name, Kind.FLOW, null, null, Optional.of(Fraction.of(count, 1)));
    }

    public static Figure stock(String name, long count) {
        return new Figure(name, Kind.STOCK, null, null, Optional.of(Fraction.of(count, 1)));
    }

    public static Figure share(String name, long numerator, long denominator) {
        Optional<Fraction> value =
                denominator == 0 ? Optional.empty() : Optional.of(Fraction.of(numerator, denominator));
        return new Figure(name, Kind.SHARE, numerator, denominator, value);
    }

    public static Figure minutes(String name, Optional<Fraction> minutes) {
        return new Figure(name, Kind.MINUTES, null, null, minutes);
    }

    /** This less the other, exact; empty when either has no value. */
    public Optional<Fraction> less(Figure other) {
        return value.flatMap(mine -> other.value.map(mine::minus));
    }

    /** What comes to a month of a period of this length; only flows are spread over time. */
    public Optional<Fraction> perMonth(Length length) {
        return kind == Kind.FLOW ? value.map(total -> total.dividedBy(length.months())) : Optional.empty();
    }
}
