package uk.jointdesk.kpi.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.jointdesk.kit.db.ScopedDb;
import uk.jointdesk.kit.scope.PartnerScope;
import uk.jointdesk.kpi.suite.Ask;
import uk.jointdesk.kpi.suite.Autumn2018;
import uk.jointdesk.testkit.Tokens;

/** A council sees its own. */
@QuarkusTest
class IsolationTest {

    private static final String MONTHS = "from=2018-10&to=2018-12";
    private static final List<String> ANSWERS = List.of(
            "/compliance?" + MONTHS,
            "/volumes?" + MONTHS,
            "/backlog?at=2018-12-31",
            "/compliance?metric=RESPONSE&" + MONTHS,
            "/resolution-times?" + MONTHS,
            "/reopens?" + MONTHS,
            "/categories?" + MONTHS,
            "/satisfaction?" + MONTHS,
            "/major-incidents?" + MONTHS,
            "/p1-durations?" + MONTHS,
            "/drill?set=resolved&limit=500&" + MONTHS,
            "/drill?set=rated&limit=500&" + MONTHS,
            "/drill?set=invited&limit=500&" + MONTHS,
            "/drill?set=met&metric=RESPONSE&limit=500&" + MONTHS,
            "/drill?set=logged&limit=500&" + MONTHS,
            "/drill?set=openAtEnd&limit=500&" + MONTHS);

    /** The first so many have rows of figures; the others list tickets. */
    private static final int MEASURES = 9;

    @Inject
    Autumn2018 autumn;

    @Inject
    ScopedDb db;

    @BeforeEach
    void play() {
        autumn.play();
    }

    @Test
    void a_borough_sees_rows_of_its_own_and_no_total() {
        for (String answer : ANSWERS) {
            assertThat(Ask.items(Tokens.borough("LBL"), answer))
                    .as(answer)
                    .extracting("partner")
                    .isSubsetOf("LBL", "LH");
        }
        assertThat(Ask.items(Tokens.borough("LBL"), "/compliance?" + MONTHS + "&groupBy=partner"))
                .extracting("partner")
                .containsExactly("LBL");
    }

    @Test
    void a_boroughs_own_row_is_the_same_as_the_boards_row_of_it() {
        for (String answer : ANSWERS.subList(0, MEASURES)) {
            var own = Ask.items(Tokens.borough("LBL"), answer);
            var boards = Ask.items(Tokens.board(), answer).stream()
                    .filter(row -> "LBL".equals(row.get("partner")))
                    .toList();
            assertThat(own).as(answer).isEqualTo(boards).isNotEmpty();
        }
    }

    @Test
    void without_breakdown_a_borough_gets_its_own_sum_and_not_everybodys() {
        var rows = Ask.items(Tokens.borough("LBL"), "/volumes?" + MONTHS + "&groupBy=none");
        assertThat(rows).singleElement().satisfies(row -> assertThat(row).containsEntry("logged", 88));
    }

    @Test
    void somebody_elses_partner_is_answered_as_one_that_does_not_exist() {
        for (String answer : ANSWERS) {
            Response unknown = Ask.response(Tokens.borough("LBL"), answer + "&partner=NOBODY");
            for (String notMine : List.of("LBB", "LBS", "DEMO", "ALL", "UNATTRIBUTED")) {
                Response theirs = Ask.response(Tokens.borough("LBL"), answer + "&partner=" + notMine);
                assertThat(theirs.statusCode()).isEqualTo(unknown.statusCode()).isEqualTo(200);
                assertThat(theirs.jsonPath().getList("items"))
                        .as(answer + notMine)
                        .isEmpty();
                assertThat(theirs.body().asString()).isEqualTo(unknown.body().asString());
            }
        }
    }

    @Test
    void a_parent_sees_its_sub_body_and_the_sub_body_not_its_parent() {
        String p3 = "/compliance?" + MONTHS + "&priority=P3&groupBy=partner";
        assertThat(Ask.items(Tokens.borough("LBL"), p3 + "&partner=LH"))
                .singleElement()
                .satisfies(row -> assertThat(row).containsEntry("partner", "LH").containsEntry("measured", 2));
        String homes = Tokens.of("lh-client", List.of("borough-client"), List.of("LH"));
        assertThat(Ask.items(homes, p3))
                .singleElement()
                .satisfies(row -> assertThat(row).containsEntry("partner", "LH").containsEntry("measured", 2));
        assertThat(Ask.items(homes, p3 + "&partner=LBL")).isEmpty();
    }

    @Test
    void of_a_ticket_handed_on_the_former_holder_sees_what_was_its_own_and_no_more() {
        var logged = Ask.items(Tokens.borough("LBS"), "/drill?set=logged&" + MONTHS);
        assertThat(Ask.row(logged, Map.of("reference", "LBS-1003")))
                .containsEntry("partner", "LBS")
                .doesNotContainKeys("status", "resolvedAt", "outcome");
        assertThat(Ask.items(Tokens.borough("LBS"), "/drill?set=resolved&" + MONTHS))
                .extracting("reference")
                .doesNotContain("LBS-1003");
    }

    @Test
    void the_database_itself_shows_a_scope_its_own_rows_and_none_without_scope() {
        PartnerScope lewisham = new PartnerScope(Set.of("LBL"), false);
        for (String table : List.of("fact_event", "ticket_fact", "open_spell", "response_fact", "rating")) {
            assertThat(partners(lewisham, table)).as(table).containsOnly("LBL");
            assertThat(partners(PartnerScope.NONE, table)).as(table).isEmpty();
            assertThat(partners(PartnerScope.ALL, table)).as(table).contains("LBB", "LBL", null);
        }
    }

    @Test
    void without_a_token_nothing_is_told_and_without_a_role_nothing_is_allowed() {
        for (String answer : ANSWERS) {
            assertThat(io.restassured.RestAssured.get("/api/v1/performance" + answer)
                            .statusCode())
                    .as(answer)
                    .isEqualTo(401);
            assertThat(Ask.response(Tokens.integration("hornbill-lbl", "LBL"), answer)
                            .statusCode())
                    .as(answer)
                    .isEqualTo(403);
        }
    }

    @Test
    void every_reader_of_the_contract_may_read() {
        List<String> readers = List.of(
                Tokens.board(),
                Tokens.performance(),
                Tokens.desk(),
                Tokens.auditor(),
                Tokens.suite(),
                Tokens.borough("LBB"));
        for (String token : readers) {
            ANSWERS.forEach(answer ->
                    assertThat(Ask.response(token, answer).statusCode()).isEqualTo(200));
        }
    }

    private List<String> partners(PartnerScope scope, String table) {
        return db.as(scope).read(handle -> handle.createQuery("select distinct partner from " + table)
                .mapTo(String.class)
                .list());
    }
}
