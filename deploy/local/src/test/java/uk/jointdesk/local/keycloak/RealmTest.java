package uk.jointdesk.local.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import uk.jointdesk.local.service.Services;

/** The realm says what the contract page promises; what Keycloak makes of it is seen by the system tests. */
class RealmTest {

    private static final JsonNode REALM = read();

    private static final Map<String, List<String>> CLIENTS = Map.ofEntries(
            Map.entry("lbb-client", List.of("LBB", "borough-client")),
            Map.entry("lbl-client", List.of("LBL", "borough-client")),
            Map.entry("lbs-client", List.of("LBS", "borough-client")),
            Map.entry("desk", List.of("*", "service-desk", "incident-manager")),
            Map.entry("hornbill-lbb", List.of("LBB", "desk-integration")),
            Map.entry("hornbill-lbl", List.of("LBL", "desk-integration")),
            Map.entry("hornbill-lbs", List.of("LBS", "desk-integration")),
            Map.entry("servicenow-demo", List.of("DEMO", "desk-integration")),
            Map.entry("performance", List.of("*", "performance-analyst")),
            Map.entry("finance", List.of("*", "finance-officer")),
            Map.entry("board", List.of("*", "board-member")),
            Map.entry("auditor", List.of("*", "auditor")),
            Map.entry("admin", List.of("*", "platform-admin")),
            Map.entry("kpi-service", List.of("*", "suite-service")),
            Map.entry("finance-service", List.of("*", "suite-service")));

    @Test
    void every_client_has_its_roles_its_partners_and_its_secret() {
        CLIENTS.forEach((name, expected) -> {
            JsonNode account = named("users", "username", "service-account-" + name);
            List<String> found =
                    new ArrayList<>(texts(account.path("attributes").path("partners")));
            found.addAll(texts(account.path("realmRoles")));
            assertThat(found).as(name).isEqualTo(expected);
            assertThat(named("clients", "clientId", name).path("secret").asText())
                    .isEqualTo(name + "-secret");
        });
    }

    @Test
    void every_role_that_is_given_exists() {
        List<String> roles = REALM.path("roles").path("realm").findValuesAsText("name");
        for (JsonNode user : REALM.path("users")) {
            assertThat(roles).as(user.path("username").asText()).containsAll(texts(user.path("realmRoles")));
        }
        assertThat(roles).hasSize(10);
    }

    @Test
    void every_client_writes_partners_as_a_list_into_its_tokens() {
        for (JsonNode client : REALM.path("clients")) {
            JsonNode config = client.path("protocolMappers").path(0).path("config");
            assertThat(config.path("claim.name").asText()).isEqualTo("partners");
            assertThat(config.path("multivalued").asText()).isEqualTo("true");
            assertThat(config.path("access.token.claim").asText()).isEqualTo("true");
        }
    }

    @Test
    void every_access_token_is_meant_for_the_suite_and_no_id_token_is() {
        for (JsonNode client : REALM.path("clients")) {
            JsonNode mapper = client.path("protocolMappers").path(1);
            assertThat(mapper.path("protocolMapper").asText()).isEqualTo("oidc-audience-mapper");
            JsonNode config = mapper.path("config");
            assertThat(config.path("included.custom.audience").asText()).isEqualTo(Services.AUDIENCE);
            assertThat(config.path("access.token.claim").asText()).isEqualTo("true");
            assertThat(config.path("id.token.claim").asText()).isEqualTo("false");
        }
    }

    @Test
    void the_end_of_a_session_is_told_to_the_gateway() {
        JsonNode told = named("clients", "clientId", "jointdesk-web").path("attributes");
        assertThat(told.path("backchannel.logout.url").asText()).endsWith("/sign-out/back-channel");
        assertThat(told.path("backchannel.logout.session.required").asText()).isEqualTo("true");
    }

    @Test
    void the_seven_browser_users_sign_in_with_their_names() {
        List<String> people = List.of(
                "brent.client",
                "lewisham.client",
                "southwark.client",
                "service.desk",
                "performance",
                "finance",
                "board");
        for (String name : people) {
            assertThat(named("users", "username", name)
                            .path("credentials")
                            .path(0)
                            .path("value")
                            .asText())
                    .isEqualTo(name);
        }
    }

    @Test
    void pages_sign_in_by_code_flow_with_proof_of_possession_only() {
        JsonNode web = named("clients", "clientId", "jointdesk-web");
        assertThat(web.path("attributes").path("pkce.code.challenge.method").asText())
                .isEqualTo("S256");
        assertThat(web.path("directAccessGrantsEnabled").asBoolean(true)).isFalse();
        assertThat(REALM.path("accessTokenLifespan").asInt()).isEqualTo(300);
    }

    private static JsonNode named(String list, String field, String name) {
        Optional<JsonNode> found = Optional.empty();
        for (JsonNode node : REALM.path(list)) {
            if (node.path(field).asText().equals(name)) {
                found = Optional.of(node);
            }
        }
        return found.orElseThrow(() -> new AssertionError("no " + name + " in " + list));
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(node -> texts.add(node.asText()));
        return texts;
    }

    private static JsonNode read() {
        try (InputStream stream = RealmTest.class.getResourceAsStream("/keycloak/jointdesk-realm.json")) {
            return new ObjectMapper().readTree(stream);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
