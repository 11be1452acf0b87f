package uk.jointdesk.kpi.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.jointdesk.kpi.register.Registered;
import uk.jointdesk.kpi.suite.Ask;
import uk.jointdesk.kpi.suite.Autumn2018;
import uk.jointdesk.testkit.Tokens;

/** Indicators that are counted from tickets. */
@QuarkusTest
class TicketKpiTest {

    private static final String AUTUMN = "from=2018-10&to=2018-12";

    @Inject
    Autumn2018 autumn;

    @BeforeEach
    void play() {
        autumn.play();
    }

    @Test
    void a_council_reads_its_own_tickets_in_a_formula() {
        JsonPath own = Registered.json(Tokens.borough("LBL"), "/kpis/IAA_P2/results?" + AUTUMN);
        assertThat(own.getList("items.numerator")).containsExactly(17, 18, 15);
        assertThat(own.getList("items.denominator")).containsExactly(38, 29, 19);
        assertThat(own.getList("items.percent")).containsExactly("44.74", "62.07", "78.95");
        assertThat(own.getList("items.raw")).containsOnly("RED");
        assertThat(own.getString("items[0].method")).startsWith("Tickets (any type; P2) resolved in the month");
        assertThat(own.getString("asAt")).isNotNull();
    }

    @Test
    void the_board_reads_all_tickets_and_those_of_a_partner_on_request() {
        String october = "/kpis/IAA_P1/results?from=2018-10&to=2018-10";
        assertThat(Registered.json(Tokens.board(), october).getInt("items[0].denominator"))
                .isEqualTo(3);
        assertThat(Registered.json(Tokens.borough("LBB"), october).getInt("items[0].denominator"))
                .isEqualTo(2);
        JsonPath lewisham = Registered.json(Tokens.board(), "/kpis/IAA_P2/results?partner=LBL&" + AUTUMN);
        assertThat(lewisham.getList("items.denominator")).containsExactly(38, 29, 19);
    }

    @Test
    void another_councils_tickets_are_answered_as_those_of_a_council_that_does_not_exist() {
        String path = "/kpis/IAA_P2/results?" + AUTUMN + "&partner=";
        for (String other : List.of("LBB", "LBS", "ALL", "UNATTRIBUTED")) {
            assertThat(Registered.json(Tokens.borough("LBL"), path + other).getList("items"))
                    .isEqualTo(Registered.json(Tokens.borough("LBL"), path + "NOBODY")
                            .getList("items"));
        }
    }

    @Test
    void the_links_of_a_figure_lead_to_exactly_its_tickets() {
        JsonPath result = Registered.json(Tokens.borough("LBL"), "/kpis/IAA_P2/results?from=2018-11&to=2018-11");
        assertThat(drilled(result.getString("items[0].drill.numerator"))).isEqualTo(18);
        assertThat(drilled(result.getString("items[0].drill.denominator"))).isEqualTo(29);
    }

    @Test
    void old_open_tickets_are_a_share_of_all_that_are_open_at_the_end_of_the_month() {
        JsonPath stock = Registered.json(Tokens.borough("LBB"), "/kpis/IAA_PI_OPEN_30/results?from=2018-12&to=2018-12");
        JsonPath backlog = Ask.json(Tokens.borough("LBB"), "/backlog?at=2018-12-31&groupBy=none");
        assertThat(stock.getInt("items[0].numerator")).isEqualTo(backlog.getInt("items[0].openOver30Days"));
        assertThat(stock.getInt("items[0].denominator"))
                .isEqualTo(backlog.getInt("items[0].open"))
                .isPositive();
        assertThat(stock.getString("items[0].tsl")).isEqualTo("10.00");
    }

    @Test
    void a_number_of_tickets_is_held_against_a_number() {
        String code = Registered.code();
        Registered.post(Tokens.performance(), "/kpis", """
                {"code":"%s","family":"%s","title":"P2 reported","kind":"KPI","unit":"NUMBER","direction":"LOWER_IS_BETTER",
                 "source":"TICKETS","audience":"PUBLIC","note":"A test","liveFrom":"2015-04-01",
                 "formula":{"kind":"LOGGED","priorities":["P2"]},
                 "levels":[{"from":"2015-04-01","tsl":"20","msl":"30","source":"contract"}]}""".formatted(code, Registered.family("PUBLIC")))
                .then()
                .statusCode(201);
        JsonPath logged = Registered.json(Tokens.borough("LBL"), "/kpis/" + code + "/results?" + AUTUMN);
        assertThat(logged.getList("items.value")).containsExactly("38.00", "29.00", "19.00");
        assertThat(logged.getList("items.raw")).containsExactly("RED", "AMBER", "GREEN");
    }

    @Test
    void left_out_tickets_are_counted_by_reason() {
        JsonPath p3 = Registered.json(Tokens.borough("LBB"), "/kpis/IAA_P3/results?from=2018-11&to=2018-11");
        assertThat(p3.getList("items[0].excluded.reason")).containsExactly("CANCELLED");
    }

    @Test
    void the_agreements_summary_counts_its_kpis_and_not_its_indicator() {
        var month = Registered.json(Tokens.borough("LBL"), "/kpis/summary?family=iaa&from=2018-10&to=2018-10");
        assertThat(month.getInt("items[0].total")).isEqualTo(5);
        assertThat(month.getInt("items[0].belowMsl")).isPositive();
        assertThat(month.getInt("items[0].noData")).isPositive();
    }

    @Test
    void questions_that_cannot_be_read_are_refused_by_name() {
        refused("/kpis/summary?from=2018-10&to=2018-12", "query:family");
        refused("/kpis/summary?family=iaa&to=2018-12", "query:from");
        refused("/kpis/summary?family=iaa&from=2018-12&to=2018-10", "query:to");
        refused("/kpis/summary?family=iaa&from=2000-01&to=2018-10", "query:to");
        refused("/kpis?kind=IDEA", "query:kind");
        refused("/kpis/IAA_BACKUP/results?partner=LBL&" + AUTUMN, "query:partner");
    }

    private static void refused(String path, String pointer) {
        Registered.as(Tokens.board()).get(path).then().statusCode(400).body("errors[0].pointer", equalTo(pointer));
    }

    private static int drilled(String link) {
        return Ask.items(Tokens.borough("LBL"), link.replace("/api/v1/performance", ""))
                .size();
    }
}
