package uk.jointdesk.kpi.categories;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.jointdesk.kpi.suite.Ask;
import uk.jointdesk.kpi.suite.Spring2024;
import uk.jointdesk.testkit.Tokens;

@QuarkusTest
class CategoriesTest {

    private static final String MARCH = "from=2024-03&to=2024-03&priority=P3" + Spring2024.QUEUES;

    @Inject
    Spring2024 spring;

    @BeforeEach
    void play() {
        spring.play();
    }

    @Test
    void the_first_categories_are_ranked_and_of_equals_the_first_by_name_comes_first() {
        var rows = Ask.items(Tokens.board(), "/categories?top=2&partner=LBB&" + MARCH);
        assertThat(rows).extracting(row -> row.get("category")).containsExactly("Network", "Accounts", null);
        assertThat(rows).extracting(row -> row.get("rank")).containsExactly(1, 2, null);
        assertThat(rows).extracting("tickets").containsExactly(3, 2, 4);
        assertThat(rows.get(2))
                .containsEntry("others", true)
                .containsEntry("categories", 3)
                .containsEntry("share", Map.of("numerator", 4, "denominator", 9, "percent", "44.44"));
    }

    @Test
    void six_categories_are_shown_unless_told_and_tickets_without_one_are_one() {
        assertThat(Ask.items(Tokens.board(), "/categories?partner=LBB&" + MARCH))
                .extracting(row -> row.get("category"))
                .containsExactly("Network", "Accounts", "Printing", "Email, calendar", "NONE", null);
    }

    @Test
    void the_rows_of_a_group_are_every_ticket_of_it() {
        for (String counted : List.of("LOGGED", "RESOLVED")) {
            String figure = counted.equals("LOGGED") ? "logged" : "resolved";
            var rows = Ask.items(
                    Tokens.board(), "/categories?top=2&counted=" + counted + "&groupBy=partner,period&" + MARCH);
            var volumes = Ask.items(Tokens.board(), "/volumes?groupBy=partner,period&" + MARCH);
            Map<Object, Integer> sums = rows.stream()
                    .collect(Collectors.groupingBy(
                            row -> row.get("partner"), Collectors.summingInt(row -> (int) row.get("tickets"))));
            assertThat(sums).containsOnlyKeys("LBB", "ALL");
            sums.forEach((partner, sum) -> assertThat(sum)
                    .isEqualTo(Ask.row(volumes, Map.of("partner", partner)).get(figure)));
        }
    }

    @Test
    void behind_every_row_are_exactly_its_tickets_also_behind_the_others() {
        for (Map<String, Object> row : Ask.items(Tokens.board(), "/categories?top=2&partner=LBB&" + MARCH)) {
            String which = row.get("category") != null
                    ? "&category=" + encoded(row.get("category"))
                    : ((List<?>) row.get("exceptCategories"))
                            .stream()
                                    .map(category -> "&exceptCategory=" + encoded(category))
                                    .collect(Collectors.joining());
            assertThat(Ask.items(Tokens.board(), "/drill?set=logged&limit=500&partner=LBB&" + MARCH + which))
                    .as("%s", row)
                    .hasSize((int) row.get("tickets"));
        }
    }

    @Test
    void every_measure_can_be_asked_by_category_and_by_whose_queue_it_is() {
        var queues = Ask.items(
                Tokens.board(),
                "/compliance?groupBy=organisation&from=2024-02&to=2024-02&partner=ALL" + Spring2024.QUEUES);
        assertThat(Ask.row(queues, Map.of("organisation", "STS"))).containsEntry("measured", 3);
        assertThat(Ask.row(queues, Map.of("organisation", "LBL"))).containsEntry("measured", 1);
        assertThat(Ask.items(
                        Tokens.board(),
                        "/volumes?groupBy=category&category=Payroll&from=2024-02&to=2024-02" + Spring2024.QUEUES))
                .singleElement()
                .satisfies(row -> assertThat(row).containsEntry("logged", 1).containsEntry("category", "Payroll"));
    }

    @Test
    void every_answer_says_whose_queues_are_in_it() {
        assertThat(Ask.json(Tokens.board(), "/volumes?" + MARCH).getString("scope"))
                .isEqualTo("WHOLE");
        assertThat(Ask.json(Tokens.board(), "/volumes?organisation=STS&" + MARCH)
                        .getString("scope"))
                .isEqualTo("STS");
        assertThat(Ask.json(Tokens.board(), "/backlog?organisation=STS").getString("scope"))
                .isEqualTo("STS");
    }

    private static String encoded(Object text) {
        return URLEncoder.encode(text.toString(), StandardCharsets.UTF_8).replace("+", "%20");
    }
}
