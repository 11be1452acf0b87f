package uk.jointdesk.finance.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How bills name the councils; partners of this test's own, so that nobody else's bills change. */
@QuarkusTest
class BillingPartiesTest extends ServiceTest {
    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @Test
    void the_councils_are_named_from_the_start_and_what_is_assumed_says_so() {
        finance()
                .get("/api/v1/billing-parties")
                .then()
                .statusCode(200)
                .body("items.partner", hasItems("LBB", "LBL", "LBS", "LGA"))
                .body("items.find { it.partner == 'LBB' }.host", is(true))
                .body("items.find { it.partner == 'LBS' }.address.postcode", is("SE1 2QH"))
                .body("items.find { it.partner == 'LBS' }.endpoint.scheme", is("0088"))
                .body("items.find { it.partner == 'LBS' }.assumption", is(true));
        board().get("/api/v1/billing-parties/LBL/versions")
                .then()
                .statusCode(200)
                .body("items.version", contains(1, 2))
                .body("items[0].address.street", nullValue())
                .body("items.recordedBy", contains("seed", "seed"));
    }

    @Test
    void a_change_is_another_version_with_who_wrote_it_and_of_two_at_once_one_must_look_again() {
        partner("BP1");
        add("BP1", "Council of One", "HA9 0FJ").statusCode(201).header("ETag", is("\"1\""));
        add("BP1", "Council of One", "HA9 0FJ").statusCode(409).body("code", is("billing-party-exists"));
        change("BP1", null, "New Name", "2094-01-01").statusCode(428);
        change("BP1", "\"1\"", "New Name", "2094-01-01")
                .statusCode(200)
                .header("ETag", is("\"2\""))
                .body("legalName", is("New Name"))
                .body("validFrom", is("2094-01-01"))
                .body("recordedBy", is("finance"))
                .body("recordedAt", notNullValue());
        change("BP1", "\"1\"", "Other Name", "2094-01-01").statusCode(412);
        finance()
                .get("/api/v1/billing-parties/BP1/versions")
                .then()
                .body("items.legalName", contains("Council of One", "New Name"));
        assertThatThrownBy(() -> Jdbi.create(url, "finance_owner", "finance_owner")
                        .useHandle(h -> h.execute("update billing_party_version set legal_name = 'X'")))
                .hasStackTraceContaining("append-only");
    }

    @Test
    void a_bill_keeps_the_name_it_was_printed_with_and_later_ones_carry_the_new_one() {
        partner("BP2");
        partner("BP3");
        add("BP2", "Old Council", "HA9 0FJ").statusCode(201);
        String bill = "BP2-2094-95-001";
        billed(2094, "BP2", "BP3");
        change("BP2", "\"1\"", "New Council", "2094-01-01").statusCode(200);
        for (String ending : List.of("html", "xml")) {
            file(bill + "." + ending).statusCode(200).body(containsString("Old Council"));
        }
        post("bills/" + bill + "/credit-note", "{\"reason\":\"t\",\"issuedOn\":\"2094-04-20\"}")
                .statusCode(201);
        file("BP2-2094-95-002.xml").statusCode(200).body(containsString("New Council"));
        change("BP2", "\"2\"", "Council to Come", "2095-01-01").statusCode(200);
        BillsTest.issue(BillsTest.draft(2094, "ESTIMATE", BillsTest.ONCE, ""), 2094)
                .statusCode(200);
        file("BP2-2094-95-003.html").statusCode(200).body(containsString("New Council"));
        nobodyHadWrittenAnythingDown();
    }

    private static void nobodyHadWrittenAnythingDown() {
        file("BP3-2094-95-001.xml").statusCode(409).body("code", is("billing-party-missing"));
        add("BP3", "First Name", "HA9 0FJ").statusCode(201);
        change("BP3", "\"1\"", "Second Name", "2094-01-01").statusCode(200);
        file("BP3-2094-95-001.xml").statusCode(200).body(containsString("First Name"));
    }

