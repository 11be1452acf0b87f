package uk.jointdesk.kpi.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.jointdesk.kpi.suite.Ask;
import uk.jointdesk.kpi.suite.Spring2024;
import uk.jointdesk.testkit.Tokens;

@QuarkusTest
class ResponseComplianceTest {

    private static final String FEBRUARY =
            "/compliance?metric=RESPONSE&priority=P1&groupBy=partner&from=2024-02&to=2024-02" + Spring2024.QUEUES;

    @Inject
    Spring2024 spring;

    @BeforeEach
    void play() {
        spring.play();
    }

    @Test
    void an_answer_in_time_meets_the_response_target_and_a_late_one_does_not() {
        var rows = Ask.items(Tokens.board(), FEBRUARY);
        assertThat(Ask.row(rows, Map.of("partner", "LBB")))
                .containsEntry("met", 1)
                .containsEntry("measured", 1);
        assertThat(Ask.row(rows, Map.of("partner", "LBL")))
                .containsEntry("met", 0)
                .containsEntry("measured", 1);
    }

    @Test
    void an_answer_counts_for_the_partner_that_was_answered_though_another_one_holds_the_ticket_now() {
        // One answered in time and handed on, one resolved without a word after the weekend: 60 of 30 minutes.
        assertThat(Ask.row(Ask.items(Tokens.board(), FEBRUARY), Map.of("partner", "LBS")))
                .containsEntry("met", 1)
                .containsEntry("measured", 2)
                .containsEntry("percent", "50.00");
        assertThat(Ask.items(Tokens.borough("LBS"), FEBRUARY))
                .singleElement()
                .satisfies(row -> assertThat(row).containsEntry("met", 1).containsEntry("measured", 2));
        var drilled = Ask.items(
                Tokens.borough("LBS"), "/drill?set=met&metric=RESPONSE&from=2024-02&to=2024-02" + Spring2024.QUEUES);
        assertThat(drilled).singleElement().satisfies(ticket -> assertThat(ticket)
                .containsEntry("reference", "SPR-P1E")
                .containsEntry("at", "2024-02-14T09:10:00Z")
                .doesNotContainKeys("status", "resolvedAt"));
    }

    @Test
    void withdrawn_tickets_and_those_without_a_promise_are_named() {
        assertThat(Ask.row(Ask.items(Tokens.board(), FEBRUARY), Map.of("partner", "LBB")))
                .containsEntry("excluded", List.of(Map.of("reason", "CANCELLED", "count", 1)));
        var p3 = Ask.items(
                Tokens.board(),
                "/compliance?metric=RESPONSE&priority=P3&groupBy=partner&partner=LBB&from=2024-03&to=2024-03"
                        + Spring2024.QUEUES);
        assertThat(p3).singleElement().satisfies(row -> assertThat(row)
                .containsEntry("measured", 0)
                .containsEntry("rag", "NO_DATA")
                .containsEntry("excluded", List.of(Map.of("reason", "NO_TARGET", "count", 9))));
    }

    @Test
    void the_partners_add_up_to_all_and_no_level_is_invented() {
        var rows = Ask.items(Tokens.board(), FEBRUARY);
        for (String figure : List.of("met", "measured")) {
            int parts = rows.stream()
                    .filter(row -> !"ALL".equals(row.get("partner")))
                    .mapToInt(row -> (int) row.get(figure))
                    .sum();
            assertThat(Ask.row(rows, Map.of("partner", "ALL"))).containsEntry(figure, parts);
        }
        assertThat(Ask.row(rows, Map.of("partner", "ALL"))).doesNotContainKeys("targetPercent", "rag");
        assertThat(Ask.json(Tokens.board(), FEBRUARY).getString("definition.code"))
                .isEqualTo("response-compliance");
    }
}
