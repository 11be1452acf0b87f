package uk.jointdesk.gateway.board;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The figures of the stubbed kpi-service and finance-service: those of the last quarter of 2018, scaled down to what a
 * page test needs, in the shape the services give them. Some years misbehave.
 */
public final class StubFigures {

    static final String HOSTILE_YEAR = "2013";
    static final String SILENT_KPI_YEAR = "2014";
    static final String BROKEN_FINANCE = "2016-17";
    static final String HOSTILE = "<script>alert('x')</script>";

    private static final Map<String, int[][]> RESOLVED = Map.of(
            "LBB", new int[][] {{4, 3, 5}, {16, 22, 17}, {855, 915, 776}, {3683, 3261, 2643}},
            "LBL", new int[][] {{6, 4, 5}, {39, 31, 20}, {1312, 991, 781}, {1913, 1682, 1251}},
            "LBS", new int[][] {{9, 8, 5}, {36, 27, 12}, {2143, 2117, 1529}, {1491, 1677, 1114}});

    private static final Map<String, double[][]> PERCENT = Map.of(
            "LBB", new double[][] {{100, 100, 100}, {60, 75, 68.75}, {75.18, 79.27, 71.37}, {89, 90.12, 86.21}},
            "LBL",
                    new double[][] {
                        {66.67, 66.67, 100}, {44.74, 62.07, 78.95}, {66.48, 65.43, 68.22}, {81.24, 80.41, 82.19}
                    },
            "LBS",
                    new double[][] {
                        {87.5, 83.33, 100}, {62.5, 82.61, 63.64}, {74.46, 81.86, 81.47}, {76.3, 80.89, 82.36}
                    });

    private static final int[] TARGETS = {95, 95, 80, 80};

    private StubFigures() {}

    public static List<JsonObject> partners() {
        return List.of(
                partner("LBB", "London Borough of Brent", "AUTHORITY", null),
                partner("LBL", "London Borough of Lewisham", "AUTHORITY", null),
                partner("LBS", "London Borough of Southwark", "AUTHORITY", null),
                partner("LGA", "Local Government Association", "CUSTOMER", null),
                partner("LH", "Lewisham Homes", "SUB_BODY", "LBL"));
    }

    private static JsonObject partner(String code, String name, String kind, String parent) {
        return new JsonObject()
                .put("code", code)
                .put("name", name)
                .put("kind", kind)
                .put("parent", parent);
    }

    public static void answer(HttpServerRequest request) {
        String from = request.getParam("from", "");
        if (from.startsWith(SILENT_KPI_YEAR) || BROKEN_FINANCE.equals(request.getParam("financialYear"))) {
            request.response().setStatusCode(500).end();
            return;
        }
        JsonObject answer =
                switch (request.path()) {
                    case "/api/v1/performance/compliance" -> compliance(request, from);
                    case "/api/v1/performance/volumes" -> volumes(request, from);
                    case "/api/v1/performance/backlog" -> backlog(request);
                    default -> contributions(request);
                };
        request.response().putHeader("Content-Type", "application/json").end(answer.encode());
    }

    private static boolean seesAll(HttpServerRequest request) {
        return claims(request).getJsonArray("partners").contains("*");
    }

    private static JsonObject claims(HttpServerRequest request) {
        String payload = request.getHeader("Authorization").split("\\.", -1)[1];
        return new JsonObject(new String(Base64.getUrlDecoder().decode(payload), StandardCharsets.UTF_8));
    }

    private static List<String> rows(HttpServerRequest request, String from) {
        if (from.startsWith(HOSTILE_YEAR)) {
            return List.of(HOSTILE);
        }
        return seesAll(request)
                ? List.of("ALL", "LBB", "LBL", "LBS", "LGA", "UNATTRIBUTED")
                : claims(request).getJsonArray("partners").stream()
                        .map(String::valueOf)
                        .toList();
    }

    private static JsonObject compliance(HttpServerRequest request, String from) {
        boolean whole = "WHOLE".equals(request.getParam("periodicity"));
        JsonArray items = new JsonArray();
        for (int priority = 0; priority < 4; priority++) {
            for (String partner : rows(request, from)) {
                for (int month = 0; month < (whole ? 1 : 3); month++) {
                    items.add(score(partner, priority, whole ? -1 : month, from));
                }
            }
        }
        return explained(items, "compliance");
    }

    private static JsonObject score(String partner, int priority, int month, String from) {
        long met = 0;
        long measured = 0;
        for (String one : members(partner)) {
            for (int m = month < 0 ? 0 : month; m <= (month < 0 ? 2 : month); m++) {
                int resolved = RESOLVED.get(one)[priority][m];
                measured += resolved;
                met += Math.round(resolved * PERCENT.get(one)[priority][m] / 100);
            }
        }
        boolean green = measured > 0 && met * 100 >= measured * TARGETS[priority];
        boolean amber = measured > 0 && met * 100 >= measured * (TARGETS[priority] - 5);
        return new JsonObject()
                .put("priority", "P" + (priority + 1))
                .put("partner", partner)
                .put(
                        "period",
                        month < 0
                                ? "2018-10/2018-12"
                                : YearMonth.parse(from).plusMonths(month).toString())
                .put("met", met)
                .put("measured", measured)
                .put(
                        "excluded",
                        new JsonArray()
                                .add(new JsonObject().put("reason", "NO_TARGET").put("count", 12)))
                .put("percent", measured == 0 ? null : String.format("%.2f", met * 100.0 / measured))
                .put("targetPercent", TARGETS[priority] + ".00")
                .put("rag", measured == 0 ? "NO_DATA" : green ? "GREEN" : amber ? "AMBER" : "RED")
                .put("method", "POOLED");
    }

