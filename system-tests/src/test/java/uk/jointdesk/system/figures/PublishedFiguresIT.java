package uk.jointdesk.system.figures;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.jointdesk.local.demo.Published;
import uk.jointdesk.system.suite.Api;
import uk.jointdesk.system.suite.OnSuite;

/** The board pack of February 2019, computed again by the suite from the histories of its tickets. */
@OnSuite
class PublishedFiguresIT {

    private static final String QUARTER = "?from=2018-10&to=2018-12";

    private Api.Caller board;

    @BeforeEach
    void sign_in(Api api) {
        board = api.as("board");
    }

    @Test
    void every_monthly_cell_equals_the_published_table() {
        Map<String, JsonNode> cells =
                cells("/api/v1/performance/compliance" + QUARTER + "&groupBy=priority,partner,period");
        Published published = Published.compliance();
        for (YearMonth month : Published.MONTHS) {
            for (String priority : Published.PRIORITIES) {
                for (String partner : Published.PARTNERS) {
                    JsonNode cell = cells.get(priority + " " + partner + " " + month);
                    assertThat(cell).as("%s %s %s", priority, partner, month).isNotNull();
                    assertThat(new BigDecimal(cell.path("percent").asText()))
                            .as("%s", cell)
                            .isEqualByComparingTo(published.value(priority, partner, month));
                }
            }
        }
    }

    @Test
    void every_monthly_volume_equals_the_published_table() {
        Map<String, JsonNode> cells =
                cells("/api/v1/performance/volumes" + QUARTER + "&groupBy=priority,partner,period");
        Published published = Published.volumes();
        for (YearMonth month : Published.MONTHS) {
            for (String priority : Published.PRIORITIES) {
                int parts = 0;
                for (String partner : Published.PARTNERS) {
                    parts += resolved(cells, priority, partner, month);
                    assertThat(resolved(cells, priority, partner, month))
                            .as("%s %s %s", priority, partner, month)
                            .isEqualTo(published.value(priority, partner, month).intValueExact());
                }
                int all = resolved(cells, priority, "ALL", month);
                assertThat(all)
                        .isEqualTo(published.value(priority, "ALL", month).intValueExact());
                assertThat(parts + resolved(cells, priority, "UNATTRIBUTED", month))
                        .isEqualTo(all);
            }
        }
    }

    @Test
    void the_quarter_resolved_as_many_as_published() {
        JsonNode items = board.get("/api/v1/performance/volumes" + QUARTER + "&groupBy=partner&periodicity=WHOLE")
                .ok()
                .path("items");
        assertThat(byPartner(items, "ALL").path("resolved").asInt()).isEqualTo(31_619);
    }

    @Test
    void the_year_ended_with_the_published_backlog() {
        JsonNode items =
                board.get("/api/v1/performance/backlog?at=2018-12-31").ok().path("items");
        assertThat(byPartner(items, "ALL").path("open").asInt()).isEqualTo(1_635);
        int parts = 0;
        for (JsonNode item : items) {
            parts += item.path("partner").asText().equals("ALL")
                    ? 0
                    : item.path("open").asInt();
        }
        assertThat(parts).isEqualTo(1_635);
    }

    @Test
    void a_quarter_is_pooled_and_the_old_mean_of_months_stands_beside_it() {
        JsonNode pooled = lewishamHigh("POOLED");
        assertThat(pooled.path("met").asInt()).isEqualTo(50);
        assertThat(pooled.path("measured").asInt()).isEqualTo(86);
        assertThat(pooled.path("percent").asText()).isEqualTo("58.14");
        assertThat(lewishamHigh("MEAN_OF_MONTHS").path("percent").asText()).isEqualTo("61.92");
    }

    @Test
    void a_cell_leads_to_exactly_the_tickets_behind_it() {
        String cell = "?priority=P2&partner=LBL&from=2018-10&to=2018-10&limit=500";
        assertThat(drilled(cell + "&set=met")).isEqualTo(17);
        assertThat(drilled(cell + "&set=measured")).isEqualTo(38);
        assertThat(drilled(cell + "&set=excluded")).isEqualTo(1);
    }

    private int drilled(String query) {
        return board.get("/api/v1/performance/drill" + query).ok().path("items").size();
    }

    private JsonNode lewishamHigh(String method) {
        Map<String, JsonNode> cells = cells("/api/v1/performance/compliance" + QUARTER
                + "&groupBy=priority,partner,period&periodicity=QUARTER&method=" + method);
        JsonNode cell = cells.get("P2 LBL 2018-Q4");
        assertThat(cell).as("in %s", cells.keySet()).isNotNull();
        assertThat(cell.path("method").asText()).isEqualTo(method);
        return cell;
    }

    private Map<String, JsonNode> cells(String path) {
        Map<String, JsonNode> cells = new HashMap<>();
        for (JsonNode item : board.get(path).ok().path("items")) {
            String key = item.path("priority").asText() + " "
                    + item.path("partner").asText() + " " + item.path("period").asText();
            assertThat(cells.put(key, item)).as("one row for %s", key).isNull();
        }
        return cells;
    }

    private static JsonNode byPartner(JsonNode items, String partner) {
        for (JsonNode item : items) {
            if (item.path("partner").asText().equals(partner)) {
                return item;
            }
        }
        throw new AssertionError("no " + partner + " in " + items);
    }

    private static int resolved(Map<String, JsonNode> cells, String priority, String partner, YearMonth month) {
        JsonNode cell = cells.get(priority + " " + partner + " " + month);
        return cell == null ? 0 : cell.path("resolved").asInt();
    }
}
