package uk.jointdesk.gateway.contract.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.jointdesk.gateway.contract.PublishedApis;
import uk.jointdesk.gateway.contract.ServiceApi;
import uk.jointdesk.gateway.route.Service;

/** Which answers keep the contract, by the documents that the services publish. */
class AnswersOfTheSuiteTest {

    private static final ServiceApi INCIDENT = PublishedApis.of(Service.INCIDENT);

    private static final OperationCheck TICKETS = INCIDENT.checkOf(
            INCIDENT.find("GET", "/api/v1/tickets").orElseThrow().operation());

    private static List<Fault> faults(int status, String type, String body) {
        return TICKETS.checkAnswer(status, type, body.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void an_answer_as_described_keeps_the_contract_and_null_is_nothing() {
        assertThat(TICKETS.checkAnswerHead(200, "application/json;charset=UTF-8"))
                .isEmpty();
        assertThat(TICKETS.readsAnswer(200, "application/json;charset=UTF-8")).isTrue();
        assertThat(faults(200, "application/json", "{\"items\":[{\"reference\":\"LBL-1\"}],\"next\":null}"))
                .isEmpty();
    }

    @Test
    void a_field_of_another_type_breaks_it() {
        assertThat(faults(200, "application/json", "{\"items\":[{\"reference\":7}],\"next\":null}"))
                .extracting(Fault::toString)
                .containsExactly("/items/0/reference is not a text");
    }

    @Test
    void a_status_or_a_media_type_nobody_promised_breaks_it() {
        assertThat(TICKETS.checkAnswerHead(302, null)).contains("the contract knows no answer 302");
        assertThat(TICKETS.checkAnswerHead(200, "text/html")).isPresent();
        assertThat(TICKETS.checkAnswerHead(503, "application/problem+json")).isEmpty();
        assertThat(TICKETS.checkAnswerHead(503, "text/html")).isPresent();
    }

    @Test
    void a_refusal_without_a_code_breaks_it() {
        String problem =
                "{\"type\":\"https://jointdesk.example/problems/x\",\"title\":\"X\",\"status\":404,\"code\":\"x\"}";
        assertThat(faults(400, "application/problem+json", problem)).isEmpty();
        assertThat(faults(400, "application/problem+json", "{\"type\":\"x\",\"title\":\"X\",\"status\":404}"))
                .extracting(Fault::pointer)
                .containsExactly("/code");
    }
}
