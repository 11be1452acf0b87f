package uk.jointdesk.incident.notification.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WithoutKeysTest {

    @Test
    void who_looks_at_deliveries_does_not_see_the_link_that_answers_a_survey() {
        assertThat(WithoutKeys.of("{\"reference\": \"LBL-0000001\", \"link\": \"https://desk/feedback/abc\"}"))
                .isEqualTo("{\"reference\":\"LBL-0000001\"}");
    }

    @Test
    void what_holds_no_link_is_shown_as_it_was_told() {
        String told = "{\"reference\": \"LBL-0000001\", \"threshold\": \"75%\"}";
        assertThat(WithoutKeys.of(told)).isEqualTo(told);
    }
}
