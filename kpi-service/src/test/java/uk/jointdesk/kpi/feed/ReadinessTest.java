package uk.jointdesk.kpi.feed;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import uk.jointdesk.kpi.suite.Stage;

@QuarkusTest
class ReadinessTest {

    private static final String JOB = "{\"id\":\"1\",\"source\":\"history\",\"status\":\"%s\",\"rowsRead\":7}";

    @Inject
    Stage stage;

    @Test
    void the_service_is_ready_when_the_history_it_needs_is_imported_and_read() {
        assertThat(get("/q/health/ready").statusCode()).isEqualTo(503);
        stage.imports("{\"items\":[" + JOB.formatted("RUNNING") + "],\"next\":null}");
        assertThat(get("/q/health/ready").statusCode()).isEqualTo(503);
        stage.imports("{\"items\":[" + JOB.formatted("COMPLETED") + "],\"next\":null}");
        assertThat(get("/q/health/ready").statusCode()).isEqualTo(200);
        assertThat(get("/q/health/ready").asString()).contains("lagSeconds").contains("history");
        assertThat(get("/q/metrics").asString()).contains("jointdesk_kpi_feed_lag_seconds");
    }
}
