package uk.jointdesk.finance.driver.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.jointdesk.finance.driver.domain.DriverValue;
import uk.jointdesk.finance.driver.domain.Reported;
import uk.jointdesk.finance.money.domain.Fraction;
import uk.jointdesk.finance.money.web.ExactNumber;

/** A value as somebody reports it. */
public record NewDriverValue(
        @NotBlank String driver,

        @NotBlank @Schema(description = "A partner code, or UNATTRIBUTED")
        String partner,

        @NotBlank @Schema(description = "A month such as 2021-04, or a period such as 2021-22 P1")
        String month,

        @NotNull ExactNumber value,
        @NotBlank @Size(max = 500) String source,
        @NotBlank @Size(max = 2000) String evidence,

        @Schema(description = "True where nobody has counted it")
        Boolean assumption,

        @Schema(description = "The value that this one corrects; only with a reason")
        UUID supersedes,

        @Size(max = 500) String reason) {

    Reported reported() {
        Fraction exact = value.fraction();
        return new Reported(
                new DriverValue.Key(driver, partner, MonthInput.field(month, "/month")),
                new BigDecimal(exact.numerator()).divide(new BigDecimal(exact.denominator())),
                new DriverValue.Evidence(source, evidence, Boolean.TRUE.equals(assumption), null),
                supersedes,
                reason);
    }
}
