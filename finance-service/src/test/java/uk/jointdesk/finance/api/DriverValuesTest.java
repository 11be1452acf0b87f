package uk.jointdesk.finance.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.jointdesk.testkit.Tokens;

/** What partners use, with the evidence. Every test keeps to a month of its own. */
@QuarkusTest
class DriverValuesTest extends ServiceTest {

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @Test
    void the_register_says_what_can_be_measured_and_how() {
        borough("LBL")
                .get("/api/v1/drivers")
                .then()
                .statusCode(200)
                .body("items.code", hasItems("users", "devices", "headcount", "tickets", "calls", "hours"))
                .body("items.find { it.code == 'tickets' }.source", is("kpi-service, measure volumes"))
                .body("items.find { it.code == 'devices' }.kind", is("LEVEL"));
        String printers = "{\"code\":\"printers\",\"title\":\"Printers\",\"unit\":\"device\",\"kind\":\"LEVEL\","
                + "\"source\":\"Print server\",\"measured\":\"Queues at the end of the month\"}";
        post("drivers", printers).statusCode(201);
        post("drivers", printers).statusCode(409).body("code", is("driver-exists"));
        post("drivers", printers.replace("printers", "No Code")).statusCode(422);
        finance().get("/api/v1/drivers/printers").then().body("unit", is("device"));
        finance().get("/api/v1/drivers/nothing").then().statusCode(404);
    }

    @Test
    void a_value_has_a_source_and_evidence_and_the_same_value_again_changes_nothing() {
        String body = value("devices", "LBB", "2050-04", "1200");
        String id = post("driver-values", body)
                .statusCode(201)
                .body("period", is("2050-51 P1"))
                .body("value", is(1200))
                .body("source", is("SCCM"))
                .body("recordedBy", is("finance"))
                .body("supersedes", nullValue())
                .extract()
                .path("id");
        post("driver-values", body.replace("2050-04", "2050-51 P1"))
                .statusCode(200)
                .body("id", is(id));
    }

    @Test
    void a_correction_supersedes_and_what_it_corrected_stays_readable() {
        String first = post("driver-values", value("users", "LBL", "2050-05", "2480"))
                .extract()
                .path("id");
        post("driver-values", value("users", "LBL", "2050-05", "2490"))
                .statusCode(422)
                .body("code", is("value-exists"))
                .body("errors.pointer", contains("/month"));
        String correction = value("users", "LBL", "2050-05", "2490")
                .replace("\"source\"", "\"supersedes\":\"" + first + "\",\"reason\":\"Ten were shared\",\"source\"");
        post("driver-values", correction).statusCode(201).body("supersedes", is(first));
        post("driver-values", correction).statusCode(422).body("code", is("value-superseded"));
        list("users", "2050-05", "")
                .body("items.value", contains(2490))
                .body("items.reason", contains("Ten were shared"));
        list("users", "2050-05", "&history=true").body("items", hasSize(2));
    }

    @Test
    void nothing_can_be_edited_even_by_direct_sql() {
        Jdbi service = Jdbi.create(url, "finance_app", "finance_app");
        Jdbi owner = Jdbi.create(url, "finance_owner", "finance_owner");
        assertThatThrownBy(() -> service.useHandle(h -> h.execute("update driver_value set value = 1")))
                .hasStackTraceContaining("permission denied");
        assertThatThrownBy(() -> owner.useHandle(h -> h.execute("delete from driver_value")))
                .hasStackTraceContaining("append-only");
    }

    @Test
    void a_council_sees_its_own_values_only_and_nothing_tells_of_others() {
        for (String partner : List.of("LBB", "LBL", "LH", "LBS", "UNATTRIBUTED")) {
            post("driver-values", value("hours", partner, "2050-06", "77")).statusCode(201);
        }
        String path = "/api/v1/driver-values?driver=hours&from=2050-06&to=2050-06";
        borough("LBL").get(path).then().body("items.partner", contains("LBL", "LH"));
        borough("LBS").get(path).then().body("items.partner", contains("LBS"));
        borough("LBS").get(path + "&partner=LBB").then().statusCode(200).body("items", hasSize(0));
        board().get(path).then().body("items", hasSize(5));
        String brents = board().get(path + "&partner=LBB").then().extract().path("items[0].id");
        borough("LBS").get("/api/v1/driver-values/" + brents).then().statusCode(404);
        borough("LBB").get("/api/v1/driver-values/" + brents).then().statusCode(200);
    }

