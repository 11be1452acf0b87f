package uk.jointdesk.kpi.satisfaction;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.jointdesk.kit.db.ScopedDb;
import uk.jointdesk.kit.scope.PartnerScope;
import uk.jointdesk.kpi.suite.Ask;
import uk.jointdesk.kpi.suite.Opinions2023;
import uk.jointdesk.testkit.Tokens;

@QuarkusTest
class SatisfactionTest {

    private static final String MONTH = "from=2023-03&to=2023-03";
    private static final String MARCH = "/satisfaction?" + MONTH + Opinions2023.QUEUE;
    private static final List<String> COUNTS =
            List.of("rated", "recommended", "promoters", "passives", "detractors", "answers", "invited", "answered");

    @Inject
    Opinions2023 opinions;

    @Inject
    ScopedDb db;

    @BeforeEach
    void play() {
        opinions.play();
    }

    @Test
    void the_score_stands_beside_how_many_of_those_asked_gave_one() {
        var brent = Ask.row(Ask.items(Tokens.board(), MARCH), Map.of("partner", "LBB"));
        assertThat(brent)
                .containsEntry("rated", 50)
                .containsEntry("positive", ratio(33, 50, "66.00"))
                .containsEntry("neutral", ratio(10, 50, "20.00"))
                .containsEntry("negative", ratio(7, 50, "14.00"))
                .containsEntry("nps", ratio(26, 50, "52.00"))
                .containsEntry("timely", ratio(1, 2, "50.00"))
                .containsEntry("responseRate", ratio(2, 50, "4.00"))
                .containsEntry("warning", Map.of("code", "LOW_RESPONSE", "belowPercent", "10.00"));
    }

    @Test
    void what_was_said_counts_for_the_council_whose_ticket_it_then_was() {
        var rows = Ask.items(Tokens.board(), MARCH);
        assertThat(Ask.row(rows, Map.of("partner", "LBL")))
                .containsEntry("rated", 1)
                .containsEntry("negative", ratio(1, 1, "100.00"))
                .containsEntry("responseRate", ratio(1, 1, "100.00"))
                .doesNotContainKey("warning");
        assertThat(Ask.items(Tokens.borough("LBL"), MARCH))
                .singleElement()
                .isEqualTo(Ask.row(rows, Map.of("partner", "LBL")));
    }

    @Test
    void an_answer_nobody_asked_for_is_in_the_figures_and_in_no_response_rate_and_a_rating_taken_back_in_neither() {
        assertThat(Ask.row(Ask.items(Tokens.board(), MARCH), Map.of("partner", "LBS")))
                .containsEntry("rated", 1)
                .containsEntry("positive", ratio(1, 1, "100.00"))
                .containsEntry("answers", 1)
                .containsEntry("invited", 0)
                .containsEntry("responseRate", ratio(0, 0, null))
                .containsEntry("warning", Map.of("code", "NOBODY_ASKED", "belowPercent", "10.00"));
    }

    @Test
    void the_parts_add_up_to_the_whole() {
        var rows = Ask.items(Tokens.board(), MARCH);
        for (String count : COUNTS) {
            int parts = rows.stream()
                    .filter(row -> !"ALL".equals(row.get("partner")))
                    .mapToInt(row -> (int) row.get(count))
                    .sum();
            assertThat(Ask.row(rows, Map.of("partner", "ALL"))).containsEntry(count, parts);
        }
        rows.forEach(row -> {
            assertThat(numerator(row, "positive") + numerator(row, "neutral") + numerator(row, "negative"))
                    .isEqualTo((int) row.get("rated"));
            assertThat((int) row.get("promoters") + (int) row.get("passives") + (int) row.get("detractors"))
                    .isEqualTo((int) row.get("recommended"));
        });
    }

    @Test
    void behind_every_count_are_exactly_its_tickets() {
        for (Map<String, Object> row : Ask.items(Tokens.board(), MARCH)) {
            for (String count : COUNTS) {
                assertThat(drilled(count, row)).as("%s of %s", count, row).hasSize((int) row.get(count));
            }
            for (String share : List.of("positive", "neutral", "negative", "timely", "satisfied")) {
                assertThat(drilled(share, row)).as("%s of %s", share, row).hasSize(numerator(row, share));
            }
        }
    }

    @Test
    void that_users_are_asked_only_when_a_ticket_is_resolved_is_said_with_the_figures() {
        assertThat(Ask.json(Tokens.board(), MARCH).getString("definition.text"))
                .contains("asked only when a ticket is resolved");
    }

    @Test
    void two_periods_stand_beside_each_other() {
        var figures = Ask.json(
                        Tokens.board(), MARCH + "&partner=LBB&groupBy=partner&compareFrom=2023-01&compareTo=2023-02")
                .getList("comparison.items[0].figures");
        assertThat(figures)
                .filteredOn("figure", "rated")
                .singleElement()
                .extracting("current.value", "previous.value", "differencePrinted")
                .containsExactly("50", "0", "50");
        assertThat(figures)
                .filteredOn("figure", "positive")
                .singleElement()
                .extracting("current.value", "previous.value", "differencePrinted")
                .containsExactly("66.00", null, null);
    }

    @Test
    void the_database_shows_a_council_its_own_surveys_only() {
        for (String table : List.of("survey", "survey_fact", "rating")) {
            assertThat(partners(new PartnerScope(Set.of("LBL"), false), table))
                    .as(table)
                    .containsOnly("LBL");
            assertThat(partners(PartnerScope.NONE, table)).as(table).isEmpty();
        }
    }

    private List<String> partners(PartnerScope scope, String table) {
        return db.as(scope).read(handle -> handle.createQuery("select distinct partner from " + table)
                .mapTo(String.class)
                .list());
    }

    private static List<Map<String, Object>> drilled(String set, Map<String, Object> row) {
        return Ask.items(
                Tokens.board(),
                "/drill?limit=500&set=%s&partner=%s&%s%s"
                        .formatted(set, row.get("partner"), MONTH, Opinions2023.QUEUE));
    }

    private static int numerator(Map<String, Object> row, String ratio) {
        return (int) ((Map<?, ?>) row.get(ratio)).get("numerator");
    }

    private static Map<String, Object> ratio(int numerator, int denominator, String percent) {
        Map<String, Object> ratio = new HashMap<>();
        ratio.put("numerator", numerator);
        ratio.put("denominator", denominator);
        ratio.put("percent", percent);
        return ratio;
    }
}
