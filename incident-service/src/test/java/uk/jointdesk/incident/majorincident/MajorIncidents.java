package uk.jointdesk.incident.majorincident;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import uk.jointdesk.incident.OverHttp;
import uk.jointdesk.testkit.Tokens;

/** The words in which tests speak of major incidents. */
abstract class MajorIncidents extends OverHttp {

    static final String ROOT = "/api/v1/major-incidents";

    static RequestSpecification json(String token) {
        return as(token).contentType(ContentType.JSON);
    }

    /** Declares one that affects these partners and gives its reference. */
    static String declared(String partners, String more) {
        return declare("""
                        {"title":"%s","priority":"P1","affectedPartners":%s%s}""".formatted(unique("outage"), partners, more.isEmpty() ? "" : "," + more))
                .then()
                .statusCode(201)
                .extract()
                .path("reference");
    }

    static Response declare(String body) {
        return json(Tokens.desk()).body(body).post(ROOT);
    }

    static Response move(String reference, String body) {
        return json(Tokens.desk()).body(body).post(ROOT + "/" + reference + "/transitions");
    }

    static Response say(String token, String reference, String body) {
        return json(token).body(body).post(ROOT + "/" + reference + "/communications");
    }

    static Response patch(String reference, String version, String body) {
        return as(Tokens.desk())
                .contentType("application/merge-patch+json")
                .header("If-Match", "\"" + version + "\"")
                .body(body)
                .patch(ROOT + "/" + reference);
    }

    static String serious(String partner, String priority, String category, String more) {
        return open(Tokens.desk(), """
                        {"partner":"%s","type":"INCIDENT","priority":"%s","title":"%s","category":"%s"%s}""".formatted(
                                partner, priority, unique("fault"), category, more.isEmpty() ? "" : "," + more))
                .then()
                .statusCode(201)
                .extract()
                .path("reference");
    }
}
