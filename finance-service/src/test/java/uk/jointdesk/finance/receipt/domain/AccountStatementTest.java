package uk.jointdesk.finance.receipt.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.jointdesk.finance.bill.domain.Bill;
import uk.jointdesk.finance.bill.domain.BillDraft;
import uk.jointdesk.finance.bill.domain.BillLine;
import uk.jointdesk.finance.bill.domain.Due;
import uk.jointdesk.finance.bill.domain.LineKind;
import uk.jointdesk.finance.money.domain.Money;
import uk.jointdesk.finance.refusal.domain.RuleBroken;
import uk.jointdesk.finance.year.domain.FinancialYear;
import uk.jointdesk.testkit.Draw;
import uk.jointdesk.testkit.Laws;

class AccountStatementTest {
    private static final LocalDate ISSUED = LocalDate.of(2020, 4, 1);
    private static final LocalDate DUE = LocalDate.of(2020, 5, 1);

    @Test
    void a_part_payment_leaves_the_rest_and_an_overpayment_stays_on_account() {
        List<Bill> bills = List.of(bill("A", 10_000, null), bill("B", 5_000, null));
        AccountStatement part = statement(bills, List.of(receipt("A", 4_000)));
        assertThat(part.items().get(0).outstanding()).isEqualTo(Money.parse("60.00"));
        assertThat(part.onAccount()).isEqualTo(Money.ZERO);
        AccountStatement over = statement(bills, List.of(receipt("A", 12_000)));
        assertThat(over.items().get(0).outstanding()).isEqualTo(Money.ZERO);
        assertThat(over.items().get(1).outstanding()).isEqualTo(Money.parse("50.00"));
        assertThat(over.onAccount()).isEqualTo(Money.parse("20.00"));
        assertThat(over.balance()).isEqualTo(Money.parse("30.00"));
    }

    @Test
    void a_credit_note_is_set_against_the_invoice_it_takes_back_and_money_paid_on_that_is_on_account() {
        List<Bill> bills = List.of(bill("A", 10_000, null), bill("C", -10_000, "A"), bill("D", -700, null));
        AccountStatement statement = statement(bills, List.of(receipt("A", 4_000)));
        assertThat(statement.items()).hasSize(1);
        assertThat(statement.items().get(0).outstanding()).isEqualTo(Money.ZERO);
        assertThat(statement.onAccount()).isEqualTo(Money.parse("47.00"));
    }

    @Test
    void money_paid_back_leaves_the_account() {
        AccountStatement statement = statement(List.of(), List.of(receipt(null, 10_000), receipt(null, -4_000)));
        assertThat(statement.onAccount()).isEqualTo(Money.parse("60.00"));
        assertThat(statement.balance()).isEqualTo(Money.parse("-60.00"));
        assertThatThrownBy(() -> receipt("A", -1)).isInstanceOf(RuleBroken.class);
        assertThatThrownBy(() -> receipt(null, 0)).isInstanceOf(RuleBroken.class);
    }

    @ParameterizedTest
    @CsvSource({
        "2020-04-30, NOT_DUE",
        "2020-05-01, NOT_DUE",
        "2020-05-02, DAYS_1_TO_30",
        "2020-05-31, DAYS_1_TO_30",
        "2020-06-01, DAYS_31_TO_60",
        "2020-07-01, DAYS_61_TO_90",
        "2020-07-31, OVER_90_DAYS"
    })
    void what_is_outstanding_ages_by_day(LocalDate asAt, Ageing age) {
        AccountStatement statement = AccountStatement.of("LBL", asAt, List.of(bill("A", 10_000, null)), List.of());
        assertThat(statement.ageing().get(age)).isEqualTo(Money.parse("100.00"));
        assertThat(Money.sum(statement.ageing().values())).isEqualTo(statement.outstanding());
    }

    @Test
    void what_comes_after_the_day_asked_for_does_not_count() {
        AccountStatement before = AccountStatement.of(
                "LBL", ISSUED.minusDays(1), List.of(bill("A", 10_000, null)), List.of(receipt("A", 100)));
        assertThat(before.items()).isEmpty();
        assertThat(before.balance()).isEqualTo(Money.ZERO);
    }

    @Test
    void the_balance_is_what_was_billed_less_what_was_paid_whoever_named_what() {
        Laws.forAll("balance", AccountStatementTest::draw, Laws.cases() / 10, drawn -> {
            AccountStatement statement = statement(drawn.bills, drawn.receipts);
            long billed = drawn.bills.stream()
                    .mapToLong(bill -> bill.amount().pence())
                    .sum();
            long paid = drawn.receipts.stream()
                    .mapToLong(receipt -> receipt.amount().pence())
                    .sum();
            assertThat(statement.balance().pence()).isEqualTo(billed - paid);
            assertThat(statement.items()).allMatch(item -> item.outstanding().signum() >= 0);
        });
    }

    private record Drawn(List<Bill> bills, List<Receipt> receipts) {}

    private static Drawn draw(Draw draw) {
        List<Bill> bills = new ArrayList<>();
        for (int i = 0; i < draw.between(0, 6); i++) {
            long pence = draw.between(1, 9_999);
            bills.add(bill("B" + i, pence, null));
            if (draw.chance(20)) {
                bills.add(bill("C" + i, -pence, "B" + i));
            }
        }
        List<Receipt> receipts = new ArrayList<>();
        for (int i = 0; i < draw.between(0, 6); i++) {
            String named = bills.isEmpty() || draw.chance(30)
                    ? null
                    : draw.oneOf(bills).number();
            boolean invoice = named != null && named.startsWith("B");
            receipts.add(receipt(invoice ? named : null, draw.between(1, 9_999)));
        }
        return new Drawn(bills, receipts);
    }

    private static AccountStatement statement(List<Bill> bills, List<Receipt> receipts) {
        return AccountStatement.of("LBL", LocalDate.of(2020, 6, 1), bills, receipts);
    }

    private static Bill bill(String number, long pence, String corrects) {
        Due due = Due.own("LBL", List.of(new BillLine(LineKind.POOL, "BASE", "t", "n", Money.ofPence(pence))));
        return new Bill(
                UUID.randomUUID(),
                number,
                new FinancialYear(2020),
                ISSUED,
                null,
                new BillDraft(due, 1, 1, DUE),
                corrects,
                null);
    }

    private static Receipt receipt(String bill, long pence) {
        return new Receipt(UUID.randomUUID(), "LBL", bill, Money.ofPence(pence), DUE, "r", Instant.EPOCH, "test");
    }
}
