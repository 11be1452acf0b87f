package uk.jointdesk.incident.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import uk.jointdesk.incident.OverHttp;

/** The words in which tests speak of the audit trail. */
abstract class TheAuditTrail extends OverHttp {

    static RequestSpecification named(String token, String request) {
        return as(token).header("X-Request-Id", request).contentType(ContentType.JSON);
    }

    static List<Map<String, Object>> entries(String token, String query) {
        Response found = as(token).get("/api/v1/audit?limit=500" + (query.isEmpty() ? "" : "&" + query));
        return found.then().statusCode(200).extract().jsonPath().getList("items");
    }

    /** What was refused before its turn came is written down beside the answer. */
    static List<Map<String, Object>> waitedFor(String token, String request) {
        for (int look = 0; look < 100; look++) {
            List<Map<String, Object>> found = entries(token, "");
            if (found.stream().anyMatch(entry -> request.equals(entry.get("requestId")))) {
                return found;
            }
            pause(100);
        }
        throw new AssertionError("not in the trail: " + request);
    }

    static Map<String, Object> only(List<Map<String, Object>> entries, String request) {
        List<Map<String, Object>> found = entries.stream()
                .filter(entry -> request.equals(entry.get("requestId")))
                .toList();
        assertThat(found).hasSize(1);
        return found.get(0);
    }
}
