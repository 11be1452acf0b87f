package uk.jointdesk.kpi.pack;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.jointdesk.kpi.register.Registered;
import uk.jointdesk.testkit.Tokens;

/** The county's year from November 2020 to October 2021 as sections of a pack. */
@QuarkusTest
class PackKpiTest {

    private static final String SECTIONS = """
            [{"source":"kpis","options":{"family":"imt"}},
             {"source":"service-points","options":{"family":"imt","monthlyCharge":"100000.00"}},
             {"source":"definitions"}]
            """;
    private static final List<String> COLUMNS =
            List.of("tslAchieved", "mslAchieved", "belowMsl", "total", "mitigationAgreed");

    private String pack;
    private JsonPath whole;
    private Map<String, Map<String, Object>> cells;

    @BeforeEach
    void publish() {
        String plan = Packs.plan("The county's year", "EXEMPT", SECTIONS)
                .replace("\"from\":\"2018-10\",\"to\":\"2018-12\"", "\"from\":\"2020-11\",\"to\":\"2021-10\"")
                .replace("\"compareFrom\":\"2018-09\",\"compareTo\":\"2018-09\",", "");
        pack = Packs.post(Tokens.performance(), "", plan)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        Packs.post(Tokens.performance(), "/" + pack + "/review", "{\"to\":\"REVIEW\"}")
                .then()
                .statusCode(200);
        Packs.post(Tokens.board(), "/" + pack + "/publication", "").then().statusCode(200);
        whole = Packs.json(Tokens.board(), "/" + pack + ".json");
        cells = new HashMap<>();
        List<Map<String, Object>> found = whole.getList("sections.tables.rows.cells.flatten().findAll { it != null }");
        found.forEach(cell -> cells.put((String) cell.get("id"), cell));
    }

    @Test
    void the_summary_of_the_pack_is_the_countys_table_in_all_twelve_months() {
        List<String> lines = reference().lines().skip(1).toList();
        assertThat(lines).hasSize(12);
        for (String line : lines) {
            String[] told = line.split(",");
            List<String> counted = COLUMNS.stream()
                    .map(column -> value("kpis/imt/summary/" + told[0] + "/" + column))
                    .toList();
            assertThat(counted).as(told[0]).containsExactly(told[3], told[4], told[5], told[6], told[7]);
        }
        assertThat(whole.getString("sections[0].tables[0].caption"))
                .contains("November 2020 to October 2021 (12 months; contract months 68 to 79 since 1 April 2015)");
    }

    @Test
    void results_and_exceptions_are_what_the_answers_say_with_the_evidence_of_what_was_measured() {
        for (Map<String, Object> result : Registered.json(
                        Tokens.board(), "/kpis/IMT_KPI_14/results?from=2020-11&to=2021-10")
                .<Map<String, Object>>getList("items")) {
            Map<String, Object> cell = cells.get("kpis/imt/IMT_KPI_14/" + result.get("month"));
            assertThat((Map<?, ?>) cell.get("amount"))
                    .extracting("value", "numerator", "denominator")
                    .containsExactly(result.get("percent"), result.get("numerator"), result.get("denominator"));
            assertThat((Map<?, ?>) cell.get("verdict")).extracting("rag").isEqualTo(result.get("raw"));
            assertThat((Map<?, ?>) cell.get("evidence")).extracting("handedIn").isEqualTo(result.get("evidence"));
        }
        for (Map<String, Object> exception : Registered.json(
                        Tokens.board(), "/kpis/exceptions?family=imt&from=2020-11&to=2021-10")
                .<Map<String, Object>>getList("items")) {
            String id = "kpis/imt/exceptions/%s/%s/%s/"
                    .formatted(
                            exception.get("kpi"),
                            exception.get("kind"),
                            ((Map<?, ?>) ((List<?>) exception.get("months")).get(0)).get("month"));
            assertThat(value(id + "reason")).isEqualTo(exception.get("reason"));
            assertThat(value(id + "pathToGreen")).isEqualTo(exception.get("pathToGreen"));
        }
    }

    @Test
    void points_and_credits_are_what_the_answer_says_and_only_the_exempt_copy_has_them() {
        JsonPath answer = Registered.json(
                Tokens.board(), "/service-points?family=imt&from=2020-11&to=2021-10&monthlyCharge=100000.00");
        for (Map<String, Object> month : answer.<Map<String, Object>>getList("items")) {
            String id = "service-points/imt/" + month.get("month") + "/";
            assertThat(value(id + "raw"))
                    .isEqualTo(((Map<?, ?>) month.get("raw")).get("points").toString());
            assertThat(value(id + "appliedCredit"))
                    .isEqualTo(((Map<?, ?>) ((Map<?, ?>) month.get("applied")).get("credit")).get("amount"));
        }
        assertThat(Packs.get(Tokens.board(), "/" + pack + ".json?audience=BOARD")
                        .statusCode())
                .as("it was published to the exempt audience alone")
                .isEqualTo(404);
    }

    @Test
    void the_notice_names_each_kpi_once_by_its_latest_month_with_the_registers_rating() {
        JsonPath notice = Packs.json(Tokens.board(), "/" + pack + "/contract-performance-notice");
        assertThat(notice.getList("keyPerformanceIndicators.code"))
                .doesNotHaveDuplicates()
                .contains("IMT_KPI_14");
        String patching = "keyPerformanceIndicators.find { it.code == 'IMT_KPI_14' }";
        JsonPath october = Registered.json(Tokens.board(), "/kpis/IMT_KPI_14/results?from=2021-10&to=2021-10");
        assertThat(notice.getString(patching + ".cell")).isEqualTo("kpis/imt/IMT_KPI_14/2021-10");
        assertThat(notice.getString(patching + ".rating")).isEqualTo(october.getString("items[0].rating"));
        assertThat(notice.getList("keyPerformanceIndicators.code")).doesNotContain("IMT_PI_01");
    }

    @Test
    void a_charge_that_is_no_amount_is_refused_in_the_plan() {
        String sections = SECTIONS.replace("100000.00", "1e5")
                .replace("\"kpis\",\"options\":{\"family\":\"imt\"", "\"kpis\",\"options\":{\"family\":\"atlantis\"");
        var answer = Packs.post(Tokens.performance(), "", Packs.plan("x", "BOARD", sections));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.jsonPath().getList("errors.pointer"))
                .containsExactlyInAnyOrder("/sections/0/options/family", "/sections/1/options/monthlyCharge");
    }

    private String value(String id) {
        assertThat(cells).containsKey(id);
        return (String) ((Map<?, ?>) cells.get(id).get("amount")).get("value");
    }

    private static String reference() {
        try (InputStream file = PackKpiTest.class.getResourceAsStream("/contract-kpi-summary-2020-2021.csv")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
