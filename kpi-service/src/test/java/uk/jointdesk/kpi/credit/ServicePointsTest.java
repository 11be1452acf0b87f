package uk.jointdesk.kpi.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.jointdesk.kpi.register.Registered;
import uk.jointdesk.testkit.Tokens;

@QuarkusTest
class ServicePointsTest {

    private static final String ANALYST = Tokens.performance();

    @Test
    void the_patching_kpi_would_have_cost_credits_and_mitigation_took_them_away() {
        JsonPath spring = Registered.json(
                Tokens.board(), "/service-points?family=imt&from=2021-03&to=2021-05&monthlyCharge=100000.00");
        assertThat(spring.getList("items.raw.points")).containsExactly(40, 40, 20);
        assertThat(spring.getList("items.raw.percent")).containsExactly("10.00", "10.00", "6.00");
        assertThat(spring.getList("items.afterMitigation.points")).containsOnly(0);
        assertThat(spring.getList("items.kpis.kpi.flatten()")).containsOnly("IMT_KPI_14");
        assertThat(spring.getList("items.kpis.multiplier.flatten()")).containsOnly(2);
        assertThat(spring.getString("total.rawCredit.amount")).isEqualTo("26000.00");
        assertThat(spring.getString("total.appliedCredit.amount")).isEqualTo("0.00");
        assertThat(spring.getInt("items[0].contractMonth")).isEqualTo(72);
    }

    @Test
    void a_miss_that_nobody_mitigated_is_credited_to_the_penny_and_read_by_finance() {
        String family = schemed("10");
        String kpi = Registered.kpi(family, "BOARD");
        Registered.measure(kpi, "2021-03", 9204, 10_000).then().statusCode(201);
        Registered.measure(kpi, "2021-04", 8900, 10_000).then().statusCode(201);
        String path = "/service-points?family=%s&from=2021-03&to=2021-04&monthlyCharge=33333.33".formatted(family);
        for (String token : List.of(Tokens.suite(), Tokens.finance())) {
            JsonPath points = Registered.json(token, path);
            assertThat(points.getList("items.applied.points")).containsExactly(10, 40);
            assertThat(points.getList("items.applied.credit.amount")).containsExactly("666.67", "3333.33");
            assertThat(points.getList("items.applied.capped")).containsExactly(false, false);
            assertThat(points.getString("total.appliedCredit.amount")).isEqualTo("4000.00");
        }
        JsonPath april = Registered.json(Tokens.suite(), path.replace("from=2021-03", "from=2021-04"));
        assertThat(april.getInt("items[0].kpis[0].multiplier")).isEqualTo(2);
    }

    @Test
    void without_a_charge_there_are_points_and_per_cent_and_no_money() {
        JsonPath points = Registered.json(Tokens.board(), "/service-points?family=imt&from=2021-09&to=2021-10");
        assertThat(points.getList("items.raw.points")).containsExactly(10, 40);
        assertThat(points.getMap("total")).doesNotContainKey("rawCredit");
    }

    @Test
    void the_part_at_risk_is_the_most_that_is_credited() {
        String family = schemed("3");
        Registered.measure(Registered.kpi(family, "BOARD"), "2021-03", 1, 100)
                .then()
                .statusCode(201);
        JsonPath points = Registered.json(
                Tokens.board(), "/service-points?family=" + family + "&from=2021-03&to=2021-03&monthlyCharge=100.00");
        assertThat(points.getString("items[0].applied.credit.amount")).isEqualTo("3.00");
        assertThat(points.getBoolean("items[0].applied.capped")).isTrue();
    }

    @Test
    void while_the_board_suspends_credits_nothing_is_applied() {
        String family = schemed("10");
        Registered.measure(Registered.kpi(family, "BOARD"), "2021-03", 92, 100)
                .then()
                .statusCode(201);
        String body = """
                {"family":"%s","from":"2021-03-23","to":"2021-09-30","reason":"Covid-19"}""".formatted(family);
        Registered.post(ANALYST, "/service-points/suspensions", body).then().statusCode(403);
        Registered.post(Tokens.board(), "/service-points/suspensions", body.replace("2021-09-30", "2021-01-30"))
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/to"));
        Registered.post(Tokens.board(), "/service-points/suspensions", body)
                .then()
                .statusCode(201);
        JsonPath points = Registered.json(
                Tokens.board(), "/service-points?family=" + family + "&from=2021-03&to=2021-03&monthlyCharge=100.00");
        assertThat(points.getString("items[0].suspended")).isEqualTo("Covid-19");
        assertThat(points.getString("items[0].afterMitigation.credit.amount")).isEqualTo("2.00");
        assertThat(points.getString("items[0].applied.credit.amount")).isEqualTo("0.00");
        assertThat(Registered.json(Tokens.board(), "/service-points/suspensions?family=" + family)
                        .getList("items.client"))
                .containsExactly("board");
    }

    @Test
    void a_later_scheme_does_not_reach_back_and_one_that_rewards_failure_is_refused() {
        String family = schemed("10");
        scheme(family, "2020-01-01", "10", "1").then().statusCode(422).body("code", equalTo("scheme-retroactive"));
        scheme(family, "2199-01-01", "10", "0").then().statusCode(422).body("code", equalTo("bands-refused"));
        scheme(family, "2199-01-01", "101", "2")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/capPercent"));
        scheme("nowhere", "2199-01-01", "10", "2").then().statusCode(422).body("errors[0].pointer", equalTo("/family"));
        scheme(family, "2199-01-01", "10", "2").then().statusCode(201);
        assertThat(Registered.json(Tokens.board(), "/service-points/schemes?family=" + family)
                        .getList("items.from"))
                .containsExactly("2015-04-01", "2199-01-01");
    }

    @Test
    void the_default_scheme_is_there_and_says_that_it_is_assumed() {
        JsonPath schemes = Registered.json(Tokens.finance(), "/service-points/schemes?family=imt");
        assertThat(schemes.getString("items[0].source")).startsWith("Assumption");
        assertThat(schemes.getList("items[0].steps.percent")).containsExactly("0", "2", "4", "6", "8", "10");
        assertThat(schemes.getInt("items[0].repeatMultiplier")).isEqualTo(2);
    }

    @Test
    void without_a_scheme_or_with_an_unreadable_charge_the_question_is_refused() {
        Registered.as(Tokens.board())
                .get("/service-points?family=iaa&from=2021-03&to=2021-03")
                .then()
                .statusCode(409)
                .body("code", equalTo("scheme-missing"));
        Registered.as(Tokens.board())
                .get("/service-points?family=imt&from=2021-03&to=2021-03&monthlyCharge=1e9")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("query:monthlyCharge"));
    }

    private static String schemed(String cap) {
        String family = Registered.family("BOARD");
        scheme(family, "2015-04-01", cap, "2").then().statusCode(201);
        return family;
    }

    private static Response scheme(String family, String from, String cap, String redFactor) {
        return Registered.scheme(ANALYST, family, from, cap, redFactor);
    }
}
