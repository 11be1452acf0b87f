package uk.jointdesk.incident.satisfaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SurveyTokenTest {

    private static final byte[] KEY = "a key of thirty-two bytes length".getBytes(StandardCharsets.UTF_8);
    private static final byte[] OTHER = "another one of thirty-two bytes.".getBytes(StandardCharsets.UTF_8);

    private final UUID survey = UUID.randomUUID();

    @Test
    void a_link_leads_to_its_survey() {
        String token = SurveyToken.of(survey, KEY);
        assertThat(token).matches("[A-Za-z0-9_-]{64}");
        assertThat(SurveyToken.survey(token, KEY)).contains(survey);
    }

    @Test
    void a_link_that_we_did_not_make_leads_nowhere() {
        assertThat(SurveyToken.survey(SurveyToken.of(survey, OTHER), KEY)).isEmpty();
        assertThat(SurveyToken.survey("", KEY)).isEmpty();
        assertThat(SurveyToken.survey("not base64!", KEY)).isEmpty();
        assertThat(SurveyToken.survey("a".repeat(64), KEY)).isEmpty();
    }

    @Test
    void changing_any_character_of_a_link_breaks_it() {
        String token = SurveyToken.of(survey, KEY);
        for (int i = 0; i < token.length(); i++) {
            char other = token.charAt(i) == 'A' ? 'B' : 'A';
            String changed = token.substring(0, i) + other + token.substring(i + 1);
            assertThat(SurveyToken.survey(changed, KEY)).as(changed).isEmpty();
        }
    }
}
