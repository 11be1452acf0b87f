package uk.jointdesk.gateway.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a contract says beyond the services' documents. */
class OverlayTest {

    private static final Environments PLACES = new Environments() {
        @Override
        public String own() {
            return "Production";
        }

        @Override
        public Map<String, Other> others() {
            return Map.of("Sandbox", new Other() {
                @Override
                public URI url() {
                    return URI.create("https://sandbox.example");
                }

                @Override
                public String description() {
                    return "made-up councils";
                }
            });
        }
    };

    private static JsonNode contract(String... roles) {
        QuotaTerms quotas = new QuotaTerms(Duration.ofMinutes(1), Map.of("read", 600L, "import", 10L));
        return new ContractDressing(Overlay.ofTheSuite(), quotas, PLACES)
                .dress(
                        (ObjectNode) PublishedApis.contract(Set.of(roles)),
                        new ContractTerms("LBL", "Lewisham", Set.of(roles)));
    }

    @Test
    void a_council_writes_public_notes_and_no_minutes_and_the_desk_writes_both() {
        String note = "/components/schemas/NewNote/properties";
        JsonNode council = contract("borough-client").at(note);
        assertThat(council.at("/visibility/enum").toString()).isEqualTo("[\"PUBLIC\"]");
        assertThat(council.has("minutes")).isFalse();
        for (JsonNode desk : new JsonNode[] {contract("service-desk"), contract("service-desk", "borough-client")}) {
            assertThat(desk.at(note).path("visibility").has("enum")).isFalse();
            assertThat(desk.at(note).has("minutes")).isTrue();
        }
    }

    @Test
    void every_place_that_the_overlay_changes_is_there() {
        JsonNode suite = PublishedApis.contract(PublishedApis.ALL_ROLES);
        assertThat(Overlay.ofTheSuite().actions()).isNotEmpty().allSatisfy(action -> {
            assertThat(suite.at(action.pointer()).isMissingNode())
                    .as(action.target())
                    .isFalse();
            assertThat(PublishedApis.ALL_ROLES).containsAll(action.roles());
        });
    }

    @Test
    void a_contract_names_its_environments_and_its_quotas() {
        JsonNode contract = contract("borough-client", "desk-integration");
        assertThat(contract.path("servers").findValuesAsText("description"))
                .containsExactly("Production", "Sandbox: made-up councils");
        assertThat(contract.at("/info/x-jointdesk-quotas").toString())
                .isEqualTo("[{\"purpose\":\"import\",\"requests\":10,\"seconds\":60},"
                        + "{\"purpose\":\"read\",\"requests\":600,\"seconds\":60}]");
        assertThat(contract.at("/paths/~1api~1v1~1tickets/get/x-jointdesk-quota")
                        .asText())
                .isEqualTo("read");
        assertThat(contract.at("/paths/~1api~1v1~1imports/post/x-jointdesk-quota")
                        .asText())
                .isEqualTo("import");
        assertThat(contract.at("/paths/~1api~1v1~1tickets/post").has("x-jointdesk-quota"))
                .as("no limit is set for writes")
                .isFalse();
    }

    @Test
    void a_page_lists_fields_below_their_object_and_ends_where_an_object_holds_itself() {
        JsonNode suite = PublishedApis.contract(PublishedApis.ALL_ROLES);
        JsonNode draft = suite.at("/paths/~1api~1v1~1tickets/post/requestBody/content/application~1json/schema");
        assertThat(FieldsView.of(suite, draft))
                .extracting(FieldsView.Field::path)
                .contains("title", "source", "source.system", "source.reference");
        assertThat(FieldsView.of(suite, draft))
                .filteredOn(FieldsView.Field::required)
                .extracting(FieldsView.Field::path)
                .contains("type", "title", "source.reference");
        JsonNode page = suite.at("/paths/~1api~1v1~1tickets/get/responses/200/content/application~1json/schema");
        assertThat(FieldsView.of(suite, page))
                .extracting(FieldsView.Field::path)
                .contains("items", "items[].reference", "next");
    }
}
