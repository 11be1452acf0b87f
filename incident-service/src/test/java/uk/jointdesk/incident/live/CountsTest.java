package uk.jointdesk.incident.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import uk.jointdesk.incident.Database;
import uk.jointdesk.incident.OverHttp;
import uk.jointdesk.testkit.Tokens;

/** The backlog as it stands. Other tests add to it meanwhile, so differences are looked at, of a partner of one's own. */
@QuarkusTest
class CountsTest extends OverHttp {

    @Test
    void open_tickets_are_counted_as_they_stand() {
        String partner = customer();
        opened(partner, "\"category\":\"Network\",\"queue\":\"Networks\"");
        opened(partner, "\"category\":\"Network\"");
        opened(partner, "\"category\":\"x\",\"queue\":\"y\",\"status\":\"ON_HOLD\",\"reason\":\"AWAITING_SUPPLIER\"");
        opened(partner, "\"category\":\"x\",\"queue\":\"y\",\"status\":\"ON_HOLD\",\"reason\":\"OTHER\"");
        String resolved = opened(partner, "");
        transition(Tokens.desk(), resolved, "{\"to\":\"RESOLVED\"}").then().statusCode(200);
        JsonPath counts = counts(Tokens.desk(), "?partner=" + partner);
        assertThat(counts.getList("items.partner")).containsExactly(partner);
        assertThat(counts.getString("items[0].priority")).isEqualTo("P2");
        assertThat(counts.getInt("total.open")).isEqualTo(4);
        assertThat(counts.getInt("total.untriaged")).isEqualTo(1);
        assertThat(counts.getMap("total.onHold")).hasSize(2).containsEntry("AWAITING_SUPPLIER", 1);
        assertThat(counts.getInt("total.breached")).isZero();
        assertThat(counts.getMap("items[0].counts")).isEqualTo(counts.getMap("total"));
    }

    @Test
    void a_breach_counts_from_the_instant_the_clock_ran_out() {
        JsonPath before = counts(Tokens.borough("LBS"), "");
        opened("LBS", "\"loggedAt\":\"2021-06-07T09:00:00Z\"");
        JsonPath after = counts(Tokens.borough("LBS"), "");
        assertThat(after.getInt("total.breached") - before.getInt("total.breached"))
                .isPositive();
    }

    @Test
    void a_council_counts_its_own_tickets_only() {
        String own = "?partner=LBB";
        opened("LBB", "");
        as(Tokens.borough("LBL"))
                .get("/api/v1/tickets/counts" + own)
                .then()
                .statusCode(200)
                .body("items", hasSize(0))
                .body("total.open", org.hamcrest.Matchers.equalTo(0));
        assertThat(counts(Tokens.borough("LBL"), "").getList("items.partner")).isSubsetOf("LBL", "LH");
        as(Tokens.finance()).get("/api/v1/tickets/counts").then().statusCode(403);
    }

    @Test
    void what_is_resolved_is_not_even_looked_at() throws SQLException {
        try (Connection lewisham = Database.asTheService("LBL")) {
            Database.execute(lewisham, "set enable_seqscan = off");
            String plan = plan(lewisham, """
                    explain select partner, priority, count(*), count(*) filter (where status = 'NEW' and queue is null)
                    from ticket where status in ('NEW', 'ASSIGNED', 'IN_PROGRESS', 'ON_HOLD') and logged_at is not null
                    group by partner, priority""");
            assertThat(plan).contains("ticket_open").doesNotContain("Seq Scan");
        }
    }

    private static String plan(Connection connection, String sql) throws SQLException {
        StringBuilder plan = new StringBuilder();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                plan.append(rows.getString(1)).append('\n');
            }
        }
        return plan.toString();
    }

    /** A customer nobody else writes for. */
    private static String customer() {
        String code = "C" + Long.toString(System.nanoTime(), 36).toUpperCase(java.util.Locale.ROOT);
        String shortCode = code.substring(0, 1) + code.substring(Math.max(1, code.length() - 8));
        as(Tokens.admin())
                .contentType("application/json")
                .body(
                        "{\"code\":\"" + shortCode
                                + "\",\"name\":\"A customer\",\"kind\":\"CUSTOMER\",\"memberFrom\":\"2020-01-01\",\"calendar\":\"STD\"}")
                .post("/api/v1/partners")
                .then()
                .statusCode(201);
        return shortCode;
    }

    private static JsonPath counts(String token, String query) {
        return as(token)
                .get("/api/v1/tickets/counts" + query)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
