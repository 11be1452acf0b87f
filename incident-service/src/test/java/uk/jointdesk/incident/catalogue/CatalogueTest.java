package uk.jointdesk.incident.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import uk.jointdesk.incident.OverHttp;
import uk.jointdesk.testkit.Tokens;

/** What partners can ask for, and what is promised for it. */
@QuarkusTest
class CatalogueTest extends OverHttp {

    private static final String PATH = "/api/v1/catalogue";
    private static final String ADMIN = Tokens.admin();

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

    @Test
    void a_target_that_cannot_be_meant_or_promised_to_nobody_is_refused() {
        String item = "{\"code\":\"x" + System.nanoTime() + "\",\"title\":\"A thing\",\"target\":";
        for (String target : List.of(
                "{}",
                "{\"workingDays\":0}",
                "{\"workingDays\":1,\"serviceMinutes\":5}",
                "{\"workingDays\":1,\"percent\":\"101\"}",
                "{\"workingDays\":1,\"percent\":\"most\"}")) {
            add(item + target + "}")
                    .then()
                    .statusCode(422)
                    .body("code", equalTo("target-refused"))
                    .body("errors.pointer", contains("/target"));
        }
        add(item + "{\"workingDays\":1}}").then().statusCode(422).body("errors.pointer", contains("/offers"));
        add(item + "{\"workingDays\":1},\"offers\":[" + offer(customer()) + "]}")
                .then()
                .statusCode(422)
                .body("code", equalTo("no-agreement"));
    }

    @Test
    void an_item_is_changed_from_the_version_that_was_read() {
        String code = added("\"offers\":[" + offer("LBL") + "]");
        as(ADMIN)
                .contentType("application/merge-patch+json")
                .body("{\"title\":\"Another\"}")
                .patch(PATH + "/" + code)
                .then()
                .statusCode(428);
        patch(code, 1, "{\"title\":\"Another\",\"approvalRole\":\"incident-manager\"}")
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("title", equalTo("Another"))
                .body("approvalRole", equalTo("incident-manager"))
                .body("offers.partner", contains("LBL"));
        patch(code, 1, "{\"title\":\"Too late\"}").then().statusCode(412);
        patch(code, 2, "{\"approvalRole\":null,\"offers\":[]}")
                .then()
                .statusCode(200)
                .body("approvalRole", equalTo(null))
                .body("offers", empty());
        as(Tokens.borough("LBL")).get(PATH + "/" + code).then().statusCode(404);
        patch(code, 3, "{\"code\":\"other\"}").then().statusCode(422);
        patch("no-such-item", 1, "{}").then().statusCode(404);
    }

    @Test
    void an_item_that_cannot_be_meant_is_refused_fault_by_fault() {
        refused("\"standardChange\":true,\"approvalRole\":\"service-desk\"", "/approvalRole");
        refused("\"form\":{\"type\":\"object\",\"required\":\"x\"}", "/form/required");
        refused("\"tasks\":[" + task("a", "\"b\"") + "," + task("b", "\"a\"") + "]", "/tasks/0/dependsOn");
        refused("\"tasks\":[" + task("a", "\"z\"") + "]", "/tasks/0/dependsOn");
        refused("\"offers\":[{\"partner\":\"XYZ\",\"from\":\"2021-01-01\"}]", "/offers/0/partner");
        refused("\"offers\":[{\"partner\":\"LBL\",\"from\":\"2021-01-02\",\"to\":\"2021-01-01\"}]", "/offers/0/to");
        refused("\"approvalRole\":\"mayor\"", "/approvalRole");
        add("{\"code\":\"Not A Code\",\"title\":\"x\"}")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/code"));
        String code = added("\"offers\":[]");
        add("{\"code\":\"" + code + "\",\"title\":\"again\"}")
                .then()
                .statusCode(409)
                .body("code", equalTo("catalogue-item-exists"));
    }

