package uk.jointdesk.finance.balance.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.jointdesk.finance.money.domain.Money;
import uk.jointdesk.finance.posting.domain.Account;
import uk.jointdesk.finance.posting.domain.Entry;
import uk.jointdesk.finance.posting.domain.Journal;
import uk.jointdesk.finance.refusal.domain.RuleBroken;
import uk.jointdesk.finance.year.domain.FinancialYear;
import uk.jointdesk.finance.year.domain.Period;
import uk.jointdesk.testkit.Draw;
import uk.jointdesk.testkit.Laws;

class OpeningBalancesTest {
    private static final FinancialYear ENDED = new FinancialYear(2020);
    private static final Period INTO = new Period(ENDED.next(), 1);

    @Test
    void an_underspend_is_carried_in_reserves_and_debts_by_partner() {
        TrialBalance closing = new TrialBalance(List.of(
                row(Account.EXPENDITURE, "BASE", null, 1_459_850_000),
                row(Account.CONTRIBUTIONS, null, "LBB", -1_460_000_000),
                row(Account.CREDITORS, null, null, -1_459_850_000),
                row(Account.DEBTORS, null, "LBB", 1_460_000_000)));
        assertThat(closing.result()).isEqualTo(Money.parse("-1500.00"));
        assertThat(carried(closing).entries())
                .containsExactly(
                        new Entry(Account.CREDITORS, null, null, Money.parse("-14598500.00")),
                        new Entry(Account.DEBTORS, null, "LBB", Money.parse("14600000.00")),
                        new Entry(Account.RESERVES, null, null, Money.parse("-1500.00")));
    }

    @Test
    void a_year_that_ends_at_nothing_carries_nothing() {
        TrialBalance closing = new TrialBalance(List.of(row(Account.CASH, null, null, 0)));
        assertThatThrownBy(() -> carried(closing))
                .isInstanceOfSatisfying(
                        RuleBroken.class, broken -> assertThat(broken.code()).isEqualTo("nothing-to-carry"));
    }

    @Test
    void the_next_year_opens_with_what_this_one_ended_with_and_balances() {
        Laws.forAll("opening is closing", OpeningBalancesTest::balanced, Laws.cases(), closing -> {
            if (nothingLeft(closing)) {
                return;
            }
            List<Entry> opening = carried(closing).entries();
            for (Account account : Account.values()) {
                Money expected =
                        switch (account) {
                            case EXPENDITURE, INCOME, CONTRIBUTIONS -> Money.ZERO;
                            case RESERVES -> sum(closing, account).plus(closing.result());
                            default -> sum(closing, account);
                        };
                assertThat(Money.sum(opening.stream()
                                .filter(entry -> entry.account() == account)
                                .map(Entry::amount)
                                .toList()))
                        .isEqualTo(expected);
            }
        });
    }

    private static Money sum(TrialBalance trial, Account account) {
        return Money.sum(trial.rows().stream()
                .filter(row -> row.account() == account)
                .map(AccountBalance::balance)
                .toList());
    }

    private static boolean nothingLeft(TrialBalance closing) {
        try {
            carried(closing);
            return false;
        } catch (RuleBroken nothing) {
            return nothing.code().equals("nothing-to-carry");
        }
    }

    private static TrialBalance balanced(Draw draw) {
        List<AccountBalance> rows = new ArrayList<>(draw.listOf(0, one -> {
            Account account = one.oneOf(Account.values());
            String partner = account.mayNamePartner() ? one.oneOf(null, "LBB", "LBL") : null;
            return row(account, account.isCost() ? "BASE" : null, partner, one.between(-500L, 500L));
        }));
        long out = rows.stream().mapToLong(row -> row.balance().pence()).sum();
        rows.add(row(Account.CASH, null, null, -out));
        return new TrialBalance(rows);
    }

    private static Journal carried(TrialBalance closing) {
        return OpeningBalances.carry(UUID.randomUUID(), ENDED, closing, INTO);
    }

    private static AccountBalance row(Account account, String line, String partner, long pence) {
        return new AccountBalance(
                account, line, partner, Money.ofPence(Math.max(pence, 0)), Money.ofPence(Math.max(-pence, 0)));
    }
}
