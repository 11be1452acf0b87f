package uk.jointdesk.kpi.measurement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.jointdesk.kit.db.ScopedDb;
import uk.jointdesk.kit.scope.PartnerScope;
import uk.jointdesk.kpi.register.Registered;
import uk.jointdesk.testkit.Tokens;

@QuarkusTest
class MeasurementTest {

    private static final String HEADER = "month,numerator,denominator,evidence,supersedes\n";

    @Inject
    ScopedDb db;

    @Test
    void a_month_is_measured_once_and_corrected_by_another_measurement() {
        String kpi = Registered.kpi(Registered.family("BOARD"), "BOARD");
        long first = Registered.measure(kpi, "2021-03", 94, 100)
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("id");
        Registered.measure(kpi, "2021-03", 95, 100).then().statusCode(409).body("code", equalTo("measurement-exists"));
        long second =
                correct(kpi, first).then().statusCode(201).extract().jsonPath().getLong("id");
        correct(kpi, first).then().statusCode(409).body("code", equalTo("measurement-superseded"));
        assertThat(list(kpi).getList("items.numerator")).containsExactly(94, 95);
        assertThat(list(kpi).getLong("items[1].supersedes")).isEqualTo(first).isNotEqualTo(second);
        assertThat(list(kpi).getString("items[0].client")).isEqualTo("performance");
        JsonPath results = Registered.json(Tokens.board(), "/kpis/" + kpi + "/results?from=2021-03&to=2021-03");
        assertThat(results.getString("items[0].percent")).isEqualTo("95.00");
        assertThat(results.getString("items[0].raw")).isEqualTo("GREEN");
        assertThat(results.getString("items[0].evidence")).isEqualTo("recount");
    }

    @Test
    void what_was_measured_can_be_neither_changed_nor_deleted() {
        Registered.measure(Registered.kpi(Registered.family("BOARD"), "BOARD"), "2021-03", 94, 100);
        for (String statement : List.of("update kpi_measurement set numerator = 1", "delete from kpi_measurement")) {
            assertThatThrownBy(() -> db.as(PartnerScope.ALL).run(handle -> handle.execute(statement)))
                    .hasMessageContaining("kpi_measurement");
        }
    }

    @Test
    void good_rows_of_a_csv_go_in_and_bad_ones_are_reported_one_by_one() {
        String kpi = Registered.kpi(Registered.family("BOARD"), "BOARD");
        Registered.measure(kpi, "2021-01", 90, 100).then().statusCode(201);
        JsonPath report =
                csv(kpi, HEADER + """
                2021-02,91,100,"report 8, page 2
                and 3",
                2021-13,1,100,report 8,
                2021-03,many,100,report 8,
                2021-04,101,100,report 8,
                2021-05,92,100,,
                2021-01,93,100,report 8,
                2014-01,93,100,report 8,
                2199-01,93,100,report 8,
                2021-06,93
                2021-07,0,0,nothing to patch,
                """).then().statusCode(200).extract().jsonPath();
        assertThat(report.getInt("rowsRead")).isEqualTo(10);
        assertThat(report.getInt("accepted")).isEqualTo(2);
        assertThat(report.getInt("rejected")).isEqualTo(8);
        assertThat(report.getList("errors.row")).containsExactly(4, 5, 6, 7, 8, 9, 10, 11);
        assertThat(report.getList("errors.code"))
                .containsExactly(
                        "month-unreadable",
                        "number-unreadable",
                        "measurement-refused",
                        "measurement-refused",
                        "measurement-exists",
                        "kpi-not-measured-then",
                        "month-not-begun",
                        "columns-wrong");
        assertThat(list(kpi).getList("items.month")).containsExactly("2021-01", "2021-02", "2021-07");
        assertThat(Registered.json(Tokens.board(), "/kpis/" + kpi + "/results?from=2021-07&to=2021-07")
                        .getString("items[0].raw"))
                .isEqualTo("NO_DATA");
    }

