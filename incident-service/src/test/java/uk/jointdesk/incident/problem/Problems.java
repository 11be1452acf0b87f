package uk.jointdesk.incident.problem;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import uk.jointdesk.incident.OverHttp;
import uk.jointdesk.testkit.Tokens;

/** How the tests of problems speak to the service. */
abstract class Problems extends OverHttp {

    static final String LEWISHAM = Tokens.borough("LBL");

    static String problem(String partners) {
        return json(Tokens.desk())
                .body("{\"title\":\"%s\",\"affectedPartners\":%s}".formatted(unique("problem"), partners))
                .post("/api/v1/problems")
                .then()
                .statusCode(201)
                .extract()
                .path("reference");
    }

    static Response link(String reference, String ticket) {
        return json(Tokens.desk())
                .body("{\"ticket\":\"" + ticket + "\"}")
                .post("/api/v1/problems/" + reference + "/incidents");
    }

    static Response patch(String reference, String version, String body) {
        var request =
                as(Tokens.desk()).contentType("application/merge-patch+json").body(body);
        return (version == null ? request : request.header("If-Match", "\"" + version + "\""))
                .patch("/api/v1/problems/" + reference);
    }

    static RequestSpecification json(String token) {
        return as(token).contentType(ContentType.JSON);
    }
}
