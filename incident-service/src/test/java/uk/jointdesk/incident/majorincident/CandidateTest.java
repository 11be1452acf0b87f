package uk.jointdesk.incident.majorincident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import uk.jointdesk.incident.Database;
import uk.jointdesk.testkit.Tokens;

/** What may be a major incident, found in the tickets as they stand (BP39). */
@QuarkusTest
class CandidateTest extends MajorIncidents {

    @Test
    void one_service_down_in_two_councils_is_named_with_its_tickets_until_it_is_declared() {
        String category = unique("Network");
        String brents = serious("LBB", "P2", category, "");
        String lewishams = serious("LBL", "P1", category, "");
        Map<String, Object> found = candidate("SEVERAL_COUNCILS", brents);
        assertThat(found.get("councils")).isEqualTo(List.of("LBB", "LBL"));
        assertThat(references(found)).containsExactlyInAnyOrder(brents, lewishams);
        declared("[]", "\"tickets\":[\"%s\",\"%s\"]".formatted(brents, lewishams));
        assertThat(candidate("SEVERAL_COUNCILS", brents)).isNull();
    }

    @Test
    void several_p1_are_named_whatever_they_are_about_and_a_resolved_one_no_more() {
        String one = serious("LBS", "P1", unique("Payroll"), "");
        String other = serious("LBS", "P1", unique("Internet"), "");
        assertThat(references(candidate("SEVERAL_P1", one))).contains(one, other);
        transition(Tokens.desk(), one, "{\"to\":\"RESOLVED\"}").then().statusCode(200);
        assertThat(candidate("SEVERAL_P1", one)).isNull();
    }

    @Test
    void a_p1_near_its_target_is_named_once_the_incident_manager_has_escalated_it() throws SQLException {
        String old = serious("LBL", "P1", unique("Email"), "\"loggedAt\":\"2021-06-07T08:00:00Z\"");
        String fresh = serious("LBL", "P1", unique("Email"), "");
        assertThat(candidate("P1_NEAR_TARGET", old)).isNull();
        escalated(old);
        escalated(fresh);
        Map<String, Object> found = candidate("P1_NEAR_TARGET", old);
        assertThat((String) found.get("why")).contains(old).contains("escalated by the incident manager");
        assertThat(candidate("P1_NEAR_TARGET", fresh)).as("it has hardly begun").isNull();
    }

    @Test
    void who_sees_one_council_sees_no_candidate_of_several() {
        String category = unique("Network");
        String lewishams = serious("LBL", "P2", category, "");
        serious("LBB", "P2", category, "");
        String lewishamsDesk = Tokens.of("lbl-desk", List.of("incident-manager"), List.of("LBL"));
        String seen = as(lewishamsDesk)
                .get(ROOT + "/candidates?limit=500")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(seen).doesNotContain("LBB").doesNotContain("SEVERAL_COUNCILS");
        assertThat(candidate("SEVERAL_COUNCILS", lewishams)).isNotNull();
        as(Tokens.borough("LBL")).get(ROOT + "/candidates").then().statusCode(403);
    }

    @Test
    void a_window_that_cannot_be_meant_is_refused() {
        as(Tokens.desk())
                .get(ROOT + "/candidates?windowMinutes=0")
                .then()
                .statusCode(400)
                .body("code", equalTo("window-out-of-range"))
                .body("errors.pointer", contains("query:windowMinutes"));
    }

    /** The index holds open P1 and P2 only: however many tickets there are, the rest is not looked at. */
    @Test
    void the_open_ones_are_found_by_their_index() throws SQLException {
        try (Connection service = Database.asTheService("*");
                Statement statement = service.createStatement()) {
            statement.execute("set enable_seqscan = off");
            StringBuilder plan = new StringBuilder();
            try (ResultSet rows = statement.executeQuery("""
                    explain select reference, partner, priority, category, catalogue_item, title, logged_at from ticket
                    where priority in ('P1', 'P2') and status not in ('RESOLVED', 'CLOSED', 'CANCELLED', 'MERGED')
                      and logged_at is not null and type is distinct from 'SERVICE_REQUEST'
                      and (logged_at >= now() - interval '7 days' or reference = any('{LBL-1}'::text[]))
                    order by logged_at desc, reference limit 2000""")) {
                while (rows.next()) {
                    plan.append(rows.getString(1)).append('\n');
                }
            }
            assertThat(plan.toString()).contains("ticket_open_serious").doesNotContain("Seq Scan");
        }
    }

    private static Map<String, Object> candidate(String criterion, String ticket) {
        List<Map<String, Object>> found = as(Tokens.desk())
                .get(ROOT + "/candidates?limit=500")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items");
        return found.stream()
                .filter(candidate -> criterion.equals(candidate.get("criterion")))
                .filter(candidate -> references(candidate).contains(ticket))
                .findFirst()
                .orElse(null);
    }

    @SuppressWarnings("unchecked")
    private static List<String> references(Map<String, Object> candidate) {
        return ((List<Map<String, Object>>) candidate.get("tickets"))
                .stream().map(ticket -> (String) ticket.get("reference")).toList();
    }

    private static void escalated(String ticket) throws SQLException {
        try (Connection service = Database.asTheService("*")) {
            Database.execute(
                    service,
                    "insert into manual_escalation (id, ticket, partner, at, by, reason) values"
                            + " (gen_random_uuid(), '" + ticket + "', 'LBL', now(), 'desk', 'no way forward')");
        }
    }
}
