package uk.jointdesk.kpi.pack;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.jointdesk.kpi.pack.domain.CellTickets;
import uk.jointdesk.kpi.pack.domain.Figure;
import uk.jointdesk.kpi.pack.domain.PackDocument;
import uk.jointdesk.kpi.pack.store.PackJson;
import uk.jointdesk.kpi.suite.Ask;
import uk.jointdesk.kpi.suite.Autumn2018;
import uk.jointdesk.testkit.Tokens;

/** Every number of a pack with every section is a number of tickets that can be listed, or says where it was measured. */
@QuarkusTest
class PackCellsTest {

    private static final Map<String, String> MOVEMENTS = Map.of(
            "OPEN_AT_START", "openAtStart",
            "LOGGED", "logged",
            "REOPENED", "reopened",
            "TRANSFERRED_IN", "transferredIn",
            "RESOLUTIONS", "resolutions",
            "CANCELLED", "cancelled",
            "MERGED", "merged",
            "TRANSFERRED_OUT", "transferredOut",
            "OPEN_AT_END", "openAtEnd");

    /** Sets of the drill by the last part of a cell's id: numerator, and denominator where there is one. */
    private static final Map<String, String> SETS = Map.ofEntries(
            Map.entry("positive", "positive rated"),
            Map.entry("neutral", "neutral rated"),
            Map.entry("negative", "negative rated"),
            Map.entry("promoters", "promoters recommended"),
            Map.entry("detractors", "detractors recommended"),
            Map.entry("satisfied", "satisfied answers"),
            Map.entry("timely", "timely answers"),
            Map.entry("responseRate", "answered invited"),
            Map.entry("resolved", "resolved"),
            Map.entry("withTarget", "measured"),
            Map.entry("tickets", "resolved"),
            Map.entry("inTarget", "met measured"));

    @Inject
    Autumn2018 autumn;

    private String pack;
    private List<Map<String, Object>> cells;
    private Map<String, Figure> figures;

    @BeforeEach
    void publish() {
        autumn.play();
        pack = Packs.published("PUBLIC", Packs.EVERYTHING);
        Response answer = Packs.get(Tokens.board(), "/" + pack + ".json");
        cells = answer.jsonPath().getList("sections.tables.rows.cells.flatten().findAll { it != null }");
        figures = PackJson.read(answer.asByteArray(), PackDocument.class).figuresById();
    }

    @Test
    void every_cell_has_exactly_as_many_tickets_as_it_counts() {
        Set<String> listed = new TreeSet<>();
        for (Figure figure : figures.values()) {
            if (figure.amount().numerator() != null && figure.countsTickets()) {
                CellTickets behind = CellTickets.of(figures, figure.id());
                assertThat(behind.numerator())
                        .as(figure.id())
                        .hasSize(Math.toIntExact(figure.amount().numerator()));
                if (figure.amount().denominator() != null) {
                    assertThat(behind.denominator())
                            .as(figure.id())
                            .hasSize(Math.toIntExact(figure.amount().denominator()));
                }
                listed.add(figure.id().substring(0, figure.id().indexOf('/')));
            }
        }
        assertThat(listed)
                .contains(
                        "backlog",
                        "categories",
                        "compliance",
                        "headlines",
                        "kpis",
                        "p1-durations",
                        "resolution-times",
                        "satisfaction",
                        "trends",
                        "volumes");
    }

    /** An empty cell is a part of a total whose tickets are here found to be those of its other parts. */
    @Test
    void drill_lists_today_the_very_tickets_of_every_cell() {
        Map<String, List<String>> asked = new HashMap<>();
        int drilled = 0;
        for (Map<String, Object> cell : cells) {
            CellTickets behind = CellTickets.of(figures, (String) cell.get("id"));
            Optional<String> sets = countsTickets(cell) ? drill(cell) : Optional.empty();
            if (sets.isPresent()
                    && !(behind.numerator().isEmpty() && behind.denominator().isEmpty())) {
                isWhatDrillGives(cell, sets.get(), behind, asked);
                drilled++;
            }
        }
        assertThat(drilled).isGreaterThan(100);
    }

    @Test
    void the_tickets_of_a_cell_are_given_out_as_they_were_frozen() {
        for (String id : List.of(
                "compliance/P2/LBL/2018-10",
                "compliance/P2/ALL/2018-10..2018-12",
                "headlines/volumes/P2/ALL/2018-10",
                "resolution-times/P2/ALL/resolved",
                "kpis/iaa/IAA_P2/2018-10")) {
            JsonPath given = Packs.json(Tokens.board(), "/" + pack + "/tickets?cell=" + encoded(id));
            assertThat(given.getList("numerator"))
                    .as(id)
                    .isNotEmpty()
                    .isEqualTo(CellTickets.of(figures, id).numerator());
        }
    }

