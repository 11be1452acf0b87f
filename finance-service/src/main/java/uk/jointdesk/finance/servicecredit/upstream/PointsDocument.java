package uk.jointdesk.finance.servicecredit.upstream;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import uk.jointdesk.finance.money.domain.Money;
import uk.jointdesk.finance.servicecredit.domain.ServiceCredit;

/** Service points as kpi-service writes them, as far as money follows from them. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record PointsDocument(List<Month> items) {

    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Month(String month, Charge raw, Charge afterMitigation, Charge applied, String suspended) {

        ServiceCredit.Measured measured() {
            return new ServiceCredit.Measured(
                    raw.points(),
                    raw.credit().money(),
                    afterMitigation.points(),
                    afterMitigation.credit().money(),
                    applied.credit().money(),
                    suspended);
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Charge(int points, Amount credit) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Amount(String amount) {
        Money money() {
            return Money.parse(amount);
        }
    }
}
