package uk.jointdesk.kpi.whatif;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.jointdesk.kit.db.ScopedDb;
import uk.jointdesk.kit.rules.AgreementDocument;
import uk.jointdesk.kit.scope.PartnerScope;
import uk.jointdesk.kpi.feed.domain.Judge;
import uk.jointdesk.kpi.feed.domain.TicketRecord;
import uk.jointdesk.kpi.feed.store.Retelling;
import uk.jointdesk.kpi.feed.upstream.Upstream;
import uk.jointdesk.kpi.suite.Ask;
import uk.jointdesk.testkit.Tokens;

@QuarkusTest
class WhatIfTest {

    private static final String PATH = "/api/v1/performance/what-if";
    private static final String RANGE = "\"from\":\"2016-05\",\"to\":\"2016-07\"";
    private static final String STRICTER = """
            {"code":"IAA","title":"Stricter","versions":[{"version":1,"validFrom":"2015-04-01","validTo":null,
              "coverage":{"partners":["LBB","LBL","LBS"]},
              "targets":[{"priority":"P1","target":{"serviceMinutes":120},"percent":"95"},
                {"priority":"P2","target":{"serviceMinutes":240},"percent":"95"},
                {"priority":"P3","target":{"workingDays":1,"reading":"SAME_TIME"},"percent":"80"}],
              "stoppingReasons":["AWAITING_SUPPLIER"],"reopen":"%s","changePolicy":"%s"}]}
            """;

    @Inject
    Spring2016 spring;

    @Inject
    ScopedDb db;

    @Inject
    Upstream upstream;

    @Inject
    ObjectMapper json;

    @BeforeEach
    void play() {
        spring.play();
    }

    @Test
    void every_cell_is_what_judging_again_from_scratch_makes_of_it() throws JsonProcessingException {
        for (String policies : List.of("RESUME RETROACTIVE", "FIRST FROM_CHANGE", "RESET RETROACTIVE")) {
            String agreement = STRICTER.formatted((Object[]) policies.split(" "));
            var answer = tried("{%s,\"agreements\":[%s],\"everyCell\":true}".formatted(RANGE, agreement));
            assertThat(figures(answer, "after")).as(policies).isEqualTo(fromScratch(agreement));
            assertThat(figures(answer, "before")).isEqualTo(compliance());
            assertThat(answer.getLong("judged")).isEqualTo(spring.tickets());
            assertThat(answer.getLong("judgedFromEvents")).isPositive().isLessThan(spring.tickets());
        }
    }

    @Test
    void by_the_same_rules_nothing_would_change() {
        Upstream.Rules inForce = upstream.rules();
        var answer = tried("{%s,\"agreements\":%s}".formatted(RANGE, text(inForce.agreements())));
        assertThat(answer.getList("items")).isEmpty();
        assertThat(answer.getList("servicePoints")).isEmpty();
        assertThat(answer.getList("credits")).isEmpty();
        assertThat(answer.getInt("ticketsChanged")).isZero();
    }

    @Test
    void asking_changes_nothing_in_the_database() {
        Map<String, String> before = checksums();
        tried("{%s,\"agreements\":[%s],\"thresholds\":[{\"priority\":\"P2\",\"from\":\"2016-01-01\",\"tsl\":\"10\"}]}"
                .formatted(RANGE, STRICTER.formatted("RESUME", "RETROACTIVE")));
        assertThat(before).containsKeys("ticket_fact", "target", "feed_position");
        assertThat(checksums()).isEqualTo(before);
    }

    @Test
    void other_levels_flip_colours_and_no_ticket() {
        var answer = tried("""
                {%s,"thresholds":[{"priority":"P1","from":"2016-01-01","tsl":"60","msl":"50"}]}
                """.formatted(RANGE));
        assertThat(answer.getInt("ticketsChanged")).isZero();
        assertThat(answer.getInt("ragChanged")).isPositive();
        var may = Ask.row(answer.getList("items"), Map.of("priority", "P1", "partner", "LBB", "period", "2016-05"));
        assertThat(side(may, "before")).containsEntry("rag", "RED").containsEntry("targetPercent", "95.00");
        assertThat(side(may, "after"))
                .containsEntry("rag", "GREEN")
                .containsEntry("targetPercent", "60.00")
                .containsEntry("met", 2)
                .containsEntry("measured", 3)
                .containsEntry("percent", "66.67");
    }

    @Test
    void other_hours_are_tried_by_a_calendar_document() {
        var answer = tried("""
                {%s,"calendars":[{"code":"EARLY","zone":"Europe/London","versions":[{"validFrom":"2015-01-01","week":{
                  "MONDAY":[{"open":"08:00","close":"09:00"}]}}]}],"partnerCalendars":{"LBB":"EARLY"}}
                """.formatted(RANGE));
        assertThat(answer.getList("items.partner")).contains("LBB", "ALL").doesNotContain("LBL", "LBS");
        var may = Ask.row(answer.getList("items"), Map.of("priority", "P1", "partner", "LBB", "period", "2016-05"));
        assertThat(side(may, "after")).containsEntry("met", 3);
    }

    @Test
    void only_who_works_for_all_may_try() {
        String body = "{%s,\"agreements\":[%s]}".formatted(RANGE, STRICTER.formatted("RESUME", "RETROACTIVE"));
        assertThat(send(Tokens.borough("LBL"), body).statusCode()).isEqualTo(403);
        assertThat(send(Tokens.desk(), body).statusCode()).isEqualTo(403);
        String analystOfOne = Tokens.of("analyst-lbl", List.of("performance-analyst"), List.of("LBL"));
        assertThat(send(analystOfOne, body).jsonPath().getString("code")).isEqualTo("scope-too-narrow");
        assertThat(given().contentType("application/json").body(body).post(PATH).statusCode())
                .isEqualTo(401);
        assertThat(send(Tokens.auditor(), body).statusCode()).isEqualTo(200);
    }

