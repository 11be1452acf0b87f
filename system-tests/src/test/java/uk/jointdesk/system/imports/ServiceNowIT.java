package uk.jointdesk.system.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.jointdesk.local.demo.Dataset;
import uk.jointdesk.system.suite.Api;
import uk.jointdesk.system.suite.Imports;
import uk.jointdesk.system.suite.OnSuite;

/** A real desk's audit trail, taken in at the start of the suite. */
@OnSuite
class ServiceNowIT {

    private static final Path HISTORY =
            Path.of("../deploy/local/src/main/resources/demo/servicenow-incident-event-log.csv.gz");

    private Api.Caller board;
    private Imports imports;

    @BeforeEach
    void sign_in(Api api) {
        board = api.as("board");
        imports = new Imports(api, "servicenow-demo", "servicenow-demo");
    }

    @Test
    void every_row_was_read_and_every_incident_is_there() {
        JsonNode first = firstImport();
        assertThat(first.path("status").asText()).isEqualTo("COMPLETED");
        assertThat(first.path("rowsRead").asInt()).isEqualTo(141_712);
        assertThat(first.path("ticketsCreated").asInt()).isEqualTo(24_918);
        assertThat(parts(first)).isEqualTo(141_712);
    }

    @Test
    void the_same_file_again_accepts_nothing_and_changes_nothing() {
        JsonNode first = firstImport();
        Map<String, String> before = months();
        JsonNode again = imports.completed(imports.sendGzip(
                "servicenow-audit", "text/csv", Dataset.serviceNow().body()));
        assertThat(again.path("rowsRead").asInt()).isEqualTo(141_712);
        assertThat(again.path("accepted").asInt()).isZero();
        assertThat(again.path("ticketsCreated").asInt()).isZero();
        assertThat(again.path("ticketsUpdated").asInt()).isZero();
        assertThat(again.path("rejected").asInt())
                .isEqualTo(first.path("rejected").asInt());
        assertThat(again.path("duplicates").asInt())
                .isEqualTo(first.path("accepted").asInt()
                        + first.path("duplicates").asInt());
        assertThat(months()).isEqualTo(before);
    }

    @Test
    void months_agree_with_a_count_that_shares_no_code_with_the_suite() throws Exception {
        assertThat(months()).isEqualTo(countedByAwk());
    }

    private JsonNode firstImport() {
        JsonNode all = imports.all();
        return all.get(all.size() - 1);
    }

    private static int parts(JsonNode job) {
        return job.path("accepted").asInt()
                + job.path("duplicates").asInt()
                + job.path("rejected").asInt();
    }

    /** Month to "logged resolved". */
    private Map<String, String> months() {
        Map<String, String> months = new TreeMap<>();
        String path = "/api/v1/performance/volumes?from=2016-02&to=2017-02&groupBy=partner,period&partner=DEMO";
        for (JsonNode item : board.get(path).ok().path("items")) {
            if (item.path("partner").asText().equals("DEMO")) {
                months.put(
                        item.path("period").asText(),
                        item.path("logged").asInt() + " "
                                + item.path("resolved").asInt());
            }
        }
        return months;
    }

    private static Map<String, String> countedByAwk() throws IOException, InterruptedException {
        Process process = new ProcessBuilder("sh", "src/test/resources/servicenow-months.sh", HISTORY.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        Map<String, String> months = new TreeMap<>();
        for (String line : printed.lines().toList()) {
            String[] words = line.split(" ");
            months.put(words[0], words[1] + " " + words[2]);
        }
        return months;
    }
}
