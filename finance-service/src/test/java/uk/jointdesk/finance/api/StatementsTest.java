package uk.jointdesk.finance.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class StatementsTest extends ServiceTest {
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    @Test
    void the_published_outturn_and_forecast_are_in_the_monitoring_statements() {
        Map<String, String> outturn = amounts(board().get("/api/v1/statements/budget-monitoring/2020-21"));
        assertThat(outturn)
                .containsEntry("lines/BASE/budget", "14600000.00")
                .containsEntry("lines/BASE/forecast", "14598500.00")
                .containsEntry("lines/ALL/variance", "-1500.00")
                .containsEntry("covid/ALL/actual", "954800.00");
        Map<String, String> forecast = amounts(board().get("/api/v1/statements/budget-monitoring/2021-22?period=2"));
        assertThat(forecast)
                .containsEntry("lines/BASE/variance", "45000.00")
                .containsEntry("lines/BASE/budget-to-date", "2433333.33");
    }

    @Test
    void the_published_covid_figures_stand_beside_each_other() {
        assertThat(amounts(board().get("/api/v1/statements/covid/2021-22")))
                .containsEntry("years/2020-21/cumulative", "954800.00")
                .containsEntry("years/2021-22/in-year", "20700.00")
                .containsEntry("partners/ALL/cumulative", "975500.00");
    }

    @Test
    void three_years_are_read_from_three_budgets() {
        assertThat(amounts(board().get("/api/v1/statements/three-years/2021-22?period=2")))
                .containsEntry("forecast/SERVICE/2020-21", "14598500.00")
                .containsEntry("forecast/SERVICE/2021-22", "14645000.00")
                .doesNotContainKey("budget/SERVICE/2022-23");
    }

    @ParameterizedTest
    @ValueSource(strings = {"LBB", "LBL", "LBS"})
    void a_contribution_statement_says_what_the_contributions_say(String partner) {
        for (String year : List.of("2017-18", "2018-19", "2020-21")) {
            for (String basis : List.of("BUDGET", "ACTUAL")) {
                JsonPath contribution = board().get("/api/v1/contributions?financialYear=%s&partner=%s&basis=%s"
                                .formatted(year, partner, basis))
                        .then()
                        .extract()
                        .jsonPath();
                if (contribution.getString("items") == null) {
                    continue;
                }
                Response answer =
                        board().get("/api/v1/contribution-statements/%s/%s?basis=%s".formatted(partner, year, basis));
                assertThat(amounts(answer))
                        .containsEntry("pools/ALL/amount", contribution.getString("items[0].total.amount"))
                        .containsEntry("pools/DIRECT/amount", contribution.getString("items[0].direct.amount"));
            }
        }
    }

    @Test
    void tc47_the_statement_of_the_year_southwark_joined_leads_to_each_figure() {
        board().get("/api/v1/contribution-statements/LBS/2017-18")
                .then()
                .statusCode(200)
                .body("sections[1].tables[0].rows[0].heads", contains("1 Nov 2017 to 31 Mar 2018"))
                .body("sections[1].tables[0].rows[0].cells[7].divided", is("£1,406,575.34 × 1 / 3"))
                .body("sections[1].tables[0].rows[0].cells[7].amount.amount", is("468858.44"))
                .body("sections[0].tables[0].rows[0].cells[2].plus", contains("terms-BASE/ALL/amount"))
                .body("partner", is("LBS"));
    }

    @ParameterizedTest
    @CsvSource({
        "html,text/html;charset=UTF-8",
        "pdf,application/pdf",
        "xlsx," + XLSX,
        "csv,text/csv;charset=UTF-8;header=present",
        "json,application/json"
    })
    void the_ending_wins_over_what_the_caller_accepts(String ending, String type) {
        for (String accept : List.of("application/json", "text/html", "application/pdf", "*/*")) {
            for (String path : List.of(
                    "statements/budget-monitoring/2021-22",
                    "statements/covid/2021-22",
                    "statements/three-years/2021-22",
                    "contribution-statements/LBL/2018-19")) {
                board().accept(accept)
                        .get("/api/v1/" + path + "." + ending)
                        .then()
                        .statusCode(200)
                        .contentType(startsWith(type.split(";")[0]))
                        .header("X-Content-Type-Options", "nosniff")
                        .header("Content-Disposition", containsString("." + ending));
            }
        }
        board().get("/api/v1/statements/covid/2021-22.docx").then().statusCode(404);
    }

    @Test
    void the_csv_holds_the_very_cells_of_the_json() {
        Map<String, String> json = amounts(board().get("/api/v1/contribution-statements/LBL/2018-19"));
        String csv = board().get("/api/v1/contribution-statements/LBL/2018-19.csv")
                .then()
                .extract()
                .asString();
        Map<String, String> rows = new HashMap<>();
        csv.lines().skip(1).map(line -> line.split(",", -1)).forEach(row -> {
            if (row[10].equals("GBP")) {
                rows.put(row[9], row[11]);
            }
        });
        assertThat(rows).isEqualTo(json);
    }

    @Test
    void a_council_reads_its_own_statement_and_nothing_of_the_others_but_their_sum() {
        for (String ending : List.of("", ".html", ".csv")) {
            Response own = borough("LBL").get("/api/v1/contribution-statements/LBL/2018-19" + ending);
            assertThat(own.statusCode()).isEqualTo(200);
            assertThat(own.asString()).contains("LH").doesNotContain("LBB", "LBS", "Brent", "3120", "4275", "4390554");
        }
        assertThat(amounts(borough("LBL").get("/api/v1/contribution-statements/LBL/2018-19")))
                .containsEntry("whole/ALL/amount", "14600000.00");
    }

    @Test
    void a_council_learns_nothing_from_asking_for_the_statement_of_another() {
        Response unknown = borough("LBL").get("/api/v1/contribution-statements/NOBODY/2018-19");
        for (String path :
                List.of("LBB/2018-19", "LBB/2018-19.pdf", "LBS/2018-19.csv", "LBB/not-a-year", "OTHERS/2018-19")) {
            Response refused = borough("LBL").get("/api/v1/contribution-statements/" + path);
            assertThat(refused.statusCode()).as(path).isEqualTo(404);
            assertThat(refused.jsonPath().getString("detail"))
                    .isEqualTo(unknown.jsonPath().getString("detail"));
        }
        for (String kind : List.of("budget-monitoring", "covid", "three-years")) {
            borough("LBL").get("/api/v1/statements/" + kind + "/2020-21").then().statusCode(403);
            borough("LBL")
                    .get("/api/v1/statements/" + kind + "/2020-21.pdf")
                    .then()
                    .statusCode(403);
        }
    }

    @Test
    void a_year_a_period_and_a_basis_must_be_known() {
        board().get("/api/v1/statements/budget-monitoring/2020-22").then().statusCode(400);
        board().get("/api/v1/statements/budget-monitoring/2098-99").then().statusCode(404);
        board().get("/api/v1/statements/three-years/2020-21?period=14").then().statusCode(400);
        board().get("/api/v1/contribution-statements/LBL/2018-19?basis=GUESS")
                .then()
                .statusCode(400)
                .body("code", is("basis-unknown"));
        board().get("/api/v1/contribution-statements/LGA/2018-19").then().statusCode(404);
        board().get("/api/v1/contribution-statements/LH/2018-19").then().statusCode(404);
    }

    @Test
    void what_is_posted_is_in_the_next_statement() {
        budgetOf("2070-71");
        line("2070-71", "BASE", "BASE", "1000.00", "STS-BASE").statusCode(201);
        line("2070-71", "VAX", "COVID", "0.00", "STS-COVID").statusCode(201);
        post("postings", journal("BASE", "", "333.33")).statusCode(201);
        post("postings", journal("BASE", "\"partner\":\"LH\",", "10.01")).statusCode(201);
        post("postings", journal("VAX", "", "5.00")).statusCode(201);
        assertThat(amounts(finance().get("/api/v1/statements/budget-monitoring/2070-71")))
                .containsEntry("lines/ALL/actual", "343.34")
                .containsEntry("covid/ALL/actual", "5.00")
                .containsEntry("all/ALL/actual", "348.34");
        List<BigDecimal> paid = new ArrayList<>();
        for (String partner : List.of("LBB", "LBL", "LBS")) {
            Map<String, String> cells =
                    amounts(finance().get("/api/v1/contribution-statements/" + partner + "/2070-71?basis=ACTUAL"));
            paid.add(new BigDecimal(cells.get("pools/ALL/amount")));
            assertThat(cells).containsEntry("whole/ALL/amount", "348.34");
        }
        assertThat(paid.stream().reduce(BigDecimal.ZERO, BigDecimal::add)).isEqualByComparingTo("348.34");
    }

    private static String journal(String line, String partner, String amount) {
        return ("{\"date\":\"2070-05-10\",\"description\":\"d\",\"lines\":["
                        + "{\"account\":\"EXPENDITURE\",\"budgetLine\":\"%s\",%s\"debit\":%s},"
                        + "{\"account\":\"CREDITORS\",\"credit\":%s}]}")
                .formatted(line, partner, money(amount), money(amount));
    }

    /** Every amount of a statement by the id of its cell. */
    private static Map<String, String> amounts(Response answer) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        Map<String, String> amounts = new HashMap<>();
        List<Map<String, Object>> cells = answer.jsonPath().getList("sections.tables.rows.cells.flatten()");
        for (Map<String, Object> cell : cells) {
            if (cell.get("amount") instanceof Map<?, ?> money) {
                amounts.put((String) cell.get("id"), (String) money.get("amount"));
            }
        }
        return amounts;
    }
}
