package uk.jointdesk.gateway.board;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.util.List;

/** The figures of the stubbed kpi-service and finance-service. */
public final class StubFigures {

    private StubFigures() {}

    public static List<JsonObject> partners() {
        return List.of(
                partner("LBB", "London Borough of Brent", "AUTHORITY", null),
                partner("LBL", "London Borough of Lewisham", "AUTHORITY", null),
                partner("LBS", "London Borough of Southwark", "AUTHORITY", null),
                partner("LH", "Lewisham Homes", "SUB_BODY", "LBL"));
    }

    private static JsonObject partner(String code, String name, String kind, String parent) {
        return new JsonObject().put("code", code).put("name", name).put("kind", kind).put("parent", parent);
    }

    public static void answer(HttpServerRequest request) {
        request.response().setStatusCode(500).end();
    }
}
