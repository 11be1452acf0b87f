package uk.jointdesk.finance.exit.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.jointdesk.finance.exit.domain.ExitItem;
import uk.jointdesk.finance.exit.domain.ExitStatement;
import uk.jointdesk.finance.money.web.MoneyView;
import uk.jointdesk.finance.money.web.RatioView;
import uk.jointdesk.finance.receipt.domain.AccountStatement;
import uk.jointdesk.finance.receipt.web.AccountView;

/** An exit statement as it stands, or as it became final. */
@Schema(name = "ExitStatement")
public record ExitView(
        UUID id,
        Status status,
        String partner,
        LocalDate noticedOn,
        LocalDate leavingOn,
        int noticeMonths,
        boolean noticeKept,
        String lastYear,

        @Schema(description = "Days of the last year on which it is a member, both ends counted")
        long daysOfLastYear,

        @Schema(description = "Of the days of the year; contributions of the year follow from it")
        RatioView partOfLastYear,

        List<ItemView> items,

        @Schema(description = "What the partner is to pay for all items; below zero it is paid")
        MoneyView settlement,

        @Schema(description = "Bills that are open, on the day of the statement")
        AccountView account,

        @Schema(description = "Settlement and account together")
        MoneyView toPay,

        String source,
        boolean assumption,
        Instant draftedAt) {

    public enum Status {
        DRAFT,
        FINAL
    }

    @Schema(name = "ExitItem")
    public record ItemView(
            ExitItem.Kind kind,
            String code,
            String title,
            MoneyView amount,
            MoneyView share,
            String ratio,
            MoneyView owed,
            String source,
            boolean assumption) {
        static ItemView of(ExitItem item) {
            return new ItemView(
                    item.kind(),
                    item.code(),
                    item.title(),
                    MoneyView.of(item.amount()),
                    MoneyView.of(item.share()),
                    item.ratio(),
                    MoneyView.of(item.owed()),
                    item.source(),
                    item.assumption());
        }
    }

    static ExitView of(ExitStatement statement, Status status, LocalDate memberFrom, AccountStatement account) {
        return new ExitView(
                statement.id(),
                status,
                statement.partner(),
                statement.noticedOn(),
                statement.leavingOn(),
                statement.noticeMonths(),
                statement.noticeKept(),
                statement.lastYear().code(),
                statement.daysOfLastYear(memberFrom),
                RatioView.of(statement.partOfLastYear(memberFrom)),
                statement.items().stream().map(ItemView::of).toList(),
                MoneyView.of(statement.settlement()),
                AccountView.of(account),
                MoneyView.of(statement.settlement().plus(account.balance())),
                statement.source(),
                statement.assumption(),
                statement.draftedAt());
    }
}
