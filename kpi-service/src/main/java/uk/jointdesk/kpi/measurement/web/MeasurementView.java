package uk.jointdesk.kpi.measurement.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.jointdesk.kpi.measurement.domain.Measurement;
import uk.jointdesk.kpi.ratio.domain.Fraction;
import uk.jointdesk.kpi.register.domain.Unit;

/** A measurement as it was handed in. */
@Schema(name = "KpiMeasurement")
public record MeasurementView(
        long id,
        String month,
        long numerator,
        long denominator,

        @Schema(description = "HALF_UP to two places; null for 0 of 0") @JsonInclude(JsonInclude.Include.ALWAYS)
        String value,

        String evidence,

        @Schema(description = "The measurement that it corrects")
        Long supersedes,

        Instant recordedAt,

        @Schema(description = "The client that handed it in")
        String client,

        @Schema(description = "The opaque subject behind the client")
        String subject) {

    static MeasurementView of(Measurement one, Unit unit) {
        return new MeasurementView(
                one.id(),
                one.month().toString(),
                one.numerator(),
                one.denominator(),
                one.denominator() == 0 ? null : unit.print(Fraction.of(one.numerator(), one.denominator())),
                one.evidence(),
                one.supersedes(),
                one.recordedAt(),
                one.client(),
                one.subject());
    }
}