    @Test
    void pages_go_on_where_the_one_before_ended() {
        for (String partner : List.of("LBB", "LBL", "LBS")) {
            post("driver-values", value("calls", partner, "2050-07", "5")).statusCode(201);
        }
        String path = "/api/v1/driver-values?driver=calls&from=2050-07&to=2050-07&limit=2";
        String next = board().get(path)
                .then()
                .body("items.partner", contains("LBB", "LBL"))
                .extract()
                .path("next");
        board().get(path + "&cursor=" + next)
                .then()
                .body("items.partner", contains("LBS"))
                .body("next", nullValue());
        board().get(path + "&cursor=nonsense").then().statusCode(400).body("code", is("cursor-invalid"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'\"driver\":\"coffee\"' | driver-unknown | /driver",
                "'\"partner\":\"QQQ\"' | partner-unknown | /partner",
                "'\"partner\":\"OTHERS\"' | partner-unknown | /partner",
                "'\"month\":\"2050-13\"' | month-malformed | /month",
                "'\"month\":\"2050-52 P1\"' | month-malformed | /month",
                "'\"value\":-1' | value-negative | /value",
                "'\"source\":\"\"' | body-invalid | /source"
            })
    void a_value_that_cannot_be_is_refused_where_it_stands(String field, String code, String pointer) {
        String name = field.substring(0, field.indexOf(':'));
        String body = value("devices", "LBS", "2050-08", "3").replaceFirst(name + ":(\"[^\"]*\"|[0-9]+)", field);
        post("driver-values", body).statusCode(422).body("code", is(code)).body("errors.pointer", contains(pointer));
    }

    @Test
    void a_file_of_values_goes_in_row_by_row_and_bad_rows_are_named() {
        String file = "driver,partner,month,value,source,evidence,assumption,correction\n"
                + "devices,LBB,2050-09,900,SCCM,Export 1,no,\n"
                + "devices,LBL,2050-09,800.5,SCCM,Export 1,yes,\n"
                + "devices,QQ,2050-09,1,SCCM,Export 1,no,\n"
                + "devices,LBS,2050-09,many,SCCM,Export 1,no,\n"
                + "devices,LBB,2050-09,900.0,SCCM,Export 1,no,\n"
                + "devices,LBB,2050-09,901,SCCM,Export 2,no,\n"
                + "devices,LBB,2050-09,902,SCCM,Export 3,no,Two were counted late\n"
                + "devices,LBS\n";
        imported(file)
                .statusCode(200)
                .body("rowsRead", is(8))
                .body("accepted", is(3))
                .body("duplicates", is(1))
                .body("rejected", is(4))
                .body("errors.row", contains(4, 5, 7, 9))
                .body("errors.code", contains("partner-unknown", "value-malformed", "value-exists", "columns-wrong"));
        list("devices", "2050-09", "")
                .body("items.value", contains(902, 800.5f))
                .body("items.assumption", contains(false, true));
        imported("partner,value\n").statusCode(400).body("code", is("csv-malformed"));
        imported("").statusCode(400).body("code", is("csv-malformed"));
    }

    @Test
    void tickets_are_pulled_from_kpi_service_with_definition_and_time_as_evidence() {
        stage("2051-04", "2051-05", volumes("2051-04", 100, 60, 3, 7) + "," + volumes("2051-05", 110, 50, 0, 0));
        pull("2051-04", "2051-05")
                .statusCode(200)
                .body("definition.code", is("volumes"))
                .body("definition.version", is(1))
                .body("asAt", is("2051-06-01T08:00:00Z"))
                .body("digest", notNullValue())
                .body("accepted", is(6))
                .body("leftOut.partner", contains("DEMO", "DEMO"));
        list("tickets", "2051-04", "")
                .body("items.partner", contains("LBB", "LBL", "UNATTRIBUTED"))
                .body("items.value", contains(100, 60, 3))
                .body("items[0].source", is("kpi-service"))
                .body("items[0].pull", notNullValue())
                .body(
                        "items[0].evidence",
                        is("GET /api/v1/performance/volumes?from=2051-04&to=2051-05,"
                                + " definition volumes version 1, as at 2051-06-01T08:00:00Z"));
        pull("2051-04", "2051-05").body("accepted", is(0)).body("unchanged", is(6));
        stage("2051-04", "2051-05", volumes("2051-04", 101, 60, 3, 7) + "," + volumes("2051-05", 110, 50, 0, 0));
        pull("2051-04", "2051-05").body("accepted", is(1)).body("unchanged", is(5));
        list("tickets", "2051-04", "&partner=LBB&history=true").body("items", hasSize(2));
    }

    @Test
    void a_kpi_service_that_is_down_or_talks_nonsense_is_a_typed_refusal_and_writes_nothing() {
        stage("2052-04", "2052-04", null);
        pull("2052-04", "2052-04").statusCode(503).body("code", is("kpi-unavailable"));
        pull("2052-05", "2052-05").statusCode(502).body("code", is("kpi-answer-unusable"));
        stageAnswer("2052-06", "2052-06", "not json");
        pull("2052-06", "2052-06").statusCode(502).body("code", is("kpi-answer-unusable"));
        stage("2052-07", "2052-07", volumes("2052-07", 10, 10, 10, 10).replace("\"logged\":40", "\"logged\":41"));
        pull("2052-07", "2052-07").statusCode(502).body("code", is("kpi-answer-unusable"));
        board().get("/api/v1/driver-values?driver=tickets&from=2052-04&to=2052-07")
                .then()
                .body("items", hasSize(0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "driver=users&from=2052-04&to=2052-04",
                "driver=tickets&from=2052-04",
                "driver=tickets&from=soon&to=2052-04",
                "driver=tickets&from=2052-05&to=2052-04",
                "driver=tickets&from=2040-01&to=2052-04"
            })
    void a_pull_names_its_driver_and_months(String query) {
        finance().post("/api/v1/driver-values/pull?" + query).then().statusCode(400);
    }

    @Test
    void reporting_usage_is_for_finance_officers_of_the_whole_service() {
        for (String token : List.of(Tokens.board(), Tokens.auditor(), Tokens.borough("LBB"), Tokens.desk())) {
            as(token).body("{}").post("/api/v1/driver-values").then().statusCode(403);
            as(token).post("/api/v1/driver-values/pull").then().statusCode(403);
        }
        String narrow = Tokens.of("narrow", List.of("finance-officer"), List.of("LBL"));
        as(narrow)
                .body(value("users", "LBL", "2050-10", "1"))
                .post("/api/v1/driver-values")
                .then()
                .statusCode(403)
                .body("code", is("scope-too-narrow"));
        as(Tokens.desk()).get("/api/v1/driver-values").then().statusCode(403);
        given().get("/api/v1/driver-values").then().statusCode(401);
    }

    private static String value(String driver, String partner, String month, String value) {
        return ("{\"driver\":\"%s\",\"partner\":\"%s\",\"month\":\"%s\",\"value\":%s,\"source\":\"SCCM\","
                        + "\"evidence\":\"Report 17\"}")
                .formatted(driver, partner, month, value);
    }

    private static ValidatableResponse list(String driver, String month, String more) {
        return board().get("/api/v1/driver-values?driver=%s&from=%s&to=%s".formatted(driver, month, month) + more)
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse imported(String file) {
        RequestSpecification csv = finance().contentType("text/csv").body(file);
        return csv.post("/api/v1/driver-values/imports").then();
    }

    private static ValidatableResponse pull(String from, String to) {
        String path = "/api/v1/driver-values/pull?driver=tickets&from=%s&to=%s";
        return finance().post(path.formatted(from, to)).then();
    }

    /** A month of kpi-service's answer: rows of two councils, of nobody, of a customer that shares no cost, and of all. */
    private static String volumes(String month, int brent, int lewisham, int nobody, int demo) {
        return String.join(
                ",",
                row("LBB", month, brent),
                row("LBL", month, lewisham),
                row("DEMO", month, demo),
                row("UNATTRIBUTED", month, nobody),
                row("ALL", month, brent + lewisham + nobody + demo));
    }

    private static String row(String partner, String month, int logged) {
        return "{\"partner\":\"%s\",\"period\":\"%s\",\"openAtStart\":4,\"logged\":%d}"
                .formatted(partner, month, logged);
    }

    /** @param rows null for a service that does not answer */
    private static void stage(String from, String to, String rows) {
        stageAnswer(
                from,
                to,
                rows == null
                        ? ""
                        : "{\"items\":[" + rows + "],\"next\":null,\"definition\":{\"code\":\"volumes\",\"version\":1,"
                                + "\"text\":\"What happened to tickets\"},\"zone\":\"Europe/London\","
                                + "\"asAt\":\"2051-06-01T08:00:00Z\"}");
    }

    private static void stageAnswer(String from, String to, String answer) {
        String url = ConfigProvider.getConfig().getValue("fake.kpi.url", String.class);
        String path = "/stage?from=" + from + "&to=" + to;
        given().body(answer).post(url + path).then().statusCode(200);
    }
}
