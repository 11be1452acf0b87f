package uk.jointdesk.gateway.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import org.junit.jupiter.api.Test;
import uk.jointdesk.gateway.route.Service;

class PathTemplateTest {

    @Test
    void a_template_reads_its_variables() {
        PathTemplate statement = new PathTemplate("/api/v1/contribution-statements/{partner}/{financialYear}.pdf");
        assertThat(statement.read("/api/v1/contribution-statements/LBL/2018-19.pdf"))
                .contains(Map.of("partner", "LBL", "financialYear", "2018-19"));
        assertThat(statement.read("/api/v1/contribution-statements/LBL/2018-19"))
                .isEmpty();
        assertThat(statement.read("/api/v1/contribution-statements/LBL/x/2018-19.pdf"))
                .isEmpty();
    }

    @Test
    void characters_with_a_meaning_in_patterns_mean_themselves() {
        PathTemplate journal = new PathTemplate("/api/v1/journal.hledger");
        assertThat(journal.read("/api/v1/journal.hledger")).isPresent();
        assertThat(journal.read("/api/v1/journalxhledger")).isEmpty();
    }

    @Test
    void of_two_templates_the_more_literal_one_is_meant() throws Exception {
        ServiceApi api = new ServiceApi(Service.INCIDENT, new ObjectMapper().readTree("""
                                {"paths":{"/api/v1/tickets/{reference}":{"get":{"operationId":"one"}},
                                          "/api/v1/tickets/{reference}.{format}":{"get":{"operationId":"formatted"}},
                                          "/api/v1/tickets/open":{"get":{"operationId":"open"}}}}
                                """));
        assertThat(meant(api, "/api/v1/tickets/open")).isEqualTo("open");
        assertThat(meant(api, "/api/v1/tickets/T-1")).isEqualTo("one");
        assertThat(meant(api, "/api/v1/tickets/T-1.pdf")).isEqualTo("formatted");
        assertThat(api.find("HEAD", "/api/v1/tickets/T-1")).isPresent();
        assertThat(api.find("PUT", "/api/v1/tickets/T-1")).isEmpty();
    }

    private static String meant(ServiceApi api, String path) {
        return api.find("GET", path)
                .orElseThrow()
                .operation()
                .definition()
                .path("operationId")
                .asText();
    }
}
