package uk.jointdesk.finance.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import uk.jointdesk.testkit.Contract;

/** The contract says of every operation what it answers and what it refuses. */
@QuarkusTest
class ContractTest extends ServiceTest {
    private static final String DOCUMENT = "/q/openapi?format=json";

    @Test
    void every_operation_says_what_it_answers_and_has_a_name() {
        Contract contract = Contract.of(finance().get(DOCUMENT));
        assertThat(contract.size()).isGreaterThan(130);
        assertThat(contract.silentOperations()).isEmpty();
        assertThat(contract.namelessOperations()).isEmpty();
        assertThat(contract.brokenReferences()).isEmpty();
    }

    @Test
    void what_is_made_is_told_with_its_address_and_what_stood_already_with_its_own_status() {
        finance()
                .get(DOCUMENT)
                .then()
                .body("paths.'/api/v1/postings'.post.responses.'201'.headers.Location.schema.type", equalTo("string"))
                .body(
                        "paths.'/api/v1/driver-values'.post.responses.findAll { it.key.startsWith('2') }.keySet()",
                        containsInAnyOrder("200", "201"));
    }

    @Test
    void every_refusal_is_a_problem() {
        finance()
                .get(DOCUMENT)
                .then()
                .body("components.schemas.Problem.required", containsInAnyOrder("type", "title", "status", "code"))
                .body(
                        "paths.'/api/v1/budgets/{financialYear}/approval'.post.responses.'428'.content"
                                + ".'application/problem+json'.schema.'$ref'",
                        equalTo("#/components/schemas/Problem"))
                .body(
                        "paths.'/api/v1/funds/{code}'.patch.responses.'412'.description",
                        equalTo("It has changed since"));
    }

    @Test
    void a_month_is_described_as_it_is_written() {
        finance().get(DOCUMENT).then().body("components.schemas.YearMonth.type", equalTo("string"));
    }
}