    @Test
    void the_catalogue_is_written_by_who_keeps_the_agreements() {
        String body = "{\"code\":\"x-y\",\"title\":\"x\"}";
        for (String token : new String[] {Tokens.desk(), Tokens.borough("LBL"), Tokens.performance()}) {
            as(token).contentType(ContentType.JSON).body(body).post(PATH).then().statusCode(403);
        }
        String narrow = Tokens.of("lbl-admin", List.of("platform-admin"), List.of("LBL"));
        as(narrow)
                .contentType(ContentType.JSON)
                .body(body)
                .post(PATH)
                .then()
                .statusCode(403)
                .body("code", equalTo("catalogue-not-yours"));
    }

    private static void refused(String more, String pointer) {
        add("{\"code\":\"x" + System.nanoTime() + "\",\"title\":\"A thing\"," + more + "}")
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem(pointer));
    }

    static String offer(String partner) {
        return "{\"partner\":\"" + partner + "\",\"from\":\"2021-01-01\"}";
    }

    static String task(String code, String dependsOn) {
        return "{\"code\":\"" + code + "\",\"title\":\"Do " + code + "\",\"queue\":\"Queue " + code
                + "\",\"dependsOn\":[" + dependsOn + "],\"escalateAfterMinutes\":60}";
    }

    /** Adds an item of one's own and gives its code. */
    static String added(String more) {
        String code = unique("item").toLowerCase(Locale.ROOT);
        add("{\"code\":\"" + code + "\",\"title\":\"A thing\"," + more + "}")
                .then()
                .statusCode(201)
                .header("Location", org.hamcrest.Matchers.endsWith(PATH + "/" + code));
        return code;
    }

    private static Response add(String body) {
        return as(ADMIN).contentType(ContentType.JSON).body(body).post(PATH);
    }

    private static Response patch(String code, int version, String body) {
        return as(ADMIN)
                .contentType("application/merge-patch+json")
                .header("If-Match", "\"" + version + "\"")
                .body(body)
                .patch(PATH + "/" + code);
    }

    private static JsonPath item(String token, String code) {
        return as(token).get(PATH + "/" + code).then().statusCode(200).extract().jsonPath();
    }

    private static String requested(String token, String partner, String code) {
        return as(token)
                .contentType(ContentType.JSON)
                .body("{\"partner\":\"" + partner + "\"}")
                .post(PATH + "/" + code + "/requests")
                .then()
                .statusCode(201)
                .extract()
                .path("reference");
    }

    /** A customer of one's own; its agreement has no line for items but one. */
    private static String customerWithAgreement() {
        return customerWithAgreement("");
    }

    private static String customerWithAgreement(String more) {
        String customer = customer();
        as(ADMIN)
                .contentType(ContentType.JSON)
                .body("""
                        {"code":"%s","title":"Its agreement","versions":[{"version":1,"validFrom":"2020-01-01",%s
                         "coverage":{"partners":["%s"]},"stoppingReasons":["AWAITING_USER"],
                         "targets":[{"priority":"P2","target":{"serviceMinutes":480},"percent":"95"},
                          {"priority":"P4","type":"SERVICE_REQUEST","catalogueItem":"lined-%s",
                           "target":{"workingDays":4,"reading":"SERVICE_MINUTES"},"percent":"80"}]}]}""".formatted(customer, more, customer, customer.toLowerCase(Locale.ROOT)))
                .post("/api/v1/agreements")
                .then()
                .statusCode(201);
        return customer;
    }

    private static String customer() {
        String digits = Long.toString(System.nanoTime(), 36).toUpperCase(Locale.ROOT);
        String code = "K" + digits.substring(Math.max(0, digits.length() - 8));
        as(ADMIN)
                .contentType(ContentType.JSON)
                .body(
                        "{\"code\":\"" + code
                                + "\",\"name\":\"A customer\",\"kind\":\"CUSTOMER\",\"memberFrom\":\"2020-01-01\",\"calendar\":\"STD\"}")
                .post("/api/v1/partners")
                .then()
                .statusCode(201);
        return code;
    }
}
