package uk.jointdesk.kpi.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import uk.jointdesk.testkit.Tokens;

@QuarkusTest
class RegisterTest {

    private static final String ANALYST = Tokens.performance();

    @Inject
    Today today;

    @Test
    void an_indicator_is_registered_and_read_again() {
        String code = Registered.code();
        String family = Registered.family("PUBLIC");
        Response created = Registered.post(ANALYST, "/kpis", Registered.measured(code, family, "PUBLIC", ""));
        created.then().statusCode(201);
        assertThat(created.header("Location")).endsWith("/api/v1/kpis/" + code);
        var read = Registered.json(Tokens.board(), "/kpis/" + code);
        assertThat(read.getMap("")).containsEntry("state", "LIVE").containsEntry("points", 10);
        assertThat(read.getString("levels.tsl")).isEqualTo("95");
        assertThat(Registered.json(Tokens.board(), "/kpis?family=" + family).getList("items.code"))
                .containsExactly(code);
    }

    @Test
    void the_agreement_of_the_councils_is_there_with_its_targets() {
        List<Map<String, Object>> iaa =
                Registered.json(Tokens.borough("LBL"), "/kpis?family=iaa").getList("items");
        assertThat(iaa).extracting("code").contains("IAA_P1", "IAA_P2", "IAA_P3", "IAA_P4", "IAA_BACKUP");
        assertThat(Registered.json(Tokens.borough("LBL"), "/kpis?family=iaa&kind=KPI")
                        .getList("items.levels.tsl"))
                .containsExactly("98", "95", "95", "80", "80");
    }

    @Test
    void sent_twice_under_one_key_it_is_registered_once() {
        String body = Registered.measured(Registered.code(), Registered.family("BOARD"), "BOARD", "");
        String key = "register-" + System.nanoTime();
        Response first = keyed(key, body);
        Response second = keyed(key, body);
        assertThat(first.statusCode()).isEqualTo(second.statusCode()).isEqualTo(201);
        assertThat(second.header("Idempotent-Replay")).isEqualTo("true");
        keyed(key, body.replace("Servers", "Clients")).then().statusCode(422);
        keyed("other-" + key, body).then().statusCode(409).body("code", equalTo("kpi-exists"));
    }

    @Test
    void a_change_names_the_version_it_starts_from() {
        String code = Registered.kpi(Registered.family("BOARD"), "BOARD");
        patch(code, null, "{\"title\":\"Better\"}").then().statusCode(428);
        patch(code, "\"7\"", "{\"title\":\"Better\"}").then().statusCode(412);
        patch(code, "\"1\"", "{\"title\":\"Better\"}")
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("title", equalTo("Better"));
        patch(code, "\"1\"", "{\"title\":\"Worse\"}").then().statusCode(412);
    }

    @Test
    void it_is_retired_in_principle_and_then_replaced_by_others_of_its_family() {
        String family = Registered.family("BOARD");
        String code = Registered.kpi(family, "BOARD");
        String successor = Registered.kpi(family, "BOARD");
        LocalDate first = today.firstOpenDay();
        patch(code, "\"1\"", state("RETIRING", first, "")).then().statusCode(200);
        patch(code, "\"2\"", state("REPLACED", first.plusMonths(1), ""))
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/state/replacedBy"));
        patch(code, "\"2\"", state("REPLACED", first.plusMonths(1), ",\"replacedBy\":[\"IMT_KPI_14\"]"))
                .then()
                .statusCode(422)
                .body("code", equalTo("lineage-unknown"));
        patch(code, "\"2\"", state("REPLACED", first.plusMonths(1), ",\"replacedBy\":[\"" + successor + "\"]"))
                .then()
                .statusCode(200)
                .body("states.state", equalTo(List.of("LIVE", "RETIRING", "REPLACED")));
        assertThat(Registered.json(Tokens.board(), "/kpis/" + successor).getList("replaces"))
                .containsExactly(code);
    }

    @Test
    void what_has_been_reported_is_not_changed_by_a_later_level_or_state() {
        String code = Registered.kpi(Registered.family("BOARD"), "BOARD");
        LocalDate past = today.firstOpenDay().minusDays(1);
        targets(code, level(past, "80", "70"))
                .then()
                .statusCode(422)
                .body("code", equalTo("levels-retroactive"))
                .body("errors[0].pointer", equalTo("/levels/0/from"));
        patch(code, "\"1\"", state("RETIRED", past, ""))
                .then()
                .statusCode(422)
                .body("code", equalTo("state-retroactive"));
    }

    @Test
    void a_glide_path_is_taken_as_a_whole_or_not_at_all() {
        String code = Registered.kpi(Registered.family("BOARD"), "BOARD");
        LocalDate first = today.firstOpenDay();
        String rising = level(first, "85", "80") + "," + level(first.plusMonths(1), "90", "85");
        targets(code, rising + "," + level(first.plusMonths(2), "95", "96"))
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/levels/2/msl"));
        targets(code, rising).then().statusCode(201);
        assertThat(Registered.json(Tokens.board(), "/kpis/" + code + "/targets").getList("items.tsl"))
                .containsExactly("95", "85", "90");
    }

