package uk.jointdesk.finance.party.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.helger.phive.peppol.PeppolValidation;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.jointdesk.finance.refusal.domain.RuleBroken;

class BillingPartyTest {
    private static final String PEPPOL = "/external/schematron/openpeppol/2025.11/xslt/PEPPOL-EN16931-UBL.xslt";

    @ParameterizedTest
    @ValueSource(strings = {"HA9 0FJ", "SE1 2QH", "SW1P 3HZ", "M1 1AE", "B33 8TH", "CR2 6XH", "DN55 1PT", "W1A 0AX"})
    void a_postcode_is_written_as_royal_mail_writes_it(String postcode) {
        assertThatCode(() -> party(postcode, null, "0088", "2000000000015").check())
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"HA90FJ", "ha9 0fj", "HA9  0FJ", "HA9 0FC", "Q1 1AA", "HA9", "12345", "HA999 0FJ"})
    void what_is_no_postcode_is_pointed_at(String postcode) {
        assertRefused(party(postcode, null, "0088", "2000000000015"), "postcode-malformed", "/address/postcode");
    }

    @Test
    void another_country_writes_postcodes_in_its_own_way() {
        PostalAddress dublin = new PostalAddress("Wood Quay", null, "Dublin", "D08 RF3F", "IE");
        assertThatCode(dublin::check).doesNotThrowAnyException();
        assertThat(dublin.lines()).containsExactly("Wood Quay", "Dublin", "D08 RF3F", "IE");
        PostalAddress nowhere = new PostalAddress("s", null, "c", "HA9 0FJ", "XX");
        assertThatThrownBy(nowhere::check).isInstanceOfSatisfying(RuleBroken.class, broken -> assertThat(broken.code())
                .isEqualTo("country-unknown"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"GB999999973", "GB220430231", "GB220430231001", "GBGD001", "GBHA599"})
    void a_vat_number_checks_itself(String number) {
        assertThatCode(() -> party("HA9 0FJ", number, "9932", number).check()).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"GB999999972", "999999973", "GB99999997", "GBGD501", "GBHA499", "gb999999973", "GB2204302310"})
    void a_vat_number_with_a_slip_in_it_is_refused(String number) {
        assertRefused(party("HA9 0FJ", number, "0088", "2000000000015"), "vat-number-malformed", "/vatNumber");
        assertRefused(party("HA9 0FJ", null, "9932", number), "endpoint-malformed", "/endpoint/id");
    }

    @ParameterizedTest
    @CsvSource({
        "0088, 2000000000014, endpoint-malformed, /endpoint/id",
        "0088, 200000000001, endpoint-malformed, /endpoint/id",
        "0060, with space, endpoint-malformed, /endpoint/id",
        "88, 2000000000015, endpoint-scheme-unknown, /endpoint/scheme",
        "9901, 12345, endpoint-scheme-unknown, /endpoint/scheme"
    })
    void an_electronic_address_has_a_scheme_of_peppol_and_the_shape_of_its_scheme(
            String scheme, String id, String code, String pointer) {
        assertRefused(party("HA9 0FJ", null, scheme, id), code, pointer);
    }

    @Test
    void the_schemes_are_those_that_the_rules_of_peppol_know() throws IOException {
        String rules;
        try (InputStream file = PeppolValidation.class.getResourceAsStream(PEPPOL)) {
            rules = new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
        int from = rules.indexOf("tokenize('0002 0007") + "tokenize('".length();
        String[] known = rules.substring(from, rules.indexOf('\'', from)).split(" ");
        assertThat(ElectronicAddress.SCHEMES).containsExactlyInAnyOrderElementsOf(Arrays.asList(known));
    }

    private static BillingParty party(String postcode, String vatNumber, String scheme, String id) {
        PostalAddress address = new PostalAddress("Engineers Way", null, "Wembley", postcode, "GB");
        return new BillingParty("LBB", "Brent", address, vatNumber, new ElectronicAddress(scheme, id));
    }

    private static void assertRefused(BillingParty party, String code, String pointer) {
        assertThatThrownBy(party::check).isInstanceOfSatisfying(RuleBroken.class, broken -> {
            assertThat(broken.code()).isEqualTo(code);
            assertThat(broken.pointer()).isEqualTo(pointer);
        });
    }
}
