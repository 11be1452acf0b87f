package uk.jointdesk.incident.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import uk.jointdesk.testkit.Tokens;

/** What partners can ask for, and what is promised for it. */
@QuarkusTest
class CatalogueTest extends CatalogueOverHttp {

    @Test
    void the_eight_items_of_the_agreement_are_there_with_its_targets() {
        as(Tokens.borough("LBL"))
                .get(PATH + "?partner=LBL&limit=500")
                .then()
                .statusCode(200)
                .body(
                        "items.code",
                        hasItems(
                                "new-starter-account",
                                "mailbox-access",
                                "file-share-access",
                                "vpn-token",
                                "software-install",
                                "mobile-phone",
                                "desk-move",
                                "laptop-request"));
        JsonPath laptop = item(Tokens.borough("LBL"), "laptop-request");
        assertThat(laptop.getString("targets[0].agreement")).isEqualTo("IAA");
        assertThat(laptop.getInt("targets[0].target.workingDays")).isEqualTo(10);
        assertThat(laptop.getString("targets[0].percent")).isEqualTo("80");
    }

    @Test
    void a_council_sees_what_is_offered_to_it_and_not_to_whom_else() {
        String both = added("\"offers\":[" + offer("LBL") + "," + offer("LBB") + "]");
        String brents = added("\"offers\":[" + offer("LBB") + "]");
        assertThat(item(Tokens.borough("LBL"), both).getList("offers.partner")).containsExactly("LBL");
        as(Tokens.borough("LBL"))
                .get(PATH + "/" + brents)
                .then()
                .statusCode(404)
                .body("code", equalTo("not-found"));
        as(Tokens.borough("LBL")).get(PATH + "?limit=500").then().body("items.code", not(hasItem(brents)));
        as(Tokens.borough("LBL"))
                .contentType(ContentType.JSON)
                .body("{ not json")
                .post(PATH + "/" + brents + "/requests")
                .then()
                .statusCode(404);
        as(Tokens.borough("LBL"))
                .get(PATH + "?partner=LBB")
                .then()
                .statusCode(200)
                .body("items.code", not(hasItem(brents)));
    }

    @Test
    void an_items_own_target_is_a_line_of_the_agreement_and_the_clock_judges_by_it() {
        String customer = customerWithAgreement();
        String token = Tokens.of("client-" + customer, List.of("borough-client"), List.of(customer));
        String without = added("\"offers\":[" + offer(customer) + "]");
        assertThat(item(ADMIN, without).getList("targets")).isEmpty();
        String code = added("\"offers\":[" + offer(customer) + "],\"target\":{\"serviceMinutes\":90}");
        JsonPath item = item(token, code);
        assertThat(item.getInt("targets[0].target.serviceMinutes")).isEqualTo(90);
        assertThat(item.getInt("targets[0].version")).isEqualTo(2);
        as(token)
                .get("/api/v1/tickets/" + requested(token, customer, code) + "/sla")
                .then()
                .body("targetMinutes", equalTo(90))
                .body("agreement.code", equalTo(customer))
                .body("agreement.version", equalTo("2"));
        as(token)
                .get("/api/v1/tickets/" + requested(token, customer, without) + "/sla")
                .then()
                .body("state", equalTo("NO_TARGET"));
        as(ADMIN)
                .get("/api/v1/agreements/" + customer + "/versions")
                .then()
                .body("items.version", contains(1, 2))
                .body(
                        "items[0].validTo",
                        equalTo(as(ADMIN)
                                .get("/api/v1/agreements/" + customer + "/versions")
                                .path("items[1].validFrom")))
                .body("items[0].targets.catalogueItem", not(hasItem(code)));
    }

    @Test
    void a_new_line_leaves_what_was_logged_before_under_the_version_it_had() {
        String customer = customerWithAgreement();
        String reference = opened(customer, "");
        String sla = "/api/v1/tickets/" + reference + "/sla?asOf=2030-01-01T00:00:00Z";
        String verdict = as(Tokens.desk()).get(sla).asString();
        assertThat(verdict).contains("\"targetMinutes\":480");
        added("\"offers\":[" + offer(customer) + "],\"target\":{\"workingDays\":3}");
        assertThat(as(Tokens.desk()).get(sla).asString()).isEqualTo(verdict);
        as(Tokens.desk())
                .get("/api/v1/tickets/" + opened(customer, "") + "/sla")
                .then()
                .body("targetMinutes", equalTo(480))
                .body("agreement.version", equalTo("2"));
    }

    @Test
    void where_the_agreement_has_a_line_that_line_rules() {
        String customer = customerWithAgreement();
        String lined = "{\"code\":\"lined-" + customer.toLowerCase(Locale.ROOT)
                + "\",\"title\":\"A thing\",\"offers\":[" + offer(customer) + "],\"target\":";
        add(lined + "{\"workingDays\":3}}")
                .then()
                .statusCode(422)
                .body("code", equalTo("target-set-by-agreement"))
                .body("errors.pointer", contains("/target"));
        add(lined + "{\"workingDays\":4}}").then().statusCode(201).body("targets[0].version", equalTo(1));
        patch("lined-" + customer.toLowerCase(Locale.ROOT), 1, "{\"target\":{\"workingDays\":3}}")
                .then()
                .statusCode(422)
                .body("code", equalTo("target-set-by-agreement"));
    }

    @Test
    void an_agreement_whose_end_is_written_gets_no_line_from_the_catalogue() {
        String customer = customerWithAgreement("\"validTo\":\"2099-01-01\",");
        String code = unique("item").toLowerCase(Locale.ROOT);
        add("{\"code\":\"" + code + "\",\"title\":\"A thing\",\"offers\":[" + offer(customer)
                        + "],\"target\":{\"workingDays\":3}}")
                .then()
                .statusCode(409)
                .body("code", equalTo("agreement-changes-later"));
        as(ADMIN).get(PATH + "/" + code).then().statusCode(404);
        opened(customer, "");
    }
}
