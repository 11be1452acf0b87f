package uk.jointdesk.issuer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PayloadTest {

    private static String token(String payload) {
        return "e30." + Base64.getUrlEncoder().encodeToString(payload.getBytes(StandardCharsets.UTF_8)) + ".c2ln";
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "opaque", "a.b", "a.*.c", "e30.W10.c2ln", "e30.eyJ.c2ln", "a.b.c.d.e"})
    void what_is_no_token_has_no_payload(String sent) {
        assertThat(Payload.of(sent)).isEmpty();
    }

    @Test
    void a_claim_of_another_kind_is_as_good_as_none() {
        Payload token = Payload.of(token("{\"iss\":[\"a\"],\"azp\":7,\"sub\":\" \",\"exp\":\"soon\"}"))
                .orElseThrow();
        assertThat(token.text("iss")).isEmpty();
        assertThat(token.text("azp", "sub")).isEmpty();
        assertThat(token.number("exp")).isEmpty();
    }

    @Test
    void partners_are_a_list_or_one() {
        Payload token = Payload.of(token("{\"partners\":[\"LBL\",\"LHL\"],\"partner\":\"LBL\"}"))
                .orElseThrow();
        assertThat(token.texts("partners")).containsExactly("LBL", "LHL");
        assertThat(token.texts("partner")).containsExactly("LBL");
        assertThat(token.texts("nothing")).isEmpty();
    }
}
