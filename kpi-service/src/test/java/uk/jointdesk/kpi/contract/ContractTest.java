package uk.jointdesk.kpi.contract;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.jointdesk.testkit.Contract;
import uk.jointdesk.testkit.Tokens;

/** The contract says of every operation what it answers, and no more of a request than it needs. */
@QuarkusTest
class ContractTest {

    private static Response document() {
        return given().auth().oauth2(Tokens.board()).get("/q/openapi?format=json");
    }

    @Test
    void every_operation_says_what_it_answers_and_has_a_name() {
        Contract contract = Contract.of(document());
        assertThat(contract.size()).isGreaterThan(60);
        assertThat(contract.silentOperations()).isEmpty();
        assertThat(contract.namelessOperations()).isEmpty();
        assertThat(contract.brokenReferences()).isEmpty();
    }

    @Test
    void a_drill_needs_no_range_where_a_moment_may_be_named_and_a_range_is_needed_elsewhere() {
        document()
                .then()
                .body(
                        "paths.'/api/v1/performance/drill'.get.parameters.findAll { it.required }.name",
                        equalTo(List.of("set")))
                .body(
                        "paths.'/api/v1/performance/volumes'.get.parameters.findAll { it.required }.name",
                        containsInAnyOrder("from", "to"));
    }

    @Test
    void a_month_is_described_as_it_is_written() {
        document()
                .then()
                .body("components.schemas.YearMonth.type", equalTo("string"))
                .body(
                        "components.schemas.NewMitigation.properties.months.items.'$ref'",
                        equalTo("#/components/schemas/YearMonth"));
    }

    @Test
    void what_is_made_is_told_with_its_address() {
        document()
                .then()
                .body(
                        "paths.'/api/v1/kpis/{code}/targets'.post.responses.'201'.headers.Location.schema.type",
                        equalTo("string"));
    }
}
