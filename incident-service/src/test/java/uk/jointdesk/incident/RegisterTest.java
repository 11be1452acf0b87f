package uk.jointdesk.incident;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.jointdesk.testkit.Tokens;

/** Partners, calendars and agreements. */
@QuarkusTest
class RegisterTest extends OverHttp {

    @Test
    void the_service_starts_with_the_partners_of_the_contract() {
        as(Tokens.borough("LBL"))
                .get("/api/v1/partners")
                .then()
                .statusCode(200)
                .body("items.code", hasItems("LBB", "LBL", "LBS", "LGA", "LH", "DEMO"))
                .body("items.find { it.code == 'LBB' }.host", is(true))
                .body("items.find { it.code == 'LH' }.parent", equalTo("LBL"))
                .body("next", nullValue());
    }

    @Test
    void a_partner_is_registered_changed_and_found_changed() {
        String etag = as(Tokens.admin())
                .contentType(ContentType.JSON)
                .body("""
                {"code":"NEWP1","name":"A new partner","kind":"AUTHORITY","memberFrom":"2027-04-01"}""")
                .post("/api/v1/partners")
                .then()
                .statusCode(201)
                .body("calendar", equalTo("STD"))
                .extract()
                .header("ETag");
        as(Tokens.admin())
                .contentType("application/merge-patch+json")
                .header("If-Match", etag)
                .body("{\"memberTo\":\"2030-03-31\"}")
                .patch("/api/v1/partners/NEWP1")
                .then()
                .statusCode(200)
                .body("memberTo", equalTo("2030-03-31"));
        as(Tokens.admin())
                .contentType("application/merge-patch+json")
                .header("If-Match", etag)
                .body("{\"name\":\"Too late\"}")
                .patch("/api/v1/partners/NEWP1")
                .then()
                .statusCode(412)
                .body("code", equalTo("version-stale"));
    }

    @Test
    void a_sub_body_without_a_parent_is_refused() {
        as(Tokens.admin())
                .contentType(ContentType.JSON)
                .body("""
                {"code":"NEWP2","name":"Orphan","kind":"SUB_BODY","memberFrom":"2027-04-01"}""")
                .post("/api/v1/partners")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/parent"));
    }

    @Test
    void only_the_administrator_writes_the_register() {
        as(Tokens.desk())
                .contentType(ContentType.JSON)
                .body("{}")
                .post("/api/v1/partners")
                .then()
                .statusCode(403)
                .contentType("application/problem+json");
    }

    @Test
    void the_default_calendar_is_open_on_weekdays_and_names_its_holidays() {
        as(Tokens.suite())
                .get("/api/v1/calendars/STD")
                .then()
                .statusCode(200)
                .body("zone", equalTo("Europe/London"))
                .body("versions[0].week.MONDAY[0].open", equalTo("08:00"))
                .body("versions[0].week.MONDAY[0].close", equalTo("18:00"))
                .body("versions[0].week.SUNDAY", nullValue())
                .body("versions[0].holidays.find { it.date == '2018-12-25' }.name", equalTo("Christmas Day"));
    }

    @Test
    void a_calendar_gets_a_later_version_and_keeps_the_one_it_has() {
        String first = "{\"validFrom\":\"2020-01-01\",\"week\":{\"MONDAY\":[{\"open\":\"09:00\",\"close\":\"17:00\"}]},"
                + "\"specialDays\":[],\"holidays\":[]}";
        String later = first.replace("2020-01-01", "2021-01-01").replace("17:00", "24:00");
        String etag = as(Tokens.admin())
                .contentType(ContentType.JSON)
                .body("{\"code\":\"LATE\",\"zone\":\"Europe/London\",\"versions\":[" + first + "]}")
                .post("/api/v1/calendars")
                .then()
                .statusCode(201)
                .extract()
                .header("ETag");
        put("LATE", null, "[" + first + "," + later + "]").then().statusCode(428);
        put("LATE", etag, "[" + later + "]").then().statusCode(409).body("code", equalTo("calendar-version-kept"));
        put("LATE", etag, "[" + first + "," + later + "]")
                .then()
                .statusCode(200)
                .body("versions", hasSize(2))
                .body("versions[1].week.MONDAY[0].close", equalTo("24:00"));
        put("LATE", etag, "[" + first + "," + later + "]").then().statusCode(412);
    }

    @Test
    void a_calendar_that_never_opens_is_refused() {
        as(Tokens.admin())
                .contentType(ContentType.JSON)
                .body(
                        "{\"code\":\"SHUT\",\"zone\":\"Europe/London\",\"versions\":[{\"validFrom\":\"2020-01-01\",\"week\":{}}]}")
                .post("/api/v1/calendars")
                .then()
                .statusCode(422)
                .body("code", equalTo("calendar-never-opens"));
    }

    @Test
    void the_default_agreement_has_the_targets_of_the_board_pack() {
        as(Tokens.suite())
                .get("/api/v1/agreements/IAA/versions")
                .then()
                .statusCode(200)
                .body("items[0].targets.find { it.priority == 'P1' }.target.serviceMinutes", equalTo(240))
                .body("items[0].targets.find { it.priority == 'P3' }.target.workingDays", equalTo(2))
                .body("items[0].targets.find { it.catalogueItem == 'laptop-request' }.target.workingDays", equalTo(10))
                .body("items[0].coverage.queues.excluded", contains("Application team*"))
                .body("items[0].stoppingReasons", hasSize(3));
    }

    @Test
    void an_agreement_that_covers_an_unknown_partner_is_refused() {
        as(Tokens.admin())
                .contentType(ContentType.JSON)
                .body("""
                {"code":"ODD","title":"Odd","versions":[{"version":1,"validFrom":"2020-01-01",
                 "coverage":{"partners":["NOBODY"]},
                 "targets":[{"priority":"P1","target":{"serviceMinutes":1},"percent":"95"}]}]}""")
                .post("/api/v1/agreements")
                .then()
                .statusCode(422)
                .body("code", equalTo("partner-unknown"));
    }

    private static io.restassured.response.Response put(String code, String etag, String versions) {
        var request = as(Tokens.admin())
                .contentType(ContentType.JSON)
                .body("{\"code\":\"" + code + "\",\"zone\":\"Europe/London\",\"versions\":" + versions + "}");
        return (etag == null ? request : request.header("If-Match", etag)).put("/api/v1/calendars/" + code);
    }

    /** Whose parent a sub-body has decides who reads its tickets. */
    @Test
    void an_administrator_of_one_council_writes_no_register() {
        String admin = Tokens.of("lbs-admin", List.of("platform-admin"), List.of("LBS"));
        as(admin)
                .contentType("application/merge-patch+json")
                .header("If-Match", "\"1\"")
                .body("{\"parent\":\"LBS\"}")
                .patch("/api/v1/partners/LH")
                .then()
                .statusCode(403)
                .body("code", equalTo("register-not-yours"));
        for (String register : List.of("partners", "calendars", "agreements", "agreements/IAA/versions")) {
            as(admin)
                    .contentType(ContentType.JSON)
                    .body("{}")
                    .post("/api/v1/" + register)
                    .then()
                    .statusCode(403);
        }
        as(admin)
                .contentType(ContentType.JSON)
                .header("If-Match", "\"1\"")
                .body("{}")
                .put("/api/v1/calendars/STD")
                .then()
                .statusCode(403);
    }
}
