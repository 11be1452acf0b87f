package uk.jointdesk.system.crash;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import uk.jointdesk.local.Part;
import uk.jointdesk.local.Suite;
import uk.jointdesk.system.suite.Api;
import uk.jointdesk.system.suite.Eventually;
import uk.jointdesk.system.suite.Imports;
import uk.jointdesk.system.suite.OnSuite;

/**
 * The same history sent by three desks: Brent's undisturbed, Lewisham's while incident-service is killed, Southwark's
 * while kpi-service is. In the end nobody can tell which was which.
 */
@OnSuite
class CrashIT {

    private static final int TICKETS = 8_000;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Test
    void a_service_killed_in_mid_import_ends_where_an_undisturbed_one_does(Suite suite, Api api) {
        JsonNode undisturbed = send(api, "lbb").completed();

        Sent lewisham = send(api, "lbl");
        lewisham.underWay();
        suite.child(Part.INCIDENT).kill();
        suite.restart(Part.INCIDENT);
        JsonNode afterIncident = lewisham.completed();

        Sent southwark = send(api, "lbs");
        Eventually.becomes(() -> resolved(api, "LBS"), count -> count > 0, PATIENCE);
        southwark.underWay();
        suite.child(Part.KPI).kill();
        suite.restart(Part.KPI);
        JsonNode afterKpi = southwark.completed();

        assertThat(counts(afterIncident)).isEqualTo(counts(undisturbed));
        assertThat(counts(afterKpi)).isEqualTo(counts(undisturbed));
        assertThat(undisturbed.path("ticketsCreated").asInt()).isEqualTo(TICKETS);
        assertThat(figures(api, "LBL")).isEqualTo(figures(api, "LBB"));
        assertThat(figures(api, "LBS")).isEqualTo(figures(api, "LBB"));
    }

    private static Sent send(Api api, String partner) {
        String source = "hornbill-" + partner;
        Imports imports = new Imports(api, source, source);
        History history = new History(source, partner.toUpperCase(Locale.ROOT), TICKETS);
        return new Sent(imports, imports.send(history.ndjson()));
    }

    private record Sent(Imports imports, String id) {

        JsonNode job() {
            return imports.job(id);
        }

        JsonNode completed() {
            return imports.completed(id);
        }

        /** Some rows are in, and not all. */
        void underWay() {
            JsonNode job =
                    Eventually.becomes(this::job, read -> read.path("rowsRead").asInt() > 0, PATIENCE);
            assertThat(job.path("status").asText()).isEqualTo("RUNNING");
            assertThat(job.path("rowsRead").asInt()).isLessThan(TICKETS * History.EVENTS_PER_TICKET);
        }
    }

    private static List<Integer> counts(JsonNode job) {
        return List.of(
                job.path("rowsRead").asInt(),
                job.path("accepted").asInt() + job.path("duplicates").asInt(),
                job.path("rejected").asInt(),
                job.path("ticketsCreated").asInt());
    }

    private static int resolved(Api api, String partner) {
        int resolved = 0;
        for (JsonNode row : volumes(api, partner)) {
            resolved += row.path("resolved").asInt();
        }
        return resolved;
    }

    /** Everything kpi-service says about a partner's months, once all tickets have come through. */
    private static List<String> figures(Api api, String partner) {
        Eventually.becomes(() -> resolved(api, partner), count -> count == TICKETS, PATIENCE);
        List<String> figures = new ArrayList<>();
        volumes(api, partner).forEach(row -> figures.add(row.toString().replace(partner, "ANY")));
        String query = "?from=2018-01&to=2018-03&groupBy=priority,partner,period&partner=" + partner;
        for (JsonNode row : api.as("board")
                .get("/api/v1/performance/compliance" + query)
                .ok()
                .path("items")) {
            if (row.path("partner").asText().equals(partner)) {
                figures.add(row.toString().replace(partner, "ANY"));
            }
        }
        return figures;
    }

    private static List<JsonNode> volumes(Api api, String partner) {
        List<JsonNode> rows = new ArrayList<>();
        String query = "?from=2018-01&to=2018-03&groupBy=partner,period&partner=" + partner;
        for (JsonNode row :
                api.as("board").get("/api/v1/performance/volumes" + query).ok().path("items")) {
            if (row.path("partner").asText().equals(partner)) {
                rows.add(row);
            }
        }
        return rows;
    }
}
