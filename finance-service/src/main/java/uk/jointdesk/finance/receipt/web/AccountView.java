package uk.jointdesk.finance.receipt.web;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.jointdesk.finance.money.web.MoneyView;
import uk.jointdesk.finance.receipt.domain.AccountStatement;
import uk.jointdesk.finance.receipt.domain.Ageing;

/** Where a partner's account stands. */
@Schema(name = "AccountStatement")
public record AccountView(
        String partner,
        LocalDate asAt,
        List<ItemView> items,
        List<AgeView> ageing,
        MoneyView outstanding,

        @Schema(description = "Money and credit notes that are set against no invoice")
        MoneyView onAccount,

        @Schema(description = "Outstanding less on account; below zero the partner is owed")
        MoneyView balance) {

    @Schema(name = "AccountItem")
    public record ItemView(
            String bill,
            LocalDate issuedOn,
            LocalDate dueOn,
            MoneyView amount,
            MoneyView credited,
            MoneyView paid,
            MoneyView outstanding,
            Ageing age) {
        static ItemView of(AccountStatement.Item item) {
            return new ItemView(
                    item.bill().number(),
                    item.bill().issuedOn(),
                    item.bill().dueOn(),
                    MoneyView.of(item.bill().amount()),
                    MoneyView.of(item.credited()),
                    MoneyView.of(item.paid()),
                    MoneyView.of(item.outstanding()),
                    item.age());
        }
    }

    @Schema(name = "AccountAge")
    public record AgeView(Ageing age, MoneyView outstanding) {}

    public static AccountView of(AccountStatement statement) {
        return new AccountView(
                statement.partner(),
                statement.asAt(),
                statement.items().stream().map(ItemView::of).toList(),
                statement.ageing().entrySet().stream()
                        .map(band -> new AgeView(band.getKey(), MoneyView.of(band.getValue())))
                        .toList(),
                MoneyView.of(statement.outstanding()),
                MoneyView.of(statement.onAccount()),
                MoneyView.of(statement.balance()));
    }
}
