package uk.jointdesk.finance.money.web;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.jointdesk.finance.money.domain.Money;

/** Money as the API writes it: {@code {"amount":"975500.00","currency":"GBP"}}. */
@Schema(name = "Money", description = "Pounds sterling; the amount is text with exactly two decimals")
public record MoneyView(
        @Schema(pattern = "^-?(0|[1-9][0-9]{0,12})\\.[0-9]{2}$", examples = "975500.00")
        String amount,

        @Schema(examples = "GBP") String currency) {

    public static MoneyView of(Money money) {
        return new MoneyView(money.toString(), Money.CURRENCY);
    }
}
