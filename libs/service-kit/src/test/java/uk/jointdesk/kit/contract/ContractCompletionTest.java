package uk.jointdesk.kit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.junit.jupiter.api.Test;

/** What the kit adds to the contract of every service. */
class ContractCompletionTest {

    private static Operation operation(String... headers) {
        Operation operation = OASFactory.createOperation().responses(OASFactory.createAPIResponses());
        List.of(headers)
                .forEach(header -> operation.addParameter(
                        OASFactory.createParameter().name(header).in(Parameter.In.HEADER)));
        return operation;
    }

    private static Operation completed(HttpMethod method, String path, Operation operation) {
        contract(method, path, operation);
        return operation;
    }

    private static OpenAPI contract(HttpMethod method, String path, Operation operation) {
        PathItem item = OASFactory.createPathItem();
        item.setOperation(method, operation);
        OpenAPI contract =
                OASFactory.createOpenAPI().paths(OASFactory.createPaths().addPathItem(path, item));
        new RefusalsInContract().filterOpenAPI(contract);
        return contract;
    }

    private static Set<String> statuses(Operation operation) {
        return operation.getResponses().getAPIResponses().keySet();
    }

    private static Operation withBody(Operation operation) {
        return operation.requestBody(OASFactory.createRequestBody());
    }

    @Test
    void what_an_operation_takes_it_may_refuse() {
        assertThat(statuses(completed(HttpMethod.GET, "/notices", operation()))).containsExactlyInAnyOrder("400");
        assertThat(statuses(completed(HttpMethod.GET, "/notices/{id}", operation())))
                .containsExactlyInAnyOrder("400", "404");
        assertThat(statuses(completed(HttpMethod.POST, "/notices", withBody(operation()))))
                .containsExactlyInAnyOrder("400", "413", "415", "422");
        assertThat(statuses(completed(HttpMethod.POST, "/notices", operation("Idempotency-Key"))))
                .containsExactlyInAnyOrder("422");
        assertThat(statuses(completed(HttpMethod.DELETE, "/notices/{id}", operation("If-Match"))))
                .containsExactlyInAnyOrder("404", "412", "428");
    }

    @Test
    void a_change_needs_the_version_and_an_action_may_do_without() {
        Operation change = completed(HttpMethod.PUT, "/notices/{id}", operation("If-Match"));
        Operation action = completed(HttpMethod.POST, "/notices/{id}/end", operation("If-Match"));
        assertThat(change.getParameters().get(0).getRequired()).isTrue();
        assertThat(action.getParameters().get(0).getRequired()).isNull();
        assertThat(statuses(action)).contains("412").doesNotContain("428");
    }

    @Test
    void what_an_operation_says_itself_stays() {
        Operation operation = operation("If-Match");
        operation
                .getResponses()
                .addAPIResponse("412", OASFactory.createAPIResponse().description("Somebody was faster"));
        completed(HttpMethod.PATCH, "/notices/{id}", operation);
        assertThat(operation.getResponses().getAPIResponse("412").getDescription())
                .isEqualTo("Somebody was faster");
    }

    @Test
    void every_refusal_is_a_problem_and_a_problem_always_says_its_kind_and_its_code() {
        Operation operation = operation();
        operation
                .getResponses()
                .addAPIResponse("503", OASFactory.createAPIResponse().description("Nobody answers"))
                .addAPIResponse("200", OASFactory.createAPIResponse().description("Done"));
        OpenAPI contract = contract(HttpMethod.GET, "/notices", operation);
        assertThat(List.of("400", "503")).allSatisfy(status -> assertThat(operation
                        .getResponses()
                        .getAPIResponse(status)
                        .getContent()
                        .getMediaType("application/problem+json")
                        .getSchema()
                        .getRef())
                .isEqualTo("#/components/schemas/Problem"));
        assertThat(operation.getResponses().getAPIResponse("200").getContent()).isNull();
        Schema problem = contract.getComponents().getSchemas().get("Problem");
        assertThat(problem.getRequired()).containsExactlyInAnyOrder("type", "title", "status", "code");
    }

    @Test
    void a_header_of_an_answer_is_text_unless_it_says_otherwise() {
        APIResponse response = OASFactory.createAPIResponse()
                .addHeader("Location", OASFactory.createHeader())
                .addHeader(
                        "Retry-After",
                        OASFactory.createHeader()
                                .schema(OASFactory.createSchema().addType(SchemaType.INTEGER)));
        new HeadersInContract().filterAPIResponse(response);
        assertThat(response.getHeaders().get("Location").getSchema().getType()).containsExactly(SchemaType.STRING);
        assertThat(response.getHeaders().get("Retry-After").getSchema().getType())
                .containsExactly(SchemaType.INTEGER);
    }
}
