package uk.jointdesk.finance.accrual.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.jointdesk.finance.money.domain.Money;
import uk.jointdesk.finance.posting.domain.Account;
import uk.jointdesk.finance.posting.domain.Coding;
import uk.jointdesk.finance.posting.domain.Journal;
import uk.jointdesk.finance.refusal.domain.RuleBroken;
import uk.jointdesk.finance.year.domain.FinancialYear;
import uk.jointdesk.finance.year.domain.Period;

class AccrualTest {
    private static final FinancialYear YEAR = new FinancialYear(2021);

    @Test
    void an_accrual_brings_the_cost_into_its_period_and_goes_back_in_the_next() {
        Accrual accrual = accrual(Accrual.Kind.ACCRUAL, 3, "12.00");
        Journal journal = accrual.journal();
        Journal reversal = accrual.reversal(journal);
        assertThat(journal.date()).isEqualTo(LocalDate.of(2021, 6, 30));
        assertThat(journal.entries().get(0).amount()).isEqualTo(Money.parse("12.00"));
        assertThat(journal.entries().get(1).account()).isEqualTo(Account.ACCRUALS);
        assertThat(reversal.date()).isEqualTo(LocalDate.of(2021, 7, 1));
        assertThat(reversal.reverses()).isEqualTo(journal.id());
        assertThat(reversal.entries().get(0).amount()).isEqualTo(Money.parse("-12.00"));
    }

    @Test
    void a_prepayment_takes_the_cost_out_and_it_comes_back_in_the_next_year_after_march() {
        Accrual prepayment = accrual(Accrual.Kind.PREPAYMENT, 12, "12.00");
        assertThat(prepayment.journal().entries().get(0).amount()).isEqualTo(Money.parse("-12.00"));
        assertThat(prepayment.next()).isEqualTo(new Period(new FinancialYear(2022), 1));
        assertThat(prepayment.reversal(prepayment.journal()).date()).isEqualTo(LocalDate.of(2022, 4, 1));
    }

    @Test
    void nothing_follows_the_closing_period_and_nothing_is_accrued_of_nothing() {
        assertThatThrownBy(() -> accrual(Accrual.Kind.ACCRUAL, 13, "1.00")).isInstanceOf(RuleBroken.class);
        assertThatThrownBy(() -> accrual(Accrual.Kind.ACCRUAL, 1, "0.00")).isInstanceOf(RuleBroken.class);
    }

    private static Accrual accrual(Accrual.Kind kind, int period, String amount) {
        return new Accrual(
                UUID.randomUUID(),
                kind,
                new Period(YEAR, period),
                "BASE",
                null,
                Coding.NONE,
                Money.parse(amount),
                "Licences",
                null);
    }
}
