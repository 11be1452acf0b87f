package uk.jointdesk.kpi.majorincident;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.jointdesk.kit.db.ScopedDb;
import uk.jointdesk.kit.scope.PartnerScope;
import uk.jointdesk.kpi.suite.Ask;
import uk.jointdesk.kpi.suite.Stage;
import uk.jointdesk.testkit.Tokens;

/** The major incidents of the board pack of February 2019, as far as they are dated here. */
@QuarkusTest
class MajorIncidentsTest {

    private static final String SUMMER = "/major-incidents?from=2023-06&to=2023-07";
    private static final AtomicBoolean PLAYED = new AtomicBoolean();

    @Inject
    Stage stage;

    @Inject
    ScopedDb db;

    @BeforeEach
    void play() {
        if (!PLAYED.getAndSet(true)) {
            stage.majorIncidents(List.of(
                    incident("MIR201", "8x8 telephony", "SUPPLIER", "\"LBS\"", "2023-06-05T09:00:00Z"),
                    incident("MIR202", "DDOS attack", "EXTERNAL_ATTACK", "\"LBS\"", "2023-06-06T09:00:00Z"),
                    incident("MIR209", "Remote access", "SECURITY", "\"LBB\",\"LBL\",\"LH\"", "2023-06-30T23:30:00Z"),
                    incident("MIR210", "Internet link", null, "\"LBL\"", "2023-07-03T09:00:00Z"),
                    """
                    {"reference":"MIR112","title":"Remote access unavailable","causeClass":"SECURITY",
                     "affectedPartners":["LBB","LBL"],"recordedFrom":"Board pack, February 2019"}""".replace("\n", "")));
        }
    }

    @Test
    void each_council_has_its_own_with_their_cause_and_the_whole_counts_each_once() {
        var rows = Ask.items(Tokens.board(), SUMMER + "&periodicity=WHOLE");
        assertThat(Ask.row(rows, Map.of("partner", "LBS")))
                .containsEntry("majorIncidents", 2)
                .containsEntry(
                        "byCause",
                        List.of(
                                Map.of("causeClass", "EXTERNAL_ATTACK", "count", 1),
                                Map.of("causeClass", "SUPPLIER", "count", 1)));
        assertThat(Ask.row(rows, Map.of("partner", "ALL")))
                .containsEntry("majorIncidents", 4)
                .containsEntry("shared", 1)
                .containsEntry("councilsAffected", 5);
        assertThat(Ask.items(Tokens.board(), SUMMER + "&periodicity=WHOLE&partner=ALL"))
                .containsExactly(Ask.row(rows, Map.of("partner", "ALL")));
    }

    @Test
    void the_councils_rows_add_up_to_the_councils_affected_and_the_causes_to_the_count() {
        var rows = Ask.items(Tokens.board(), SUMMER + "&groupBy=partner");
        int parts = rows.stream()
                .filter(row -> !"ALL".equals(row.get("partner")))
                .mapToInt(row -> (int) row.get("majorIncidents"))
                .sum();
        assertThat(Ask.row(rows, Map.of("partner", "ALL"))).containsEntry("councilsAffected", parts);
        rows.forEach(row -> assertThat(((List<?>) row.get("byCause"))
                        .stream()
                                .mapToInt(cause -> (int) ((Map<?, ?>) cause).get("count"))
                                .sum())
                .isEqualTo((int) row.get("majorIncidents")));
    }

    @Test
    void the_month_is_the_local_month_of_the_declaration() {
        var lewisham = Ask.items(Tokens.board(), SUMMER + "&partner=LBL");
        assertThat(Ask.row(lewisham, Map.of("period", "2023-06"))).containsEntry("majorIncidents", 0);
        assertThat(Ask.row(lewisham, Map.of("period", "2023-07"))).containsEntry("majorIncidents", 2);
    }

    @Test
    void behind_the_counts_are_the_incidents_and_those_without_a_day_stand_apart() {
        var answer = Ask.json(Tokens.board(), SUMMER);
        assertThat(answer.getList("incidents.reference")).containsExactly("MIR201", "MIR202", "MIR209", "MIR210");
        assertThat(answer.getList("incidents.causeClass"))
                .containsExactly("SUPPLIER", "EXTERNAL_ATTACK", "SECURITY", "UNKNOWN");
        assertThat(answer.getList("incidents.elapsedMinutes")).containsOnly(90);
        assertThat(answer.getList("undated.reference")).containsExactly("MIR112");
        assertThat(answer.getString("undated[0].recordedFrom")).isEqualTo("Board pack, February 2019");
        assertThat(answer.getString("asAt")).isNotNull();
    }

    @Test
    void a_council_sees_what_affected_it_and_that_others_were_affected_but_not_who() {
        var answer = Ask.json(Tokens.borough("LBB"), SUMMER);
        assertThat(answer.getList("items.partner")).containsOnly("LBB");
        assertThat(answer.getList("incidents.reference")).containsExactly("MIR209");
        assertThat(answer.getList("incidents[0].affectedPartners")).containsExactly("LBB");
        assertThat(answer.getBoolean("incidents[0].othersAffected")).isTrue();
        for (String part : List.of("items", "incidents", "undated")) {
            assertThat(answer.getList(part).toString())
                    .as(part)
                    .doesNotContain("LBL", "MIR201", "councilsAffected", "shared");
        }
        assertThat(Ask.json(Tokens.borough("LBB"), SUMMER + "&partner=LBL").getList("incidents"))
                .isEmpty();
    }

    @Test
    void the_database_shows_a_council_no_incident_of_others() {
        List<String> seen = db.as(new PartnerScope(Set.of("LBS"), false))
                .read(handle -> handle.createQuery("select reference from major_incident")
                        .mapTo(String.class)
                        .list());
        assertThat(seen).contains("MIR201", "MIR202").doesNotContain("MIR209", "MIR210", "MIR112");
        assertThat(db.as(PartnerScope.NONE)
                        .<List<String>>read(handle -> handle.createQuery("select reference from major_incident")
                                .mapTo(String.class)
                                .list()))
                .isEmpty();
    }

    private static String incident(String reference, String title, String cause, String partners, String declaredAt) {
        String known = cause == null ? "" : "\"causeClass\":\"" + cause + "\",";
        return """
                {"reference":"%s","title":"%s","status":"RESOLVED","priority":"P1",%s"affectedPartners":[%s],"affectedServices":[],"declaredAt":"%s","resolvedAt":"%s","othersAffected":false}""".formatted(
                        reference,
                        title,
                        known,
                        partners,
                        declaredAt,
                        Instant.parse(declaredAt).plusSeconds(5_400));
    }
}
