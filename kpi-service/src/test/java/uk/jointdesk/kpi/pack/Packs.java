package uk.jointdesk.kpi.pack;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import uk.jointdesk.testkit.Tokens;

/** Packs over HTTP. */
public final class Packs {

    /** The sections of the autumn pack. */
    public static final String SECTIONS = """
            [{"source":"commentary","title":"Headlines","ask":"NOTE",
              "commentary":[{"text":"P2 remains below its target."},
                            {"text":"A supplier is in dispute.","audience":"EXEMPT"}]},
             {"source":"compliance","ask":"REVIEW","options":{"meanOfMonths":"true"}},
             {"source":"volumes","partnerAudience":"BOARD","ask":"ASSURANCE"},
             {"source":"backlog"},
             {"source":"definitions"}]
            """;

    /** Every section there is. */
    public static final String EVERYTHING = """
            [{"source":"headlines"},
             {"source":"compliance","options":{"meanOfMonths":"true"}},
             {"source":"volumes"},
             {"source":"backlog"},
             {"source":"trends","options":{"months":"12"}},
             {"source":"resolution-times"},
             {"source":"p1-durations"},
             {"source":"satisfaction"},
             {"source":"categories","options":{"top":"3"}},
             {"source":"major-incidents"},
             {"source":"kpis"},
             {"source":"service-points","options":{"family":"imt","monthlyCharge":"100000.00"}},
             {"source":"definitions"}]
            """;

    private Packs() {}

    public static String plan(String title, String audience, String sections) {
        return """
                {"title":"%s","body":"Joint Management Board","meetingOn":"2019-02-05","from":"2018-10","to":"2018-12",
                 "compareFrom":"2018-09","compareTo":"2018-09","audience":"%s","sections":%s,
                 "implications":[{"kind":"LEGAL","text":"None."}],"backgroundPapers":["SLA report, December 2018"],
                 "appendices":[{"letter":"A","title":"Summary of indicators"}],
                 "contract":{"ocid":"ocds-h6vhtk-04abc1","reference":"IAA-2015","title":"Inter-Authority Agreement",
                             "authority":"London Borough of Brent","supplier":"Shared ICT Service",
                             "inadequateBelow":"60"}}
                """.formatted(title, audience, sections);
    }

    public static Response post(String token, String path, String body) {
        return given().auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .body(body)
                .post("/api/v1/packs" + path);
    }

    public static Response get(String token, String path) {
        return given().auth().oauth2(token).urlEncodingEnabled(false).get("/api/v1/packs" + path);
    }

    public static JsonPath json(String token, String path) {
        return get(token, path).then().statusCode(200).extract().jsonPath();
    }

    public static String drafted(String audience, String sections) {
        return post(Tokens.performance(), "", plan("Autumn 2018", audience, sections))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    public static String inReview(String audience, String sections) {
        String id = drafted(audience, sections);
        post(Tokens.performance(), "/" + id + "/review", "{\"to\":\"REVIEW\"}")
                .then()
                .statusCode(200);
        return id;
    }

    public static String published(String audience, String sections) {
        String id = inReview(audience, sections);
        post(Tokens.board(), "/" + id + "/publication", "").then().statusCode(200);
        return id;
    }
}
