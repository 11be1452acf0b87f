package uk.jointdesk.finance.intake.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.jointdesk.testkit.Laws;

class AmountFormatTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "505|50500",
                "579.6|57960",
                "3228893.86|322889386",
                "£1,234.56|123456",
                "(1,234.56)|-123456",
                "1234.56-|-123456",
                "-£0.05|-5",
                "£-0.05|-5",
                "(£12)|-1200",
                "1 234.00|123400",
                "0.00|0"
            })
    void amounts_are_read_as_ledgers_write_them(String written, long pence) throws RowRefused {
        assertThat(AmountFormat.ANY.read(written, "/net").pence()).isEqualTo(pence);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "n/a",
                "1.005",
                "1,23.00",
                "12,34",
                "(12.00",
                "12.00)",
                "-(12.00)",
                "--1",
                "1-2",
                "$5",
                "1e3",
                "½",
                "12345678901234",
                "5.",
                ".5",
                "-12-"
            })
    void what_would_have_to_be_guessed_is_refused(String written) {
        assertThatThrownBy(() -> AmountFormat.ANY.read(written, "/net"))
                .isInstanceOf(RowRefused.class)
                .extracting(refused -> ((RowRefused) refused).code())
                .isEqualTo("amount-malformed");
    }

    @Test
    void a_profile_may_allow_less() {
        AmountFormat plain = new AmountFormat(false, false, Set.of(Negative.MINUS));
        for (String written : new String[] {"1,234.00", "£1.00", "(1.00)", "1.00-"}) {
            assertThatThrownBy(() -> plain.read(written, "/net")).isInstanceOf(RowRefused.class);
        }
    }

    @Test
    void every_amount_is_read_back_however_it_is_written() {
        Laws.forAll("read back", draw -> draw.between(-99_999_999_999L, 99_999_999_999L), Laws.cases(), pence -> {
            String digits = String.format(Locale.ROOT, "%,d", Math.abs(pence) / 100);
            String plain = digits + "." + String.format(Locale.ROOT, "%02d", Math.abs(pence) % 100);
            String sign = pence < 0 ? "-" : "";
            assertReads(sign + plain, pence);
            assertReads(sign + "£" + plain.replace(",", ""), pence);
            assertReads(pence < 0 ? "(" + plain + ")" : plain, pence);
            assertReads(plain + sign, pence);
        });
    }

    private static void assertReads(String written, long pence) {
        try {
            assertThat(AmountFormat.ANY.read(written, "/net").pence()).isEqualTo(pence);
        } catch (RowRefused refused) {
            throw new AssertionError(written + " was refused", refused);
        }
    }
}
