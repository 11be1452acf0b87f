package uk.jointdesk.finance.servicecredit.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.jointdesk.finance.money.domain.Money;
import uk.jointdesk.finance.money.web.MoneyInput;
import uk.jointdesk.finance.refusal.domain.RuleBroken;
import uk.jointdesk.finance.year.domain.FinancialYear;
import uk.jointdesk.finance.year.domain.Period;

/** The month whose service credit is to be taken over from the performance service. */
@Schema(name = "ServiceCreditInput")
public record CreditInput(
        @NotNull String financialYear,

        @NotNull @Schema(description = "1 (April) to 12 (March)")
        Integer period,

        @NotBlank @Size(max = 32) @Schema(description = "Family of KPIs", examples = "imt")
        String family,

        @Schema(description = "The line it is a credit on; left out where the year has one line of kind BASE")
        String budgetLine,

        @Schema(description = "What the month costs; left out it is a twelfth of the line's budget")
        MoneyInput monthlyCharge,

        @Size(max = 500) @Schema(description = "Why a credit that was taken over before is restated")
        String cause) {

    Period month(FinancialYear year) {
        if (period < 1 || period > 12) {
            throw new RuleBroken("period-out-of-range", "/period", "Service credits are of periods 1 to 12.");
        }
        return new Period(year, period);
    }

    Money charge(Money normal) {
        Money charge = monthlyCharge == null ? normal : monthlyCharge.read("/monthlyCharge");
        if (charge.signum() <= 0) {
            throw new RuleBroken("charge-not-positive", "/monthlyCharge", "What a month costs is above zero.");
        }
        return charge;
    }
}
