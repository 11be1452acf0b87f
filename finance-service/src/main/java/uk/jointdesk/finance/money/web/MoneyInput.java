package uk.jointdesk.finance.money.web;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.jointdesk.finance.money.domain.Money;
import uk.jointdesk.finance.refusal.domain.RuleBroken;

/**
 * Money as a caller sends it. A JSON number is refused, whatever its value: it may have been a binary fraction of a
 * pound on its way.
 */
@Schema(name = "MoneyInput", description = "Pounds sterling; the amount is text with exactly two decimals")
public record MoneyInput(
        @Schema(
                type = SchemaType.STRING,
                pattern = "^-?(0|[1-9][0-9]{0,12})\\.[0-9]{2}$",
                examples = "975500.00",
                required = true)
        Object amount,

        @Schema(examples = "GBP", required = true) String currency) {

    /** @throws RuleBroken {@code money-malformed}, {@code currency-unknown} */
    public Money read(String pointer) {
        if (!Money.CURRENCY.equals(currency)) {
            throw new RuleBroken("currency-unknown", pointer + "/currency", "The currency is GBP.");
        }
        if (amount instanceof String text && Money.isWritten(text)) {
            return Money.parse(text);
        }
        throw new RuleBroken(
                "money-malformed",
                pointer + "/amount",
                "An amount is text with exactly two decimals, such as \"975500.00\".");
    }
}
