package uk.jointdesk.incident.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

class WebhookSignatureTest {

    /** The published example of the Standard Webhooks reference libraries. */
    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
    private static final Instant AT = Instant.ofEpochSecond(1_614_265_330);
    private static final byte[] BODY = "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8);
    private static final String SIGNATURE = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";

    @Test
    void the_published_example_is_signed_as_published() {
        assertThat(WebhookSignature.of(ID, AT, BODY, List.of(key(SECRET)))).isEqualTo(SIGNATURE);
    }

    @Test
    void while_keys_change_each_signs() {
        byte[] other = WebhookSignature.newKey();
        String both = WebhookSignature.of(ID, AT, BODY, List.of(other, key(SECRET)));
        assertThat(both.split(" ")).hasSize(2).contains(SIGNATURE);
    }

    @Test
    void a_secret_is_written_as_the_specification_says() {
        byte[] key = WebhookSignature.newKey();
        assertThat(key(WebhookSignature.secret(key))).isEqualTo(key).hasSize(32);
        assertThat(WebhookSignature.newKey()).isNotEqualTo(key);
    }

    private static byte[] key(String secret) {
        assertThat(secret).startsWith("whsec_");
        return Base64.getDecoder().decode(secret.substring("whsec_".length()));
    }
}
