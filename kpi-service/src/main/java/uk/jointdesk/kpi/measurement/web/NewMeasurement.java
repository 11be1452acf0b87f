package uk.jointdesk.kpi.measurement.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.YearMonth;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.jointdesk.kpi.measurement.domain.Reading;
import uk.jointdesk.kpi.register.web.Wording;

/** A measurement to be taken. */
public record NewMeasurement(
        @Schema(type = org.eclipse.microprofile.openapi.annotations.enums.SchemaType.STRING, examples = "2021-03")
        @NotNull
        YearMonth month,

        @NotNull Long numerator,

        @Schema(description = "1 for a number; 0 with numerator 0 where there was nothing to measure") @NotNull
        Long denominator,

        @Schema(description = "Where the figures come from, so that somebody else can check them")
        @NotBlank
        @Size(max = Wording.NOTE)
        @Pattern(regexp = Wording.PLAIN)
        String evidence,

        @Schema(description = "The id of the measurement that this one corrects")
        Long supersedes) {

    Reading toReading() {
        return new Reading(month, numerator, denominator, evidence, supersedes);
    }
}
