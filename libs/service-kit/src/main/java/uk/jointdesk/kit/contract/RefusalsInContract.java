package uk.jointdesk.kit.contract;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import uk.jointdesk.kit.problem.Problem;

/**
 * Completes the contract of every service with what follows from what an operation takes: whoever takes a body, a
 * parameter, a version or a name in the path refuses some. The operations themselves say what is particular to them.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class RefusalsInContract implements OASFilter {

    private static final String PROBLEM = "Problem";
    private static final String VERSION = "If-Match";
    private static final List<HttpMethod> CHANGES = List.of(HttpMethod.PATCH, HttpMethod.PUT, HttpMethod.DELETE);

    @Override
    public void filterOpenAPI(OpenAPI contract) {
        if (contract.getComponents() == null) {
            contract.setComponents(OASFactory.createComponents());
        }
        contract.getComponents().addSchema(PROBLEM, problem());
        contract.getPaths().getPathItems().forEach((path, item) -> item.getOperations()
                .forEach((method, operation) -> complete(operation, method, path.contains("{"))));
    }

    private static void complete(Operation operation, HttpMethod method, boolean named) {
        boolean changes = CHANGES.contains(method);
        if (changes) {
            parameters(operation).stream()
                    .filter(parameter -> VERSION.equals(parameter.getName()))
                    .forEach(parameter -> parameter.setRequired(true));
        }
        refusals(operation, method, named).forEach((status, words) -> {
            if (!operation.getResponses().hasAPIResponse(status)) {
                operation
                        .getResponses()
                        .addAPIResponse(status, OASFactory.createAPIResponse().description(words));
            }
        });
        operation.getResponses().getAPIResponses().forEach((status, response) -> {
            if (isRefusal(status) && response.getContent() == null) {
                tellProblem(response);
            }
        });
    }

    private static boolean isRefusal(String status) {
        return status.startsWith("4") || status.startsWith("5");
    }

    private static Map<String, String> refusals(Operation operation, HttpMethod method, boolean named) {
        Map<String, String> refusals = new TreeMap<>();
        if (method == HttpMethod.GET) {
            refusals.put("400", "A parameter is unknown, or has a value that it cannot have");
        }
        if (named) {
            refusals.put("404", "Unknown, or not the caller's");
        }
        if (operation.getRequestBody() != null) {
            refusals.put("400", "The body cannot be read");
            refusals.put("413", "The body is too large");
            refusals.put("415", "The body is of a media type that is not read here");
            refusals.put("422", "A field breaks a rule");
        }
        if (takes(operation, "Idempotency-Key")) {
            refusals.put("422", "A field breaks a rule, or the key was used for another body");
        }
        if (takes(operation, VERSION)) {
            refusals.put("412", "It has changed since");
        }
        if (CHANGES.contains(method)) {
            refusals.put("428", "If-Match is missing");
        }
        return refusals;
    }

    private static boolean takes(Operation operation, String header) {
        return parameters(operation).stream().anyMatch(parameter -> header.equals(parameter.getName()));
    }

    private static List<Parameter> parameters(Operation operation) {
        return operation.getParameters() == null ? List.of() : operation.getParameters();
    }

    private static void tellProblem(APIResponse response) {
        Schema problem = OASFactory.createSchema().ref(PROBLEM);
        Content content = OASFactory.createContent()
                .addMediaType(Problem.MEDIA_TYPE, OASFactory.createMediaType().schema(problem));
        response.setContent(content);
    }

    /** As in RFC 9457, with a stable code and the fields at fault. */
    private static Schema problem() {
        Schema error = OASFactory.createSchema()
                .addType(SchemaType.OBJECT)
                .required(List.of("pointer", "message"))
                .addProperty("pointer", text("A JSON pointer into the body, or query: or header: and a name"))
                .addProperty("message", text("What was expected"));
        return OASFactory.createSchema()
                .addType(SchemaType.OBJECT)
                .description("A refusal")
                .required(List.of("type", "title", "status", "code"))
                .addProperty("type", text("A URI of the kind of refusal"))
                .addProperty("title", text("The kind of refusal in words"))
                .addProperty("status", OASFactory.createSchema().addType(SchemaType.INTEGER))
                .addProperty("detail", text("What was refused and why"))
                .addProperty("code", text("A stable name of the reason"))
                .addProperty("requestId", text("The X-Request-Id of the request"))
                .addProperty(
                        "errors",
                        OASFactory.createSchema().addType(SchemaType.ARRAY).items(error));
    }

    private static Schema text(String description) {
        return OASFactory.createSchema().addType(SchemaType.STRING).description(description);
    }
}
