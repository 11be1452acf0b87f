package uk.jointdesk.finance.period.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.jointdesk.finance.chain.domain.Chain;
import uk.jointdesk.finance.money.domain.Money;
import uk.jointdesk.finance.money.web.MoneyView;
import uk.jointdesk.finance.period.domain.PeriodClose;
import uk.jointdesk.finance.posting.domain.Account;
import uk.jointdesk.finance.year.domain.Period;

/** An accounting period, and what its close froze. */
@Schema(name = "AccountingPeriod")
public record PeriodView(
        String financialYear,
        int period,
        LocalDate from,
        LocalDate to,
        Status status,
        Instant closedAt,
        String closedBy,
        Frozen frozen) {

    public enum Status {
        OPEN,
        CLOSED
    }

    /** Of the period alone, not up to it. */
    @Schema(name = "FrozenPeriod")
    public record Frozen(
            long journals,
            MoneyView debits,
            MoneyView credits,
            List<AccountTotal> accounts,

            @Schema(description = "The end of the ledger's chain when every journal of the period was in it")
            Chain chain) {
        static Frozen of(PeriodClose close) {
            return new Frozen(
                    close.journals(),
                    sum(close.totals().stream().map(PeriodClose.Total::debits).toList()),
                    sum(close.totals().stream().map(PeriodClose.Total::credits).toList()),
                    close.totals().stream().map(AccountTotal::of).toList(),
                    close.chain());
        }

        private static MoneyView sum(List<Money> amounts) {
            return MoneyView.of(Money.sum(amounts));
        }
    }

    @Schema(name = "FrozenAccount")
    public record AccountTotal(Account account, MoneyView debits, MoneyView credits) {
        static AccountTotal of(PeriodClose.Total total) {
            return new AccountTotal(total.account(), MoneyView.of(total.debits()), MoneyView.of(total.credits()));
        }
    }

    static PeriodView open(Period period) {
        return new PeriodView(
                period.year().code(),
                period.number(),
                period.span().from(),
                period.span().to(),
                Status.OPEN,
                null,
                null,
                null);
    }

    static PeriodView closed(PeriodClose close) {
        Period period = close.period();
        return new PeriodView(
                period.year().code(),
                period.number(),
                period.span().from(),
                period.span().to(),
                Status.CLOSED,
                close.closedAt(),
                close.closedBy(),
                Frozen.of(close));
    }
}
