package uk.jointdesk.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RouteTableTest {

    @ParameterizedTest
    @CsvSource({
        "/api/v1/tickets/LBL-0000001/sla,INCIDENT",
        "/api/v1/imports,INCIDENT",
        "/api/v1/ticket-events,INCIDENT",
        "/api/v1/subscriptions,INCIDENT",
        "/api/v1/feedback/summary,INCIDENT",
        "/api/v1/performance/compliance,KPI",
        "/api/v1/packs/1.pdf,KPI",
        "/api/v1/contributions,FINANCE",
        "/api/v1/journal.hledger,FINANCE"
    })
    void each_resource_has_one_owner(String path, Service owner) {
        assertThat(RouteTable.ownerOf(path)).contains(owner);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/tickets/../partners",
                "/api/v1/./tickets",
                "/api/v1/tickets/%2E%2E/x",
                "/api/v1/tickets//x",
                "/api/v1/tickets;x=1",
                "/api/v1/tickets/%3bx",
                "/api/v1/tickets\\x",
                "/api/v1/tickets%5cx",
                "/api/v1/tickets/%252e",
                "/api/v1/ticketsx",
                "/api/v1/Tickets",
                "/api/v1",
                "/api/v2/tickets",
                "/tickets"
            })
    void a_path_that_could_be_read_in_two_ways_or_is_nobodys_has_none(String path) {
        assertThat(RouteTable.ownerOf(path)).isEmpty();
    }

    @Test
    void only_the_link_of_a_survey_is_open_to_everybody() {
        String token = "aZ0_-".repeat(12) + "abcd";
        assertThat(RouteTable.isOpen("/api/v1/feedback/" + token)).isTrue();
        for (String path : new String[] {
            "/api/v1/feedback",
            "/api/v1/feedback/summary",
            "/api/v1/feedback/" + token + "/more",
            "/api/v1/feedback/" + token + "/../../tickets",
            "/api/v1/feedback/" + token + "a",
            "/api/v1/feedback/" + token.replace('_', '/'),
            "/api/v1/feedback/" + token + ";x=1",
            "/api/v1/tickets/" + token
        }) {
            assertThat(RouteTable.isOpen(path)).as(path).isFalse();
        }
    }

    @Test
    void a_title_is_how_the_service_is_called() {
        assertThat(Service.KPI.title()).isEqualTo("kpi-service");
    }
}
