package uk.jointdesk.finance.forecast.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.jointdesk.finance.forecast.domain.ForecastMethod;
import uk.jointdesk.finance.money.web.MoneyInput;
import uk.jointdesk.finance.refusal.domain.RuleBroken;

/**
 * A forecast to be made.
 *
 * @param budgetLine absent for all lines of the year, each by the same method
 * @param fromPeriod first period it is read from; P1 unless given
 * @param toPeriod last period it is read from
 * @param amount of MANUAL; the other methods work it out
 */
@Schema(name = "NewForecast")
public record ForecastInput(
        @NotNull String financialYear,
        String budgetLine,
        @NotNull ForecastMethod method,
        @Min(1) @Max(12) Integer fromPeriod,
        @NotNull @Min(1) @Max(12) Integer toPeriod,

        @Schema(description = "Code of a spend profile, of method PROFILE")
        String profile,

        @Valid MoneyInput amount,
        @Size(max = 500) String reason,
        @NotBlank @Size(max = 500) String cause,

        @Schema(description = "What moves the cost", examples = "AGENCY_STAFF") @Pattern(regexp = "[A-Z0-9_]{2,40}")
        String driver,

        @NotBlank @Size(max = 500) String source) {

    int from() {
        return fromPeriod == null ? 1 : fromPeriod;
    }

    /** @throws RuleBroken where the parts do not fit each other */
    void check() {
        boolean manual = method == ForecastMethod.MANUAL;
        require(from() <= toPeriod, "periods-reversed", "/fromPeriod", "It is not after the last period.");
        require(manual == (amount != null), "amount-misplaced", "/amount", "MANUAL, and only it, is given an amount.");
        require(!manual || (reason != null && !reason.isBlank()), "reason-missing", "/reason", "MANUAL has a reason.");
        require(!manual || budgetLine != null, "line-missing", "/budgetLine", "MANUAL is for one line.");
        boolean profiled = method == ForecastMethod.PROFILE;
        require(
                profiled == (profile != null),
                "profile-misplaced",
                "/profile",
                "PROFILE, and only it, names a profile.");
    }

    private static void require(boolean holds, String code, String pointer, String message) {
        if (!holds) {
            throw new RuleBroken(code, pointer, message);
        }
    }
}
