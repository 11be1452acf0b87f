package uk.jointdesk.gateway.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.oidc.server.OidcWiremockTestResource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import uk.jointdesk.gateway.GatewayTest;
import uk.jointdesk.gateway.StubServices;
import uk.jointdesk.testkit.Tokens;

@QuarkusTest
@QuarkusTestResource(StubServices.class)
@QuarkusTestResource(OidcWiremockTestResource.class)
class ContractsTest extends GatewayTest {

    @Test
    void a_council_finds_its_own_contract_and_those_of_its_sub_bodies() {
        as(Tokens.borough("LBL"))
                .get("/contracts")
                .then()
                .statusCode(200)
                .body("items.partner", contains("LBL", "LH"))
                .body("items[0].json", equalTo("/contracts/LBL/openapi.json"));
    }

    @Test
    void who_speaks_for_all_partners_finds_all_contracts() {
        as(Tokens.board()).get("/contracts").then().body("items.partner", contains("LBB", "LBL", "LBS", "LGA", "LH"));
    }

    @Test
    void a_contract_is_served_as_json_and_as_yaml() {
        as(Tokens.borough("LBL"))
                .get("/contracts/LBL/openapi.json")
                .then()
                .statusCode(200)
                .contentType("application/json")
                .body("openapi", equalTo("3.1.0"))
                .body("servers[0].url", startsWith("http://127.0.0.1:"))
                .body("paths", hasKey("/api/v1/imports"))
                .body("paths", hasKey("/api/v1/performance/compliance"))
                .body("paths", not(hasKey("/api/v1/ticket-events")))
                .body("paths", not(hasKey("/api/v1/knowledge")))
                .body("components.schemas", not(hasKey("Unused")));
        as(Tokens.borough("LBL"))
                .get("/contracts/LBL/openapi.yaml")
                .then()
                .statusCode(200)
                .contentType(containsString("yaml"))
                .body(startsWith("openapi: \"3.1.0\""));
    }

    @Test
    void every_operation_of_the_contract_is_let_in_and_no_other() {
        as(Tokens.borough("LBL")).get("/api/v1/packs/1").then().statusCode(200);
        as(Tokens.borough("LBL")).get("/contracts/LBL/openapi.json").then().body("paths", hasKey("/api/v1/packs/{id}"));
        as(Tokens.borough("LBL")).get("/api/v1/kpis").then().statusCode(403);
        as(Tokens.borough("LBL")).get("/contracts/LBL/openapi.json").then().body("paths", not(hasKey("/api/v1/kpis")));
    }

    @Test
    void another_partners_contract_is_as_unknown_as_one_that_does_not_exist() {
        for (String path :
                new String[] {"/contracts/LBB/openapi.json", "/contracts/XXX/openapi.yaml", "/contracts/x'y"}) {
            as(Tokens.borough("LBL")).get(path).then().statusCode(404).body("code", equalTo("not-found"));
        }
        as(Tokens.board()).get("/contracts/XXX/openapi.json").then().statusCode(404);
    }

    @Test
    void only_who_speaks_for_all_partners_may_look_at_other_roles() {
        as(Tokens.borough("LBL"))
                .get("/contracts/LBL/openapi.json?role=finance-officer")
                .then()
                .statusCode(403)
                .body("code", equalTo("not-allowed"));
        as(Tokens.board())
                .get("/contracts/LBL/openapi.json?role=finance-officer")
                .then()
                .body("paths", hasKey("/api/v1/postings"))
                .body("paths", not(hasKey("/api/v1/imports")));
        as(Tokens.board())
                .get("/contracts/LBL/openapi.json?role=emperor")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo("role-unknown"));
    }

    @Test
    void a_reader_gets_a_page_without_script() throws IOException {
        String page = as(Tokens.board())
                .header("Accept", "text/html")
                .get("/contracts/LBL")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        Files.writeString(Path.of("target", "contract.html"), page);
        assertThat(page)
                .contains(
                        "Contract of London Borough of Lewisham (LBL)",
                        "/api/v1/tickets/{reference}",
                        "desk-integration")
                .contains("One partner&#39;s &lt;b&gt;tickets&lt;/b&gt;")
                .doesNotContain("<script");
        as(Tokens.board())
                .header("Accept", "text/html")
                .get("/contracts")
                .then()
                .body(containsString("OpenAPI 3.1"));
    }

    @Test
    void a_developer_gets_a_client_calls_and_a_collection_of_what_may_be_called() {
        as(Tokens.borough("LBL"))
                .get("/contracts/LBL/JointdeskClient.java")
                .then()
                .statusCode(200)
                .header("Content-Disposition", containsString("JointdeskClient.java"))
                .body(containsString("public HttpResponse<String> tickets()"))
                .body(not(containsString("kpis")));
        as(Tokens.borough("LBL"))
                .get("/contracts/LBL/examples.sh")
                .then()
                .statusCode(200)
                .body(containsString("curl --fail-with-body --request GET 'http://127.0.0.1:"));
        as(Tokens.borough("LBL"))
                .get("/contracts/LBL/postman.json")
                .then()
                .statusCode(200)
                .body("info.schema", containsString("v2.1.0"))
                .body("item.name", contains("x"));
    }

    @Test
    void a_developer_reads_what_changed_of_what_may_be_called() {
        as(Tokens.borough("LBL"))
                .get("/contracts/LBL/changes")
                .then()
                .statusCode(200)
                .body("items[0].since", equalTo("1.0.0"))
                .body("items[0].changes.operation", not(hasItem(containsString("/postings"))));
        assertThat(page("/contracts/LBL/changes?role=finance-officer"))
                .contains("Changes since version 1.0.0", "/postings");
    }

    @Test
    void every_table_of_a_page_has_a_caption_and_every_region_a_name_of_its_own() {
        for (String path : new String[] {"/contracts", "/contracts/LBL", "/contracts/LBL/changes"}) {
            String page = page(path);
            assertThat(found(page, "<table")).isNotEmpty().hasSameSizeAs(found(page, "<caption"));
            assertThat(found(page, "role=\"region\" aria-label=\"[^\"]*\"")).doesNotHaveDuplicates();
            assertThat(found(page, " id=\"[^\"]*\"")).doesNotHaveDuplicates();
            assertThat(found(page, "<h1")).hasSize(1);
            assertThat(page).contains("<main").doesNotContain("<script");
        }
    }

    private static String page(String path) {
        return as(Tokens.board())
                .header("Accept", "text/html")
                .get(path)
                .then()
                .statusCode(200)
                .contentType("text/html")
                .extract()
                .asString();
    }

    private static List<String> found(String page, String pattern) {
        return Pattern.compile(pattern)
                .matcher(page)
                .results()
                .map(MatchResult::group)
                .toList();
    }

    @Test
    void nothing_of_another_partners_contract_can_be_had() {
        for (String tool : new String[] {"JointdeskClient.java", "examples.sh", "postman.json", "changes"}) {
            as(Tokens.borough("LBL")).get("/contracts/LBB/" + tool).then().statusCode(404);
            as(Tokens.borough("LBL"))
                    .get("/contracts/LBL/" + tool + "?role=finance-officer")
                    .then()
                    .statusCode(403);
        }
    }

    @Test
    void a_page_that_does_not_exist_is_told_to_readers_in_a_page() {
        as(Tokens.board())
                .header("Accept", "text/html")
                .get("/contracts/XXX")
                .then()
                .statusCode(404)
                .contentType("text/html")
                .body(containsString("There is nothing here that you may see."));
    }
}
