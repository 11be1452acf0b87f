package uk.jointdesk.incident.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.jointdesk.incident.OverHttp;
import uk.jointdesk.testkit.Tokens;

/** Problems bear references that tell no council how many there are; the pack tells all how many major incidents. */
@QuarkusTest
class UncountedReferencesTest extends OverHttp {

    private static final String LEWISHAM = Tokens.borough("LBL");

    /** Five lots of 900,000 that lie within a thousand of each other come once in 10^11 times; five counted ones always do. */
    @Test
    void a_council_that_reads_its_own_problems_cannot_tell_how_many_others_there_are() {
        List<Integer> numbers = IntStream.range(0, 5)
                .mapToObj(any -> made("problems", "LBL"))
                .map(reference -> Integer.valueOf(reference.replaceAll("\\D", "")))
                .sorted()
                .toList();
        assertThat(numbers.get(4) - numbers.get(0)).isGreaterThan(1_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"problems", "major-incidents"})
    void lists_begin_with_the_latest_whatever_its_number_and_go_on_from_page_to_page(String kind) {
        String first = made(kind, "LBL");
        made(kind, "LBB");
        String second = made(kind, "LBL");
        List<String> seen = new ArrayList<>();
        String next = "";
        while (next != null && !seen.contains(first)) {
            JsonPath page = as(LEWISHAM)
                    .get("/api/v1/" + kind + "?limit=1" + next)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            seen.addAll(page.getList("items.reference"));
            next = page.getString("next") == null ? null : "&cursor=" + page.getString("next");
        }
        assertThat(seen).containsSubsequence(second, first).doesNotHaveDuplicates();
    }

    @Test
    void a_place_after_something_that_is_not_the_callers_is_no_place() {
        made("problems", "LBL");
        made("problems", "LBB");
        String brents = as(Tokens.borough("LBB"))
                .get("/api/v1/problems?limit=1")
                .jsonPath()
                .getString("next");
        as(LEWISHAM).get("/api/v1/problems?cursor=" + brents).then().statusCode(400);
    }

    private static String made(String kind, String partner) {
        return as(Tokens.desk())
                .contentType(ContentType.JSON)
                .body("{\"title\":\"%s\",\"affectedPartners\":[\"%s\"]%s}"
                        .formatted(unique(kind), partner, kind.equals("problems") ? "" : ",\"priority\":\"P1\""))
                .post("/api/v1/" + kind)
                .then()
                .statusCode(201)
                .extract()
                .path("reference");
    }
}
