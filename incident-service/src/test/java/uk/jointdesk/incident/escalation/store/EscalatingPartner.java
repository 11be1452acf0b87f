package uk.jointdesk.incident.escalation.store;

import io.restassured.http.ContentType;
import java.util.stream.Stream;
import uk.jointdesk.incident.OverHttp;
import uk.jointdesk.testkit.Tokens;

/** A partner of its own hours whose agreement has two levels: of ten minutes for a P1, and of ten hours for a P2. */
final class EscalatingPartner extends OverHttp {

    private static final String WEEK = Stream.of("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY")
            .reduce(
                    "",
                    (week, day) -> week + (week.isEmpty() ? "" : ",") + "\"" + day
                            + "\":[{\"open\":\"%s\",\"close\":\"18:00\"}]");

    private final String code;

    private EscalatingPartner(String code) {
        this.code = code;
    }

    static EscalatingPartner registered() {
        String partner =
                "E" + Long.toString(System.nanoTime() % 1_000_000_000L, 36).toUpperCase(java.util.Locale.ROOT);
        String calendar = partner + "-HOURS";
        add(
                "calendars",
                "{\"code\":\"%s\",\"zone\":\"Europe/London\",\"versions\":[%s]}"
                        .formatted(calendar, hours("2020-01-01", "08:00")));
        add(
                "partners",
                "{\"code\":\"%s\",\"name\":\"Escalating\",\"kind\":\"CUSTOMER\",\"memberFrom\":\"2020-01-01\",\"calendar\":\"%s\"}"
                        .formatted(partner, calendar));
        add("agreements", """
                {"code":"%1$s","title":"Levels","versions":[{"version":1,"validFrom":"2020-01-01","coverage":{"partners":["%1$s"]},
                 "targets":[{"priority":"P1","target":{"serviceMinutes":10},"percent":"95"},
                            {"priority":"P2","target":{"serviceMinutes":600},"percent":"95"}],
                 "stoppingReasons":["AWAITING_USER"],"escalation":[{"percent":"50"},{"percent":"100"}]}]}""".formatted(partner));
        return new EscalatingPartner(partner);
    }

    String code() {
        return code;
    }

    void newHours(String from, String open) {
        var kept = as(Tokens.admin()).get("/api/v1/calendars/" + code + "-HOURS");
        as(Tokens.admin())
                .contentType(ContentType.JSON)
                .header("If-Match", kept.header("ETag"))
                .body("{\"code\":\"%s\",\"zone\":\"Europe/London\",\"versions\":[%s,%s]}"
                        .formatted(code + "-HOURS", hours("2020-01-01", "08:00"), hours(from, open)))
                .put("/api/v1/calendars/" + code + "-HOURS")
                .then()
                .statusCode(200);
    }

    private static String hours(String from, String open) {
        return "{\"validFrom\":\"" + from + "\",\"week\":{" + WEEK.replace("%s", open)
                + "},\"specialDays\":[],\"holidays\":[]}";
    }

    private static void add(String what, String body) {
        as(Tokens.admin())
                .contentType(ContentType.JSON)
                .body(body)
                .post("/api/v1/" + what)
                .then()
                .statusCode(201);
    }
}
