package uk.jointdesk.gateway.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import uk.jointdesk.gateway.route.Service;

class ContractAssemblyTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ContractTerms LEWISHAM = new ContractTerms("LBL", "Lewisham", ContractTerms.PARTNER_ROLES);

    private static final String INCIDENT = """
            {"openapi":"3.1.0","paths":{
              "/api/v1/tickets":{
                "parameters":[{"$ref":"#/components/parameters/Limit"}],
                "get":{"operationId":"list","tags":["Tickets"],"security":[{"oidc":["borough-client","service-desk"]}],
                       "responses":{"200":{"content":{"application/json":{"schema":{"$ref":"#/components/schemas/Page"}}}}}},
                "post":{"operationId":"raise","security":[{"oidc":["service-desk"]}],
                        "requestBody":{"content":{"application/json":{"schema":{"$ref":"#/components/schemas/Draft"}}}}}},
              "/api/v1/imports":{"post":{"operationId":"import","security":[{"oidc":["desk-integration"]},{"oidc":["service-desk"]}]}},
              "/api/v1/knowledge":{"get":{"operationId":"open"}},
              "/api/v1/performance/volumes":{"get":{"operationId":"notOurs","security":[{"oidc":["borough-client"]}]}},
              "/internal":{"get":{"operationId":"internal","security":[{"oidc":["borough-client"]}]}}},
             "components":{
              "parameters":{"Limit":{"name":"limit","in":"query"}},
              "schemas":{"Page":{"properties":{"items":{"items":{"$ref":"#/components/schemas/Row"}}}},
                         "Row":{"type":"object"},"Draft":{"type":"object"},"Problem":{"type":"object"}},
              "securitySchemes":{"oidc":{"type":"openIdConnect"}}}}
            """;

    private static final String KPI = """
            {"openapi":"3.1.0","paths":{
              "/api/v1/performance/volumes":{
                "get":{"operationId":"list","tags":["Performance"],"security":[{"oidc":["borough-client"]}],
                       "responses":{"200":{"content":{"application/json":{"schema":{"$ref":"#/components/schemas/Page"}}}},
                                    "400":{"content":{"application/json":{"schema":{"$ref":"#/components/schemas/Problem"}}}}}}}},
             "components":{"schemas":{"Page":{"properties":{"items":{"items":{"$ref":"#/components/schemas/Row"}}}},
                                      "Row":{"type":"string"},"Problem":{"type":"object"}}}}
            """;

    private static ObjectNode contract(ContractTerms terms) {
        return new ContractAssembly(
                        URI.create("http://localhost:8080"), URI.create("http://localhost:8180/realms/jointdesk"))
                .assemble(terms, List.of(api(Service.INCIDENT, INCIDENT), api(Service.KPI, KPI)));
    }

    private static ServiceApi api(Service service, String document) {
        try {
            return new ServiceApi(service, JSON.readTree(document));
        } catch (JsonProcessingException wrong) {
            throw new IllegalArgumentException(wrong);
        }
    }

    private static Set<String> operations(JsonNode contract) {
        Set<String> operations = new TreeSet<>();
        for (Map.Entry<String, JsonNode> path : contract.path("paths").properties()) {
            path.getValue()
                    .propertyStream()
                    .map(Map.Entry::getKey)
                    .filter(method -> !"parameters".equals(method))
                    .forEach(method -> operations.add(method + " " + path.getKey()));
        }
        return operations;
    }

    @Test
    void a_partners_contract_has_exactly_the_operations_its_roles_may_call() {
        assertThat(operations(contract(LEWISHAM)))
                .containsExactly("get /api/v1/performance/volumes", "get /api/v1/tickets", "post /api/v1/imports");
    }

    @Test
    void another_role_has_another_contract() {
        ContractTerms desk = new ContractTerms("LBL", "Lewisham", Set.of("service-desk"));
        assertThat(operations(contract(desk)))
                .containsExactly("get /api/v1/tickets", "post /api/v1/imports", "post /api/v1/tickets");
        ContractTerms nobody = new ContractTerms("LBL", "Lewisham", Set.of("auditor"));
        assertThat(operations(contract(nobody))).isEmpty();
    }

    @Test
    void what_one_service_says_of_anothers_resource_is_ignored() {
        JsonNode volumes = contract(LEWISHAM).at("/paths/~1api~1v1~1performance~1volumes/get");
        assertThat(volumes.path("tags").path(0).asText()).isEqualTo("Performance");
    }

    @Test
    void components_of_the_same_name_and_another_meaning_are_kept_apart() {
        JsonNode contract = contract(LEWISHAM);
        assertThat(reference(contract, "tickets")).isEqualTo("#/components/schemas/Page");
        assertThat(reference(contract, "performance~1volumes")).isEqualTo("#/components/schemas/KpiPage");
        assertThat(contract.at("/components/schemas/KpiPage/properties/items/items/$ref")
                        .asText())
                .isEqualTo("#/components/schemas/KpiRow");
        assertThat(contract.at("/components/schemas/KpiRow/type").asText()).isEqualTo("string");
        assertThat(contract.at("/components/schemas/Row/type").asText()).isEqualTo("object");
    }

    private static String reference(JsonNode contract, String resource) {
        return contract.at("/paths/~1api~1v1~1" + resource + "/get/responses/200/content/application~1json/schema/$ref")
                .asText();
    }

    @Test
    void only_components_that_are_referred_to_remain_and_every_reference_leads_somewhere() {
        JsonNode contract = contract(LEWISHAM);
        Set<String> schemas = new TreeSet<>();
        contract.at("/components/schemas").propertyStream().forEach(schema -> schemas.add(schema.getKey()));
        assertThat(schemas).containsExactly("KpiPage", "KpiRow", "Page", "Problem", "Row");
        assertThat(contract.findValuesAsText("$ref")).isNotEmpty().allSatisfy(reference -> assertThat(
                        contract.at(reference.substring(1)).isMissingNode())
                .as(reference)
                .isFalse());
        assertThat(contract.at("/components/parameters/Limit/name").asText()).isEqualTo("limit");
    }

    @Test
    void operation_ids_stay_unique() {
        assertThat(contract(LEWISHAM).findValuesAsText("operationId"))
                .containsExactlyInAnyOrder("list", "kpi_list", "import");
    }

    @Test
    void a_contract_names_the_gateway_the_issuer_and_the_roles_that_open_each_operation() {
        JsonNode contract = contract(LEWISHAM);
        assertThat(contract.path("openapi").asText()).isEqualTo("3.1.0");
        assertThat(contract.at("/servers/0/url").asText()).isEqualTo("http://localhost:8080");
        assertThat(contract.at("/components/securitySchemes/jointdesk/type").asText())
                .isEqualTo("openIdConnect");
        assertThat(contract.at("/components/securitySchemes/jointdesk/openIdConnectUrl")
                        .asText())
                .isEqualTo("http://localhost:8180/realms/jointdesk/.well-known/openid-configuration");
        assertThat(contract.at("/paths/~1api~1v1~1imports/post/security").toString())
                .isEqualTo("[{\"jointdesk\":[\"desk-integration\"]}]");
    }

    @Test
    void the_same_services_give_the_same_contract() {
        assertThat(contract(LEWISHAM).toPrettyString())
                .isEqualTo(contract(LEWISHAM).toPrettyString());
    }
}
