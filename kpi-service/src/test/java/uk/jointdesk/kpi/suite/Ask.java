package uk.jointdesk.kpi.suite;

import static io.restassured.RestAssured.given;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;

/** Asks the service over HTTP. */
public final class Ask {

    private Ask() {}

    public static Response response(String token, String path) {
        return given().auth().oauth2(token).urlEncodingEnabled(false).get("/api/v1/performance" + path);
    }

    public static JsonPath json(String token, String path) {
        return response(token, path).then().statusCode(200).extract().jsonPath();
    }

    public static List<Map<String, Object>> items(String token, String path) {
        return json(token, path).getList("items");
    }

    /** The one row in which these fields have these values. */
    public static Map<String, Object> row(List<Map<String, Object>> items, Map<String, Object> fields) {
        List<Map<String, Object>> rows = items.stream()
                .filter(item -> fields.entrySet().stream()
                        .allMatch(field -> field.getValue().equals(item.get(field.getKey()))))
                .toList();
        if (rows.size() != 1) {
            throw new AssertionError(rows.size() + " rows with " + fields + " in " + items);
        }
        return rows.get(0);
    }
}
