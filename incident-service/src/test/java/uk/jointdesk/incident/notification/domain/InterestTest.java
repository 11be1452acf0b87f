package uk.jointdesk.incident.notification.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InterestTest {

    @Test
    void a_topic_is_wanted_by_its_name_or_by_a_star_at_the_end() {
        Interest interest = new Interest(List.of("escalation.reached", "major-incident.*"), null, null);
        assertThat(interest.covers("escalation.reached", null, null)).isTrue();
        assertThat(interest.covers("escalation.stopped", null, null)).isFalse();
        assertThat(interest.covers("major-incident.declared", null, null)).isTrue();
        assertThat(interest.covers("major-incidents.declared", null, null)).isFalse();
        assertThat(new Interest(List.of("*"), null, null).covers("survey.invited", null, null))
                .isTrue();
    }

    @Test
    void a_bound_holds_back_what_is_below_it() {
        Interest interest = new Interest(List.of("*"), "P2", 75);
        assertThat(interest.covers("escalation.reached", "P1", 75)).isTrue();
        assertThat(interest.covers("escalation.reached", "P2", 100)).isTrue();
        assertThat(interest.covers("escalation.reached", "P3", 100)).isFalse();
        assertThat(interest.covers("escalation.reached", "P1", 50)).isFalse();
    }

    @Test
    void what_says_nothing_of_a_bound_is_not_held_back_by_it() {
        assertThat(new Interest(List.of("*"), "P1", 100).covers("survey.invited", null, null))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "escalation.reached", "major-incident.*", "survey"})
    void topics_are_words_with_dots_between_them(String written) {
        assertThat(Interest.isTopic(written)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Escalation", "escalation*", "*.reached", "a..b", "a.", "a b"})
    void anything_else_is_no_topic(String written) {
        assertThat(Interest.isTopic(written)).isFalse();
    }
}
