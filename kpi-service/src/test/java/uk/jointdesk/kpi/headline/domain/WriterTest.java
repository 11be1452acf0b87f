package uk.jointdesk.kpi.headline.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import uk.jointdesk.kpi.statistics.domain.Measure;
import uk.jointdesk.kpi.statistics.domain.Observation;

class WriterTest {

    @Test
    void a_time_of_which_nothing_is_known_is_not_read_as_one_in_which_nothing_happened() {
        Figure now = logged("P2", "2018-10", 38);
        Figure unknown = logged("P2", "2018-09", 0).withoutData();
        Headline headline = Writer.volumes("volumes-P2-LBL", "LBL P2 logged", List.of(), now, unknown);
        assertThat(headline.text())
                .isEqualTo("LBL P2 logged: 38 in 2018-10; there are no data of 2018-09 to compare with.");
        assertThat(headline.claims()).as("nothing is claimed of it").isEmpty();
        assertThat(headline.figures()).contains(unknown);
    }

    @Test
    void a_month_without_tickets_that_is_known_of_is_compared_with() {
        Headline headline = Writer.volumes(
                "volumes-P2-LBL", "LBL P2 logged", List.of(), logged("P2", "2018-10", 38), logged("P2", "2018-09", 0));
        assertThat(headline.text()).isEqualTo("LBL P2 logged: 38 in 2018-10 against 0 in 2018-09 before, 38 more.");
        assertThat(headline.claims()).extracting(Headline.Claim::kind).containsExactly(ClaimKind.INCREASES);
    }

    @Test
    void a_row_of_months_with_a_gap_goes_neither_up_nor_down() {
        List<Figure> months = List.of(
                logged("P2", "2018-08", 0).withoutData(), logged("P2", "2018-09", 3), logged("P2", "2018-10", 5));
        Headline headline = Writer.volumes(
                "volumes-P2-LBL", "LBL P2 logged", months, logged("P2", "2018-10", 5), logged("P2", "2018-09", 3));
        assertThat(headline.text())
                .contains("no data, 3, 5 from 2018-08 to 2018-10, neither more nor fewer every period");
    }

    @Test
    void all_priorities_together_name_the_one_that_has_no_data() {
        Headline overall = Writer.overall(
                List.of(logged("P1", "2018-09", 0).withoutData(), logged("P2", "2018-09", 10)),
                List.of(logged("P1", "2018-10", 2), logged("P2", "2018-10", 12)));
        assertThat(overall.text())
                .isEqualTo("Tickets logged against the period before: P1 has no data of 2018-09, P2 2 more (no more"
                        + " than chance).");
    }

    @Test
    void a_claim_about_a_time_without_data_is_refused() {
        List<Figure> row = List.of(logged("P2", "2018-09", 0).withoutData(), logged("P2", "2018-10", 38));
        Ruling ruling = Examination.of(ClaimKind.INCREASES, List.of(row), figure -> Optional.empty());
        assertThat(ruling.holds()).isFalse();
        assertThat(ruling.contradictions())
                .extracting(Ruling.Contradiction::words)
                .containsExactly("LBL P2 2018-09: there are no data of that time.");
    }

    private static Figure logged(String priority, String month, long tickets) {
        LocalDate from = YearMonth.parse(month).atDay(1);
        return Figure.of(
                Measure.LOGGED,
                priority,
                "LBL",
                month,
                from,
                YearMonth.parse(month).atEndOfMonth(),
                Observation.count(tickets));
    }
}
