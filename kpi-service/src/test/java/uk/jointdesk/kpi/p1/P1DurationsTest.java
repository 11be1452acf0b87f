package uk.jointdesk.kpi.p1;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.jointdesk.kpi.suite.Ask;
import uk.jointdesk.kpi.suite.Spring2024;
import uk.jointdesk.testkit.Tokens;

@QuarkusTest
class P1DurationsTest {

    private static final String FEBRUARY = "/p1-durations?from=2024-02&to=2024-02" + Spring2024.QUEUES;

    @Inject
    Spring2024 spring;

    @BeforeEach
    void play() {
        spring.play();
    }

    @Test
    void every_p1_is_listed_with_its_minutes_by_the_time_it_was_resolved() {
        var answer = Ask.json(Tokens.board(), FEBRUARY);
        assertThat(answer.getList("items.reference")).containsExactly("SPR-P1A", "SPR-P1B", "SPR-P1C", "SPR-P1E");
        assertThat(answer.getList("items.serviceMinutes")).containsExactly(90, 300, 60, 120);
        assertThat(answer.getList("items.elapsedMinutes")).containsExactly(90, 300, 3_780, 120);
        assertThat(answer.getList("items.outcome")).containsExactly("MET", "BREACHED", "MET", "MET");
        assertThat(answer.getInt("tickets")).isEqualTo(4);
        assertThat(answer.getMap("inTarget"))
                .containsEntry("numerator", 3)
                .containsEntry("denominator", 4)
                .containsEntry("percent", "75.00");
    }

    @Test
    void of_the_shared_services_queues_all_were_in_time() {
        var answer = Ask.json(Tokens.board(), FEBRUARY + "&organisation=STS");
        assertThat(answer.getInt("tickets")).isEqualTo(3);
        assertThat(answer.getString("inTarget.percent")).isEqualTo("100.00");
        assertThat(answer.getString("scope")).isEqualTo("STS");
    }

    @Test
    void a_borough_sees_its_own_p1_and_counts_no_others() {
        var answer = Ask.json(Tokens.borough("LBL"), FEBRUARY);
        assertThat(answer.getList("items.reference")).containsExactly("SPR-P1B");
        assertThat(answer.getInt("tickets")).isEqualTo(1);
        assertThat(Ask.items(Tokens.borough("LBS"), FEBRUARY))
                .extracting("reference")
                .containsExactly("SPR-P1C");
    }

    @Test
    void a_long_list_comes_in_pages() {
        var first = Ask.json(Tokens.board(), FEBRUARY + "&limit=3");
        assertThat(first.getList("items")).hasSize(3);
        var rest = Ask.json(Tokens.board(), FEBRUARY + "&limit=3&cursor=" + first.getString("next"));
        assertThat(rest.getList("items.reference")).containsExactly("SPR-P1E");
        assertThat(rest.getString("next")).isNull();
        assertThat(rest.getInt("tickets")).isEqualTo(4);
    }

    @Test
    void the_figure_is_that_of_the_compliance_of_p1() {
        var compliance = Ask.row(
                Ask.items(
                        Tokens.board(),
                        "/compliance?priority=P1&groupBy=partner&from=2024-02&to=2024-02" + Spring2024.QUEUES),
                Map.of("partner", "ALL"));
        assertThat(compliance).containsEntry("met", 3).containsEntry("measured", 4);
    }
}
