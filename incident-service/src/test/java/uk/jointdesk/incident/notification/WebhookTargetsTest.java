package uk.jointdesk.incident.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookTargetsTest {

    private final WebhookTargets strict = new WebhookTargets(false);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://example.org/hook",
                "ftp://example.org/hook",
                "https://",
                "https:///hook",
                "not a url",
                "https://user:password@example.org/hook",
                "https://example.org/hook#part",
                "https://127.0.0.1/hook",
                "https://169.254.169.254/latest/meta-data",
                "https://[::1]/hook",
                "https://[::ffff:10.0.0.1]/hook",
                "https://10.0.0.1:8443/"
            })
    void a_webhook_goes_over_https_to_a_public_address(String url) {
        assertThat(strict.objectionTo(url)).isPresent();
    }

    @Test
    void a_name_that_leads_home_is_noticed_when_it_is_looked_up() {
        assertThat(strict.objectionTo("https://localhost/hook")).isEmpty();
        assertThat(strict.objectionToSending(URI.create("https://localhost/hook")))
                .contains("leads to no public address");
    }

    @Test
    void nobody_learns_which_names_our_own_network_knows() {
        assertThat(strict.objectionToSending(URI.create("https://no-such-host.invalid/hook")))
                .isEqualTo(strict.objectionToSending(URI.create("https://localhost/hook")));
    }

    @Test
    void a_local_start_may_allow_private_addresses_and_plain_http() {
        WebhookTargets local = new WebhookTargets(true);
        assertThat(local.objectionToSending(URI.create("http://127.0.0.1:9000/hook")))
                .isEmpty();
        assertThat(local.objectionTo("ftp://127.0.0.1/hook")).isPresent();
    }
}
