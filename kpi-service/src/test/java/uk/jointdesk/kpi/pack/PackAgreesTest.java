package uk.jointdesk.kpi.pack;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.jointdesk.kpi.suite.Ask;
import uk.jointdesk.kpi.suite.Autumn2018;
import uk.jointdesk.testkit.Tokens;

/** A pack names the tickets where the answers only count them: both give the same numbers. */
@QuarkusTest
class PackAgreesTest {

    private static final Map<String, String> FLOW = Map.of(
            "OPEN_AT_START", "openAtStart",
            "LOGGED", "logged",
            "REOPENED", "reopened",
            "TRANSFERRED_IN", "transferredIn",
            "RESOLUTIONS", "resolutions",
            "CANCELLED", "cancelled",
            "MERGED", "merged",
            "TRANSFERRED_OUT", "transferredOut",
            "OPEN_AT_END", "openAtEnd");

    @Inject
    Autumn2018 autumn;

    private Map<String, Map<String, Object>> cells;

    @BeforeEach
    void publish() {
        autumn.play();
        String id = Packs.published("PUBLIC", Packs.SECTIONS);
        JsonPath pack = Packs.json(Tokens.board(), "/" + id + ".json");
        List<Map<String, Object>> found = pack.getList("sections.tables.rows.cells.flatten().findAll { it != null }");
        cells = new HashMap<>();
        found.forEach(cell -> cells.put((String) cell.get("id"), cell));
    }

    @Test
    void what_came_and_went_is_what_the_volumes_say() {
        for (Map<String, Object> row : volumes("partner")) {
            FLOW.forEach(
                    (movement, field) -> assertThat(numerator("volumes/flow/" + row.get("partner") + "/" + movement))
                            .as("%s of %s", movement, row)
                            .isEqualTo(row.get(field)));
        }
    }

    @Test
    void demand_by_priority_and_month_is_what_the_volumes_say() {
        var rows = volumes("priority,partner,period");
        assertThat(rows).isNotEmpty();
        for (Map<String, Object> row : rows) {
            String cell =
                    "volumes/logged/%s/%s/%s".formatted(row.get("priority"), row.get("partner"), row.get("period"));
            assertThat(numerator(cell)).as(cell).isEqualTo(row.get("logged"));
        }
        assertThat(numerator("volumes/logged/TOTAL/ALL/2018-10..2018-12"))
                .isEqualTo(Ask.row(volumes("partner"), Map.of("partner", "ALL")).get("logged"));
    }

    @Test
    void compliance_is_what_the_answer_says_down_to_the_exclusions_and_the_judgement() {
        for (Map<String, Object> row : Ask.items(Tokens.board(), "/compliance?from=2018-10&to=2018-12")) {
            Map<String, Object> cell = cells.get(
                    "compliance/%s/%s/%s".formatted(row.get("priority"), row.get("partner"), row.get("period")));
            Map<?, ?> amount = (Map<?, ?>) cell.get("amount");
            assertThat(amount.get("numerator")).isEqualTo(row.get("met"));
            assertThat(amount.get("denominator")).isEqualTo(row.get("measured"));
            assertThat(amount.get("value")).isEqualTo(row.get("percent"));
            List<?> excluded = (List<?>) row.get("excluded");
            assertThat(amount.get("excluded")).isEqualTo(excluded.isEmpty() ? null : excluded);
            assertThat(cell.get("verdict"))
                    .extracting("rag", "target")
                    .containsExactly(row.get("rag"), row.get("targetPercent"));
        }
    }

    @Test
    void the_backlog_is_what_the_answer_says() {
        for (Map<String, Object> row : Ask.items(Tokens.board(), "/backlog?at=2018-12-31")) {
            String partner = row.get("partner") + "/2018-12-31";
            assertThat(numerator("backlog/open/" + partner)).isEqualTo(row.get("open"));
            assertThat(numerator("backlog/untriaged/" + partner)).isEqualTo(row.get("untriaged"));
            assertThat(numerator("backlog/openOver30Days/" + partner)).isEqualTo(row.get("openOver30Days"));
            int held = ((List<?>) row.get("onHold"))
                    .stream()
                            .mapToInt(hold -> (int) ((Map<?, ?>) hold).get("count"))
                            .sum();
            assertThat(numerator("backlog/onHold/" + partner)).isEqualTo(held);
        }
    }

    private static List<Map<String, Object>> volumes(String groupBy) {
        return Ask.items(Tokens.board(), "/volumes?from=2018-10&to=2018-12&groupBy=" + groupBy);
    }

    private Object numerator(String cell) {
        assertThat(cells).containsKey(cell);
        return ((Map<?, ?>) cells.get(cell).get("amount")).get("numerator");
    }
}