    @Test
    void a_number_without_tickets_says_who_measured_it_or_counts_something_else() {
        for (Map<String, Object> cell : cells) {
            Map<?, ?> amount = (Map<?, ?>) cell.get("amount");
            if (amount.get("numerator") != null && !countsTickets(cell)) {
                boolean measured = evidence(cell).get("handedIn") != null;
                assertThat(measured || amount.get("unit").equals("NUMBER"))
                        .as("%s", cell)
                        .isTrue();
            }
        }
        assertThat(cells).extracting("id").contains("kpis/imt/summary/2018-10/total", "service-points/imt/2018-10/raw");
    }

    @Test
    void every_figure_of_the_pack_has_a_definition_in_it() {
        Set<String> named =
                cells.stream().map(cell -> (String) cell.get("definition")).collect(Collectors.toSet());
        List<Map<String, Object>> printed = Packs.json(Tokens.board(), "/" + pack + ".json")
                .getList("sections.find { it.source == 'definitions' }.definitions");
        assertThat(printed)
                .extracting(definition -> definition.get("code") + "/" + definition.get("version"))
                .containsAll(named);
    }

    private static boolean countsTickets(Map<String, Object> cell) {
        Map<?, ?> amount = (Map<?, ?>) cell.get("amount");
        return amount.get("numerator") != null
                && !amount.get("unit").equals("NUMBER")
                && evidence(cell).get("handedIn") == null;
    }

    private static Map<?, ?> evidence(Map<String, Object> cell) {
        return cell.get("evidence") == null ? Map.of() : (Map<?, ?>) cell.get("evidence");
    }

    private static void isWhatDrillGives(
            Map<String, Object> cell, String sets, CellTickets behind, Map<String, List<String>> asked) {
        String[] names = sets.split(" ");
        assertThat(behind.numerator()).as("%s", cell).isEqualTo(drilled(names[0], cell, asked));
        if (names.length > 1) {
            assertThat(behind.denominator()).as("%s", cell).isEqualTo(drilled(names[1], cell, asked));
        }
    }

    /** The sets that the drill has for a cell: numerator, and denominator where there is one. */
    private static Optional<String> drill(Map<String, Object> cell) {
        String[] id = ((String) cell.get("id")).split("/");
        String last = id[id.length - 1];
        return switch (id[0]) {
            case "compliance" -> Optional.of("met measured");
            case "trends" -> id[1].equals("compliance") ? Optional.of("met measured") : Optional.of("logged");
            case "headlines" ->
                Optional.of(
                        id[1].equals("compliance") ? "met measured" : id[1].equals("backlog") ? "openAtEnd" : "logged");
            case "volumes" -> Optional.of(id[1].equals("logged") ? "logged" : MOVEMENTS.get(last));
            case "backlog" -> Optional.of(id[1].equals("openOver30Days") ? "openOver30Days open" : id[1]);
            case "satisfaction" -> Optional.ofNullable(SETS.get(id[1].equals("positive") ? "positive" : last));
            case "resolution-times" -> Optional.of(SETS.get(last));
            case "p1-durations" -> Optional.of(SETS.get(last));
            case "categories" -> last.startsWith("(every") ? Optional.empty() : Optional.of("logged");
            default -> Optional.empty();
        };
    }

    private static List<String> drilled(String set, Map<String, Object> cell, Map<String, List<String>> asked) {
        String query = "/drill?limit=500&set=" + set + asked(cell);
        return asked.computeIfAbsent(query, drill -> Ask.items(Tokens.board(), drill).stream()
                .map(ticket -> (String) ticket.get("reference"))
                .sorted()
                .toList());
    }

    private static String asked(Map<String, Object> cell) {
        Map<?, ?> at = (Map<?, ?>) cell.get("at");
        boolean standing = ((String) cell.get("id")).startsWith("backlog/");
        String when = standing ? "&at=" + at.get("to") : "&from=" + at.get("from") + "&to=" + at.get("to");
        String category = (String) at.get("category");
        boolean p1 = ((String) cell.get("id")).startsWith("p1-durations/");
        String priority = p1 ? "P1" : (String) at.get("priority");
        return when
                + "&partner=" + at.get("partner")
                + (priority == null || priority.equals("TOTAL") ? "" : "&priority=" + priority)
                + (category == null || category.startsWith("(") ? "" : "&category=" + encoded(category));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
