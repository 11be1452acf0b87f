package uk.jointdesk.finance.bill.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.jointdesk.finance.money.domain.Money;
import uk.jointdesk.finance.posting.domain.Account;
import uk.jointdesk.finance.posting.domain.Entry;
import uk.jointdesk.finance.posting.domain.Journal;
import uk.jointdesk.finance.servicecredit.domain.MonthlyCharge;
import uk.jointdesk.finance.year.domain.FinancialYear;
import uk.jointdesk.finance.year.domain.Period;

class BillTest {
    private static final FinancialYear YEAR = new FinancialYear(2020);
    private static final LocalDate DAY = LocalDate.of(2020, 4, 1);

    @Test
    void a_number_is_of_the_partner_and_the_year_only() {
        assertThat(Bill.number("LBL", YEAR, 1)).isEqualTo("LBL-2020-21-001");
        assertThat(Bill.number("LBL", YEAR, 1234)).isEqualTo("LBL-2020-21-1234");
    }

    @Test
    void an_invoice_is_owed_by_the_partner_and_a_credit_note_is_its_mirror() {
        Journal invoice = BillJournal.of("LBL-2020-21-001", DAY, "LBL", Money.parse("10.00"));
        assertThat(invoice.entries())
                .containsExactly(
                        new Entry(Account.DEBTORS, null, "LBL", Money.parse("10.00")),
                        new Entry(Account.CONTRIBUTIONS, null, "LBL", Money.parse("-10.00")));
        assertThat(invoice.origin().source()).isEqualTo("bill");
        assertThat(BillJournal.of("LBL-2020-21-002", DAY, "LBL", Money.parse("-10.00"))
                        .description())
                .isEqualTo("Credit note LBL-2020-21-002");
    }

    @Test
    void a_bill_of_nothing_is_none() {
        assertThatThrownBy(() -> bill("C", line("1.00"), line("-1.00"))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void who_drafted_a_run_is_known_by_the_person_and_not_by_the_client() {
        BillingRun.Mark drafted = new BillingRun.Mark(Instant.EPOCH, "finance", "somebody");
        BillingRun run = new BillingRun(
                UUID.randomUUID(),
                YEAR,
                RunKind.ESTIMATE,
                13,
                "n",
                InstalmentPlan.once(DAY),
                null,
                null,
                drafted,
                null);
        assertThat(run.isDraftedBy(new BillingRun.Mark(Instant.EPOCH, "board", "somebody")))
                .isTrue();
        assertThat(run.isDraftedBy(new BillingRun.Mark(Instant.EPOCH, "finance", "else")))
                .isFalse();
        assertThat(run.status()).isEqualTo(BillingRun.Status.DRAFT);
    }

    @Test
    void twelve_months_of_a_line_are_its_year() {
        Money year = Money.parse("14600000.00");
        Money sum = Money.ZERO;
        for (int month = 1; month <= 12; month++) {
            sum = sum.plus(MonthlyCharge.of(year, new Period(YEAR, month)));
        }
        assertThat(sum).isEqualTo(year);
        assertThat(MonthlyCharge.of(year, new Period(YEAR, 1))).isEqualTo(Money.parse("1216666.67"));
        assertThat(MonthlyCharge.of(year, new Period(YEAR, 12))).isEqualTo(Money.parse("1216666.66"));
    }

    private static BillLine line(String amount) {
        return new BillLine(LineKind.POOL, "BASE", "Base", "n", Money.parse(amount));
    }

    private static Bill bill(String number, BillLine... lines) {
        BillDraft draft = new BillDraft(Due.own("LBL", List.of(lines)), 1, 1, DAY);
        return new Bill(UUID.randomUUID(), number, YEAR, DAY, null, draft, null, null);
    }
}
