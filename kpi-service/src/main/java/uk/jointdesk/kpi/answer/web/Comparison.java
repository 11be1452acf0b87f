package uk.jointdesk.kpi.answer.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.jointdesk.kpi.comparison.domain.Figure;
import uk.jointdesk.kpi.comparison.domain.Length;
import uk.jointdesk.kpi.period.domain.Range;
import uk.jointdesk.kpi.ratio.domain.Fraction;

/**
 * The whole range asked about beside another one, group by group. Published periods run three, four and five months, so
 * both lengths are told and flows are also given per month.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Comparison(Side current, Side previous, String rounding, List<Row> items) {

    public static final String ROUNDING =
            "perMonth is the count divided by months; it and every value and difference are exact"
                    + " until printed, HALF_UP to two places. A difference of percentages is in percentage points.";

    /** One of the two: a range of local days, or a moment. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Side(LocalDate from, LocalDate to, Long days, String months, String at, Instant asAt) {
        static Side of(Range range, Instant asAt) {
            Length length = Length.of(range);
            return new Side(
                    range.from(), range.to(), length.days(), length.months().decimal(), null, asAt);
        }

        public static Side of(String moment, Instant asAt) {
            return new Side(null, null, null, null, moment, asAt);
        }
    }

    public record Row(@JsonUnwrapped Group group, List<Compared> figures) {}

    /** A figure of both sides. Values are null where there is none, as of a ratio of nothing. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Compared(
            String figure,
            Figure.Kind kind,
            Value current,
            Value previous,

            @Schema(description = "Current less previous, exact, in lowest terms")
            Exact difference,

            @Schema(description = "The difference as printed") @JsonInclude(JsonInclude.Include.ALWAYS)
            String differencePrinted) {

        static Compared of(Figure current, Figure previous, Length now, Length then) {
            return new Compared(
                    current.name(),
                    current.kind(),
                    Value.of(current, now),
                    Value.of(previous, then),
                    current.less(previous).map(Exact::of).orElse(null),
                    current.less(previous)
                            .map(less -> printed(current.kind(), less))
                            .orElse(null));
        }
    }

    /** A value and what it is made of. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Value(
            Long numerator,
            Long denominator,
            @JsonInclude(JsonInclude.Include.ALWAYS) String value,
            String perMonth) {

        static Value of(Figure figure, Length length) {
            return new Value(
                    figure.numerator(),
                    figure.denominator(),
                    figure.value().map(value -> printed(figure.kind(), value)).orElse(null),
                    length == null
                            ? null
                            : figure.perMonth(length).map(Fraction::decimal).orElse(null));
        }
    }

    /** A fraction in lowest terms. */
    public record Exact(String numerator, String denominator) {
        static Exact of(Fraction fraction) {
            return new Exact(
                    fraction.numerator().toString(), fraction.denominator().toString());
        }
    }

    private static String printed(Figure.Kind kind, Fraction value) {
        return switch (kind) {
            case FLOW, STOCK -> value.numerator().toString();
            case SHARE -> value.percent();
            case MINUTES -> value.decimal();
        };
    }
}