    @Test
    void the_same_csv_again_changes_nothing_and_a_correction_names_what_it_corrects() {
        String kpi = Registered.kpi(Registered.family("BOARD"), "BOARD");
        String rows = "month,numerator,denominator,evidence\n2021-02,91,100,report\n2021-03,92,100,report\n";
        assertThat(csv(kpi, rows).jsonPath().getInt("accepted")).isEqualTo(2);
        JsonPath again = csv(kpi, rows).jsonPath();
        assertThat(List.of(again.getInt("accepted"), again.getInt("duplicates"), again.getInt("rejected")))
                .containsExactly(0, 2, 0);
        long first = list(kpi).getLong("items[0].id");
        assertThat(csv(kpi, HEADER + "2021-02,95,100,recount," + first + "\n")
                        .jsonPath()
                        .getInt("accepted"))
                .isEqualTo(1);
        assertThat(list(kpi).getList("items")).hasSize(3);
    }

    @Test
    void a_csv_that_cannot_be_read_is_refused_as_a_whole() {
        String kpi = Registered.kpi(Registered.family("BOARD"), "BOARD");
        for (String broken : List.of(
                "",
                "month,numerator\n2021-02,91\n",
                "month,numerator,denominator,evidence,colour\n",
                "month,numerator,denominator,evidence\n2021-02,91,100,\"open")) {
            csv(kpi, broken).then().statusCode(400).body("code", equalTo("csv-malformed"));
        }
        assertThat(list(kpi).getList("items")).isEmpty();
    }

    @Test
    void impossible_measurements_are_refused_with_a_pointer() {
        String kpi = Registered.kpi(Registered.family("BOARD"), "BOARD");
        Registered.measure(kpi, "2021-03", 101, 100)
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/numerator"));
        Registered.measure(kpi, "2021-03", 1, 0)
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/numerator"));
        Registered.measure(kpi, "2021-03", 1, -1)
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/denominator"));
        Registered.measure(kpi, "2199-03", 1, 1).then().statusCode(422).body("code", equalTo("month-not-begun"));
        Registered.measure(kpi, "2014-03", 1, 1).then().statusCode(422).body("code", equalTo("kpi-not-measured-then"));
        Registered.measure(kpi, "March", 1, 1).then().statusCode(400).body("errors[0].pointer", equalTo("/month"));
        Registered.measure("IAA_P1", "2021-03", 1, 1)
                .then()
                .statusCode(422)
                .body("code", equalTo("kpi-counts-tickets"));
    }

    @Test
    void only_the_performance_analyst_hands_in_measurements_and_the_same_key_does_so_once() {
        String kpi = Registered.kpi(Registered.family("PUBLIC"), "PUBLIC");
        String body = "{\"month\":\"2021-03\",\"numerator\":1,\"denominator\":1,\"evidence\":\"x\"}";
        for (String token : List.of(Tokens.borough("LBL"), Tokens.board(), Tokens.desk(), Tokens.suite())) {
            Registered.post(token, "/kpis/" + kpi + "/measurements", body)
                    .then()
                    .statusCode(403);
        }
        Response first = keyed(kpi, body);
        Response again = keyed(kpi, body);
        assertThat(again.statusCode()).isEqualTo(first.statusCode()).isEqualTo(201);
        assertThat(again.jsonPath().getLong("id")).isEqualTo(first.jsonPath().getLong("id"));
    }

    private static Response keyed(String kpi, String body) {
        return Registered.as(Tokens.performance())
                .header("Idempotency-Key", "measure-" + kpi)
                .contentType(ContentType.JSON)
                .body(body)
                .post("/kpis/" + kpi + "/measurements");
    }

    private static Response correct(String kpi, long superseded) {
        return Registered.post(Tokens.performance(), "/kpis/" + kpi + "/measurements", """
                {"month":"2021-03","numerator":95,"denominator":100,"evidence":"recount","supersedes":%d}""".formatted(superseded));
    }

    private static Response csv(String kpi, String rows) {
        return Registered.as(Tokens.performance())
                .contentType("text/csv")
                .body(rows)
                .post("/kpis/" + kpi + "/measurements");
    }

    private static JsonPath list(String kpi) {
        return Registered.json(Tokens.board(), "/kpis/" + kpi + "/measurements");
    }
}
