package uk.jointdesk.finance.driver.web;

import java.time.Instant;
import java.time.YearMonth;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.jointdesk.finance.driver.domain.DriverValue;
import uk.jointdesk.finance.money.web.ExactNumber;
import uk.jointdesk.finance.year.domain.Period;

/** What a driver read for a partner in a month, and where that can be looked up. */
@Schema(name = "DriverValue")
public record DriverValueView(
        UUID id,
        String driver,
        String partner,

        @Schema(type = SchemaType.STRING, examples = "2021-04")
        YearMonth month,

        @Schema(examples = "2021-22 P1") String period,
        ExactNumber value,
        String source,
        String evidence,
        boolean assumption,

        @Schema(description = "The value that this one corrects")
        UUID supersedes,

        String reason,

        @Schema(description = "The answer of another service that it was read from")
        UUID pull,

        Instant recordedAt,
        String recordedBy) {

    public static DriverValueView of(DriverValue value) {
        Period period = Period.containing(value.key().month().atDay(1));
        Optional<DriverValue.Correction> correction = Optional.ofNullable(value.correction());
        return new DriverValueView(
                value.id(),
                value.key().driver(),
                value.partner(),
                value.key().month(),
                period.year().code() + " P" + period.number(),
                ExactNumber.of(value.fraction()),
                value.evidence().source(),
                value.evidence().note(),
                value.evidence().assumption(),
                correction.map(DriverValue.Correction::supersedes).orElse(null),
                correction.map(DriverValue.Correction::reason).orElse(null),
                value.evidence().pull(),
                value.entered().at(),
                value.entered().by());
    }
}