    @Test
    void points_pass_to_the_other_kpis_and_the_total_stays() {
        String family = Registered.family("BOARD");
        String retired = Registered.kpi(family, "BOARD");
        String one = Registered.kpi(family, "BOARD");
        String other = Registered.kpi(family, "BOARD");
        String path = "/kpis/families/" + family + "/points";
        String begins = today.firstOpenDay().plusMonths(1).toString();
        redistribute(path, retired, begins, "{\"kpi\":\"%s\",\"points\":9}".formatted(one))
                .then()
                .statusCode(422)
                .body("code", equalTo("points-total-changed"));
        redistribute(path, retired, begins, "{\"kpi\":\"%s\"},{\"kpi\":\"%s\"}".formatted(one, other))
                .then()
                .statusCode(201)
                .body("points", equalTo(Map.of(retired, 0, one, 15, other, 15)))
                .body("total", equalTo(30));
        assertThat(Registered.json(Tokens.finance(), path).getMap("points"))
                .isEqualTo(Map.of(retired, 10, one, 10, other, 10));
        assertThat(Registered.json(Tokens.finance(), path + "?at=" + begins).getInt("total"))
                .isEqualTo(30);
    }

    @Test
    void the_points_of_the_replaced_kpi_went_to_its_successors() {
        String path = "/kpis/families/imt/points?at=";
        assertThat(Registered.json(Tokens.board(), path + "2021-06-30").getInt("total"))
                .isEqualTo(Registered.json(Tokens.board(), path + "2021-07-01").getInt("total"));
    }

    @Test
    void a_formula_has_versions_and_reads_as_text() {
        String code = Registered.code();
        String body = Registered.measured(code, Registered.family("PUBLIC"), "PUBLIC", """
                ,"formula":{"kind":"RESOLVED_WITHIN_TARGET","types":["INCIDENT"],"priorities":["P4","P3"]}""")
                .replace("MEASURED", "TICKETS");
        Registered.post(ANALYST, "/kpis", body).then().statusCode(201);
        String next = "{\"from\":\"%s\",\"kind\":\"RESOLVED_WITHIN_TARGET\",\"priorities\":[\"P3\"]}";
        Registered.post(ANALYST, "/kpis/" + code + "/formulas", next.formatted(today.firstOpenDay()))
                .then()
                .statusCode(201);
        var versions = Registered.json(Tokens.borough("LBB"), "/kpis/" + code + "/formulas");
        assertThat(versions.getList("items.version")).containsExactly(1, 2);
        assertThat(versions.getString("items[0].text")).startsWith("Tickets (INCIDENT; P3, P4) resolved in the month");
        Registered.post(ANALYST, "/kpis/" + code + "/formulas", next.formatted("2016-01-01"))
                .then()
                .statusCode(422)
                .body("code", equalTo("formula-retroactive"));
    }

    @Test
    void entries_that_contradict_themselves_are_refused_with_a_pointer() {
        String family = Registered.family("BOARD");
        refused(Registered.measured("low er", family, "BOARD", ""), "/code");
        refused(Registered.measured(Registered.code(), "nowhere", "BOARD", ""), "/family");
        refused(Registered.measured(Registered.code(), family, "PUBLIC", ""), "/audience");
        refused(
                Registered.measured(Registered.code(), family, "BOARD", ",\"formula\":{\"kind\":\"LOGGED\"}"),
                "/formula");
        refused(
                Registered.measured(Registered.code(), family, "BOARD", "").replace("\"90\"", "\"96\""),
                "/levels/0/msl");
        refused(Registered.measured(Registered.code(), family, "BOARD", "").replace("\"KPI\"", "\"PI\""), "/points");
        refused(Registered.measured(Registered.code(), family, "BOARD", "").replace("2015-04-01", "9999-04-01"), null);
        Registered.post(
                        ANALYST,
                        "/kpis",
                        Registered.measured(Registered.code(), family, "BOARD", "")
                                .replace("\"KPI\"", "\"IDEA\""))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/kind"));
    }

    @Test
    void only_the_performance_analyst_for_all_partners_keeps_the_register() {
        String body = Registered.measured(Registered.code(), "imt", "BOARD", "");
        for (String token : List.of(Tokens.board(), Tokens.desk(), Tokens.borough("LBL"), Tokens.auditor())) {
            Registered.post(token, "/kpis", body).then().statusCode(403);
        }
        String ofOneCouncil = Tokens.of("analyst-lbl", List.of("performance-analyst"), List.of("LBL"));
        Registered.post(ofOneCouncil, "/kpis", body).then().statusCode(403).body("code", equalTo("register-not-yours"));
    }

    private static void refused(String body, String pointer) {
        Response answer = Registered.post(ANALYST, "/kpis", body);
        answer.then().statusCode(422);
        if (pointer != null) {
            answer.then().body("errors[0].pointer", equalTo(pointer));
        }
    }

    private static Response keyed(String key, String body) {
        return Registered.as(ANALYST)
                .header("Idempotency-Key", key)
                .contentType(ContentType.JSON)
                .body(body)
                .post("/kpis");
    }

    private static Response patch(String code, String ifMatch, String body) {
        var request = Registered.as(ANALYST)
                .contentType("application/merge-patch+json")
                .body(body);
        return (ifMatch == null ? request : request.header("If-Match", ifMatch)).patch("/kpis/" + code);
    }

    private static Response targets(String code, String levels) {
        return Registered.post(ANALYST, "/kpis/" + code + "/targets", "{\"levels\":[" + levels + "]}");
    }

    private static Response redistribute(String path, String from, String begins, String to) {
        return Registered.post(ANALYST, path, """
                {"from":"%s","begins":"%s","to":[%s],"ccn":"CCN-12","source":"retired"}""".formatted(from, begins, to));
    }

    private static String state(String to, LocalDate from, String more) {
        return "{\"state\":{\"to\":\"%s\",\"from\":\"%s\",\"ccn\":\"CCN-11\"%s}}".formatted(to, from, more);
    }

    private static String level(LocalDate from, String tsl, String msl) {
        return "{\"from\":\"%s\",\"tsl\":\"%s\",\"msl\":\"%s\",\"source\":\"CCN\"}".formatted(from, tsl, msl);
    }
}
