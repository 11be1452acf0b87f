package uk.jointdesk.incident.satisfaction.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeedbackTest {

    @ParameterizedTest
    @CsvSource({"true,true,5", "true,false,4", "false,true,2", "false,false,1"})
    void the_outcome_weighs_more_than_the_time_it_took(boolean satisfied, boolean timely, int rating) {
        assertThat(new Feedback(satisfied, timely, 7, null).rating()).isEqualTo(rating);
    }

    @Test
    void a_response_rate_is_an_exact_fraction_printed_to_two_places() {
        assertThat(new ResponseRate("LBL", 8, 7, 0).percent()).isEqualTo("87.50");
        assertThat(new ResponseRate("LBL", 3, 2, 0).percent()).isEqualTo("66.67");
        assertThat(new ResponseRate("LBL", 0, 0, 4).percent()).isNull();
    }
}