    @ParameterizedTest
    @CsvSource({
        "LBB, HA90FJ, GB999999973, 0088, 2000000000015, postcode-malformed, /address/postcode",
        "LBB, HA9 0FJ, GB999999974, 0088, 2000000000015, vat-number-malformed, /vatNumber",
        "LBB, HA9 0FJ, GB999999973, 0088, 2000000000016, endpoint-malformed, /endpoint/id",
        "LBB, HA9 0FJ, GB999999973, 0001, 2000000000015, endpoint-scheme-unknown, /endpoint/scheme"
    })
    void an_identifier_with_a_slip_in_it_is_pointed_at(
            String partner, String postcode, String vat, String scheme, String id, String code, String pointer) {
        finance()
                .header("If-Match", "\"2\"")
                .body(body(partner, "Brent", postcode, vat, scheme, id, "2094-01-01"))
                .put("/api/v1/billing-parties/" + partner)
                .then()
                .statusCode(422)
                .body("code", is(code))
                .body("errors.pointer", contains(pointer));
    }

    @Test
    void the_finance_officer_keeps_the_register_and_a_sub_body_is_billed_to_its_parent() {
        borough("LBL").get("/api/v1/billing-parties").then().statusCode(403);
        board().header("If-Match", "\"2\"")
                .body(body("LBB", "Brent", "HA9 0FJ", "GB999999973", "0088", "2000000000015", "2094-01-01"))
                .put("/api/v1/billing-parties/LBB")
                .then()
                .statusCode(403);
        add("LH", "Lewisham Homes", "SE6 4RU").statusCode(422).body("code", is("partner-not-billed"));
        add("NOBODY", "Nobody", "SE6 4RU").statusCode(422).body("code", is("partner-unknown"));
        finance().get("/api/v1/billing-parties/NOBODY").then().statusCode(404);
        finance().get("/api/v1/billing-parties/NOBODY/versions").then().statusCode(404);
        String missing = "{\"partner\":\"LBB\",\"legalName\":\" \",\"source\":\"t\"}";
        assertThat(post("billing-parties", missing)
                        .statusCode(422)
                        .extract()
                        .jsonPath()
                        .getList("errors.pointer"))
                .contains("/legalName", "/address", "/endpoint");
    }

    private static void partner(String code) {
        post(
                        "funding-partners",
                        "{\"code\":\"%s\",\"name\":\"N\",\"memberFrom\":\"2090-04-01\",\"source\":\"test\"}"
                                .formatted(code))
                .statusCode(201);
    }

    /** A year that the two share by halves, with its estimate issued. */
    private static void billed(int year, String one, String other) {
        approvedScheme(
                "BP" + year,
                "2090-04-01",
                "\"method\":\"EQUAL\",\"weights\":{\"%s\":1,\"%s\":1}".formatted(one, other));
        budgetOf(BillsTest.code(year));
        line(BillsTest.code(year), "BASE", "BASE", "1000.00", "BP" + year).statusCode(201);
        BillsTest.issue(BillsTest.draft(year, "ESTIMATE", BillsTest.ONCE, ""), year)
                .statusCode(200);
    }

    private static ValidatableResponse file(String name) {
        return finance().get("/api/v1/bills/" + name).then();
    }

    private static ValidatableResponse add(String partner, String name, String postcode) {
        return post(
                "billing-parties", body(partner, name, postcode, "GB999999973", "0088", "2000000000015", "2090-04-01"));
    }

    private static ValidatableResponse change(String partner, String ifMatch, String name, String validFrom) {
        var request = finance().body(body(partner, name, "HA9 0FJ", "GB999999973", "0088", "2000000000015", validFrom));
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }
        return request.put("/api/v1/billing-parties/" + partner).then();
    }

    private static String body(
            String partner, String name, String postcode, String vat, String scheme, String id, String validFrom) {
        return ("{\"partner\":\"%s\",\"legalName\":\"%s\",\"address\":{\"street\":\"High Street\",\"city\":\"London\","
                        + "\"postcode\":\"%s\"},\"vatNumber\":\"%s\",\"endpoint\":{\"scheme\":\"%s\",\"id\":\"%s\"},"
                        + "\"validFrom\":\"%s\",\"source\":\"test\",\"assumption\":false}")
                .formatted(partner, name, postcode, vat, scheme, id, validFrom);
    }
}