    private static Set<String> members(String partner) {
        return switch (partner) {
            case "ALL" -> RESOLVED.keySet();
            case "LBB", "LBL", "LBS" -> Set.of(partner);
            case HOSTILE -> Set.of("LBB");
            default -> Set.of();
        };
    }

    private static JsonObject volumes(HttpServerRequest request, String from) {
        JsonArray items = new JsonArray();
        for (String partner : rows(request, from)) {
            for (String period : periods(request, from)) {
                items.add(volume(partner, period));
            }
        }
        return explained(items, "volumes");
    }

    private static List<String> periods(HttpServerRequest request, String from) {
        if ("YEAR".equals(request.getParam("periodicity"))) {
            return List.of("2016", "2018", "2019");
        }
        List<String> months = new ArrayList<>();
        YearMonth last = YearMonth.parse(request.getParam("to"));
        for (YearMonth month = YearMonth.parse(from); !month.isAfter(last); month = month.plusMonths(1)) {
            months.add(month.toString());
        }
        return months;
    }

    private static JsonObject volume(String partner, String period) {
        int month = List.of("2018-10", "2018-11", "2018-12").indexOf(period);
        boolean hostile = partner.equals(HOSTILE);
        boolean year = period.length() == 4;
        long resolved = 0;
        for (String one : members(partner)) {
            for (int[] priority : RESOLVED.get(one)) {
                resolved +=
                        hostile ? 7 : month >= 0 ? priority[month] : year && period.compareTo("2018") <= 0 ? 100 : 0;
            }
        }
        return new JsonObject()
                .put("partner", partner)
                .put("period", period)
                .put("logged", resolved == 0 ? 0 : resolved + 41)
                .put("resolved", resolved)
                .put("reopened", resolved / 90)
                .put("openAtEnd", resolved / 7);
    }

    private static JsonObject backlog(HttpServerRequest request) {
        JsonArray items = new JsonArray();
        for (String partner : rows(request, "")) {
            long open = partner.equals("ALL") ? 1635 : members(partner).isEmpty() ? 0 : 545;
            items.add(new JsonObject()
                    .put("partner", partner)
                    .put("open", open)
                    .put("untriaged", open / 10)
                    .put(
                            "onHold",
                            new JsonArray()
                                    .add(new JsonObject()
                                            .put("reason", "AWAITING_USER")
                                            .put("count", open / 8)))
                    .put("openOver30Days", open / 3)
                    .put(
                            "openOver30DaysRatio",
                            new JsonObject()
                                    .put("numerator", open / 3)
                                    .put("denominator", open)
                                    .put("percent", open == 0 ? null : "33.33")));
        }
        return explained(items, "backlog").put("at", request.getParam("at"));
    }

    private static JsonObject contributions(HttpServerRequest request) {
        boolean all = seesAll(request);
        JsonArray items = new JsonArray();
        for (String partner : all ? List.of("LBB", "LBL", "LBS") : List.of("LBL", "OTHERS")) {
            items.add(new JsonObject()
                    .put("partner", partner)
                    .put(
                            "byCostPool",
                            new JsonArray()
                                    .add(pool("desk", "Service desk", "1204333.33"))
                                    .add(pool("network", "Network and data centre", "2310000.05")))
                    .put("shared", money("3514333.38"))
                    .put("direct", money(partner.equals("LBS") ? "-1250.00" : "0.00"))
                    .put("total", money("3514333.38"))
                    .put(
                            "within",
                            partner.equals("LBL")
                                    ? new JsonArray()
                                            .add(new JsonObject()
                                                    .put("partner", "LBL")
                                                    .put("amount", money("3400000.00")))
                                            .add(new JsonObject()
                                                    .put("partner", "LH")
                                                    .put("amount", money("114333.38")))
                                    : null));
        }
        return new JsonObject()
                .put("financialYear", request.getParam("financialYear"))
                .put("basis", "BUDGET")
                .put("period", 12)
                .put("items", items)
                .put("total", all ? money("10541750.14") : null)
                .putNull("next");
    }

    private static JsonObject pool(String line, String title, String amount) {
        return new JsonObject()
                .put("line", line)
                .put("title", title)
                .put("kind", "BASE")
                .put("amount", money(amount));
    }

    private static JsonObject money(String amount) {
        return new JsonObject().put("amount", amount).put("currency", "GBP");
    }

    private static JsonObject explained(JsonArray items, String code) {
        return new JsonObject()
                .put("items", items)
                .putNull("next")
                .put(
                        "definition",
                        new JsonObject()
                                .put("code", code)
                                .put("version", 1)
                                .put("text", "Tickets as the definition of " + code + " counts them."))
                .put("zone", "Europe/London")
                .put("asAt", "2019-01-07T09:30:00Z");
    }
}