    @Test
    void rules_that_cannot_be_meant_are_refused_by_their_pointer() {
        assertPointer("{\"from\":\"2016-13\",\"to\":\"2016-07\"}", "/from");
        assertPointer("{\"from\":\"2016-07\",\"to\":\"2016-05\"}", "/to");
        assertPointer("{%s,\"agreements\":[{\"code\":\"X\",\"title\":\"x\"}]}".formatted(RANGE), "/versions");
        assertPointer("{%s,\"partnerCalendars\":{\"LBB\":\"NONE\"}}".formatted(RANGE), "/partnerCalendars/LBB");
        assertPointer(
                "{%s,\"thresholds\":[{\"priority\":\"P1\",\"from\":\"2016-01-01\",\"tsl\":\"60\",\"msl\":\"70\"}]}"
                        .formatted(RANGE),
                "/thresholds/0/msl");
        assertThat(send(Tokens.performance(), "{%s,\"agreemints\":[]}".formatted(RANGE))
                        .statusCode())
                .isEqualTo(400);
    }

    /** The figures of P1 to P3 by priority, partner and month, as the rules make them of the events alone. */
    private Map<String, List<Integer>> fromScratch(String agreement) throws JsonProcessingException {
        Upstream.Rules inForce = upstream.rules();
        var rules = Upstream.book(
                inForce.partners(), inForce.calendars(), List.of(json.readValue(agreement, AgreementDocument.class)));
        Judge judge = new Judge(rules);
        Map<String, List<Integer>> figures = new TreeMap<>();
        db.as(PartnerScope.ALL)
                .read(handle -> Retelling.of(handle, spring.references()))
                .forEach((ticket, events) -> judge.judge(ticket, events)
                        .filter(record -> record.judgement().outcome().isResolved())
                        .ifPresent(record -> count(record, figures)));
        return figures;
    }

    private static void count(TicketRecord record, Map<String, List<Integer>> figures) {
        String month = record.judgement()
                .overAt()
                .atZone(java.time.ZoneId.of("Europe/London"))
                .toString()
                .substring(0, 7);
        int met =
                switch (record.judgement().outcome()) {
                    case MET -> 1;
                    default -> 0;
                };
        int measured = "NO_TARGET".equals(record.judgement().outcome().name()) ? 0 : 1;
        for (String partner : List.of(record.attributes().partner(), "ALL")) {
            String key = record.attributes().priority() + " " + partner + " " + month;
            figures.merge(key, List.of(met, measured), (one, more) -> List.of(one.get(0) + met, one.get(1) + measured));
        }
    }

    /** What the compliance answer says of the same cells. */
    private static Map<String, List<Integer>> compliance() {
        Map<String, List<Integer>> figures = new TreeMap<>();
        Ask.items(Tokens.board(), "/compliance?from=2016-05&to=2016-07").forEach(row -> {
            boolean any = (Integer) row.get("measured") > 0 || !((List<?>) row.get("excluded")).isEmpty();
            if (any) {
                figures.put(key(row), List.of((Integer) row.get("met"), (Integer) row.get("measured")));
            }
        });
        return figures;
    }

    private static Map<String, List<Integer>> figures(JsonPath answer, String side) {
        Map<String, List<Integer>> figures = new TreeMap<>();
        List<Map<String, Object>> items = answer.getList("items");
        items.forEach(row -> {
            Map<String, Object> figure = side(row, side);
            if ((Integer) figure.get("measured") + (Integer) figure.get("withoutTarget") > 0) {
                figures.put(key(row), List.of((Integer) figure.get("met"), (Integer) figure.get("measured")));
            }
        });
        return figures;
    }

    private static String key(Map<String, Object> row) {
        return row.get("priority") + " " + row.get("partner") + " " + row.get("period");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> side(Map<String, Object> row, String side) {
        return (Map<String, Object>) row.get(side);
    }

    private Map<String, String> checksums() {
        return db.as(PartnerScope.ALL).read(handle -> {
            List<String> tables = handle.createQuery("select tablename from pg_tables where schemaname = 'public'")
                    .mapTo(String.class)
                    .list();
            Map<String, String> sums = new HashMap<>();
            tables.stream()
                    .filter(table -> !table.equals("flyway_schema_history"))
                    .forEach(table -> sums.put(
                            table,
                            handle.createQuery(("select count(*) || coalesce(md5(string_agg(md5(cast(t as text)), ''"
                                                    + " order by md5(cast(t as text)))), '') from %s t")
                                            .formatted(table))
                                    .mapTo(String.class)
                                    .one()));
            return sums;
        });
    }

    private String text(Object document) {
        try {
            return json.writeValueAsString(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void assertPointer(String body, String pointer) {
        Response refused = send(Tokens.performance(), body);
        assertThat(refused.statusCode()).as(body).isEqualTo(422);
        assertThat(refused.jsonPath().getList("errors.pointer")).isEqualTo(List.of(pointer));
    }

    private static JsonPath tried(String body) {
        return send(Tokens.performance(), body).then().statusCode(200).extract().jsonPath();
    }

    private static Response send(String token, String body) {
        return given().auth()
                .oauth2(token)
                .contentType("application/json")
                .body(body)
                .post(PATH);
    }
}
