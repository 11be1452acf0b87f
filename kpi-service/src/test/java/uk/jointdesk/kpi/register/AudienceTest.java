package uk.jointdesk.kpi.register;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import uk.jointdesk.kit.db.ScopedDb;
import uk.jointdesk.kit.scope.PartnerScope;
import uk.jointdesk.testkit.Tokens;

/** Who reads what, by the audience of each measure. */
@QuarkusTest
class AudienceTest {

    private static final String LEWISHAM = Tokens.borough("LBL");
    private static final String MONTHS = "from=2021-03&to=2021-04";

    @Inject
    ScopedDb db;

    @Test
    void a_council_reads_public_measures_and_learns_of_no_others() {
        assertThat(Registered.json(LEWISHAM, "/kpis?limit=500").getList("items.audience"))
                .isNotEmpty()
                .containsOnly("PUBLIC");
        assertThat(Registered.json(LEWISHAM, "/kpis/families").getList("items.audience"))
                .containsOnly("PUBLIC");
        for (String path :
                List.of("", "/targets", "/measurements", "/formulas", "/results?" + MONTHS, "/history?" + MONTHS)) {
            Response hidden = get(LEWISHAM, "/kpis/IMT_KPI_14" + path);
            Response missing = get(LEWISHAM, "/kpis/NO_SUCH_KPI" + path);
            assertThat(hidden.statusCode())
                    .as(path)
                    .isEqualTo(missing.statusCode())
                    .isEqualTo(404);
            assertThat(hidden.jsonPath().getString("detail"))
                    .isEqualTo(missing.jsonPath().getString("detail"));
        }
        assertThat(get(LEWISHAM, "/kpis/summary?family=imt&" + MONTHS).statusCode())
                .isEqualTo(get(LEWISHAM, "/kpis/summary?family=none&" + MONTHS).statusCode())
                .isEqualTo(404);
    }

    @Test
    void a_summary_counts_what_its_reader_may_read() {
        String family = Registered.family("PUBLIC");
        Registered.kpi(family, "PUBLIC");
        Registered.kpi(family, "BOARD");
        Registered.kpi(family, "EXEMPT");
        String summary = "/kpis/summary?family=" + family + "&from=2021-03&to=2021-03";
        assertThat(Registered.json(LEWISHAM, summary).getInt("items[0].total")).isEqualTo(1);
        assertThat(Registered.json(Tokens.desk(), summary).getInt("items[0].total"))
                .isEqualTo(2);
        assertThat(Registered.json(Tokens.board(), summary).getInt("items[0].total"))
                .isEqualTo(3);
        assertThat(Registered.json(Tokens.auditor(), summary).getInt("items[0].noData"))
                .isEqualTo(3);
    }

    @Test
    void what_is_exempt_is_for_those_who_account_for_it() {
        String exempt = Registered.kpi(Registered.family("EXEMPT"), "EXEMPT");
        for (String token : List.of(Tokens.board(), Tokens.performance(), Tokens.auditor(), Tokens.suite())) {
            assertThat(get(token, "/kpis/" + exempt).statusCode()).isEqualTo(200);
        }
        assertThat(get(Tokens.desk(), "/kpis/" + exempt).statusCode()).isEqualTo(404);
        assertThat(get(LEWISHAM, "/kpis/" + exempt).statusCode()).isEqualTo(404);
    }

    @Test
    void the_contracts_consequences_are_not_for_councils_at_all() {
        for (String path : List.of(
                "/mitigations",
                "/service-points?family=imt&" + MONTHS,
                "/service-points/schemes?family=imt",
                "/kpis/exceptions?family=imt&" + MONTHS,
                "/kpis/families/imt/points")) {
            assertThat(get(LEWISHAM, path).statusCode()).as(path).isEqualTo(403);
            assertThat(Registered.as(Tokens.board()).get(path).statusCode())
                    .as(path)
                    .isEqualTo(200);
            assertThat(io.restassured.RestAssured.get("/api/v1" + path).statusCode())
                    .as(path)
                    .isEqualTo(401);
        }
    }

    @Test
    void the_database_itself_keeps_contract_data_to_who_works_for_all_partners() {
        PartnerScope lewisham = new PartnerScope(Set.of("LBL"), false);
        String boards = " where kpi like 'IMT%'";
        for (String table : List.of("kpi_stage", "kpi_level", "kpi_weight", "kpi_successor", "kpi_measurement")) {
            assertThat(count(lewisham, table + boards)).as(table).isZero();
            assertThat(count(PartnerScope.ALL, table + boards)).as(table).isPositive();
            assertThat(count(PartnerScope.NONE, table)).as(table).isZero();
        }
        for (String table : List.of("mitigation", "mitigation_month", "mitigation_decision", "service_points_scheme")) {
            assertThat(count(lewisham, table)).as(table).isZero();
            assertThat(count(PartnerScope.ALL, table)).as(table).isPositive();
        }
        assertThat(count(lewisham, "kpi where audience = 'PUBLIC'")).isPositive();
        assertThat(count(lewisham, "kpi where audience <> 'PUBLIC'")).isZero();
        assertThat(count(PartnerScope.NONE, "kpi")).isZero();
    }

    private static Response get(String token, String path) {
        return Registered.as(token).get(path);
    }

    private long count(PartnerScope scope, String rows) {
        return db.as(scope).read(handle -> handle.createQuery("select count(*) from " + rows)
                .mapTo(Long.class)
                .one());
    }
}
