package uk.jointdesk.finance.transparency.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import uk.jointdesk.finance.money.domain.Money;

class PaymentsLayoutTest {
    private static final PaymentsLayout LAYOUT = new PaymentsLayout("Brent", "http://brent", "STS");

    @Test
    void a_payment_says_who_was_paid_when_how_much_and_what_for() {
        assertThat(LAYOUT.row(payment("Softcat plc: Licences: renewal", null)))
                .hasSameSizeAs(PaymentsLayout.HEADER)
                .containsExactly(
                        "Brent",
                        "http://brent",
                        "STS",
                        "Service desk",
                        "Softcat plc",
                        "07/05/2021",
                        "4711",
                        "1234.50",
                        "0.00",
                        "Licences: renewal",
                        "Licences",
                        "5301",
                        "ICT01");
    }

    @Test
    void a_redacted_payment_tells_neither_the_beneficiary_nor_the_purpose() {
        Payment redacted = payment("Jane Doe: Expenses of Jane Doe", Redaction.PERSONAL_DATA);
        assertThat(redacted.beneficiary()).isEqualTo("REDACTED PERSONAL DATA");
        assertThat(LAYOUT.row(redacted)).noneMatch(field -> field != null && field.contains("Doe"));
    }

    @Test
    void a_payment_whose_supplier_nobody_wrote_down_says_so() {
        Payment nameless = payment("Licences", null);
        assertThat(nameless.beneficiary()).isEqualTo("Not stated");
        assertThat(nameless.purpose()).isEqualTo("Licences");
    }

    private static Payment payment(String text, Redaction redaction) {
        return new Payment(
                LocalDate.of(2021, 5, 7),
                "4711",
                Money.parse("1234.50"),
                text,
                "Service desk",
                "Licences",
                "5301",
                "ICT01",
                redaction);
    }
}
