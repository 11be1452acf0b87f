package uk.jointdesk.finance.balance.domain;

import java.util.List;
import uk.jointdesk.finance.money.domain.Money;
import uk.jointdesk.finance.posting.domain.Account;

/**
 * All accounts of a year at the end of a period, opening balances included.
 *
 * @param rows by account, budget line and partner
 */
public record TrialBalance(List<AccountBalance> rows) {

    public Money debits() {
        return Money.sum(rows.stream().map(AccountBalance::debits).toList());
    }

    public Money credits() {
        return Money.sum(rows.stream().map(AccountBalance::credits).toList());
    }

    /** One row for each account that was posted to, in the order of the chart. */
    public List<AccountBalance> byAccount() {
        return rows.stream()
                .map(AccountBalance::account)
                .distinct()
                .sorted()
                .map(this::sum)
                .toList();
    }

    private AccountBalance sum(Account account) {
        TrialBalance of = new TrialBalance(
                rows.stream().filter(row -> row.account() == account).toList());
        return new AccountBalance(account, null, null, of.debits(), of.credits());
    }

    /** What the year cost more than partners were billed for; below zero is a surplus. */
    public Money result() {
        return Money.sum(rows.stream()
                .filter(row -> !row.account().isCarriedForward())
                .map(AccountBalance::balance)
                .toList());
    }
}
