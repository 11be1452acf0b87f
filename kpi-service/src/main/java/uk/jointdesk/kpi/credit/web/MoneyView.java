package uk.jointdesk.kpi.credit.web;

import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Money as the API writes it: {@code {"amount":"975500.00","currency":"GBP"}}. */
@Schema(name = "Money", description = "Pounds sterling; the amount is text with exactly two decimals")
public record MoneyView(String amount, String currency) {

    public static MoneyView ofPence(long pence) {
        return new MoneyView(BigDecimal.valueOf(pence, 2).toPlainString(), "GBP");
    }
}
