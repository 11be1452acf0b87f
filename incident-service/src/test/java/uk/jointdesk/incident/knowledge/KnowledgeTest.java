package uk.jointdesk.incident.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.jointdesk.testkit.Tokens;

/** The knowledge base as councils read it. */
@QuarkusTest
class KnowledgeTest extends Library {

    @Test
    void the_desk_starts_with_articles_that_every_council_asks_for() {
        assertThat(titles(BRENT, "?q=vpn")).contains("Remote access does not connect");
        assertThat(titles(BRENT, "?q=forgotten password")).contains("Reset a forgotten password");
        assertThat(titles(BRENT, "?q=\"several councils\"")).isEmpty();
        assertThat(titles(DESK, "?q=\"several councils\"")).contains("Taking a call that concerns several councils");
    }

    @Test
    void a_better_answer_comes_first_and_shows_where_it_answers() {
        String word = word();
        String inBody = written("Something else", "Mentions 1 < 2 & " + word + " once.", PUBLIC, "PUBLISHED");
        String inTitle = written("All about " + word, "Nothing more.", PUBLIC, "PUBLISHED");
        JsonPath found = search(BRENT, "?q=" + word);
        assertThat(found.getList("items.id")).containsExactly(inTitle, inBody);
        assertThat(found.getString("items[1].snippet")).contains("1 &lt; 2 &amp; <mark>" + word + "</mark>");
        assertThat(titles(BRENT, "?q=" + word + " -mentions")).hasSize(1);
    }

    @Test
    void a_search_goes_on_where_it_stopped() {
        String word = word();
        for (int i = 0; i < 5; i++) {
            written("Page " + i % 2 + " of " + word, "text", PUBLIC, "PUBLISHED");
        }
        List<String> seen = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            JsonPath page = search(BRENT, "?q=" + word + "&limit=2" + (cursor.isEmpty() ? "" : "&cursor=" + cursor));
            seen.addAll(page.getList("items.id"));
            cursor = page.getString("next");
        }
        assertThat(seen).hasSize(5).doesNotHaveDuplicates();
        as(BRENT).get("/api/v1/knowledge?cursor=zzz").then().statusCode(400);
    }

    @Test
    void a_council_finds_and_reads_only_what_is_meant_for_it() {
        String word = word();
        String lewishams = written("Of Lewisham " + word, "text", LEWISHAMS, "PUBLISHED");
        String desks = written("Of the desk " + word, "text", "\"audience\":\"DESK\"", "PUBLISHED");
        String draft = written("Not ready " + word, "text", PUBLIC, "DRAFT");
        assertThat(search(LEWISHAM, "?q=" + word).getList("items.id")).containsExactly(lewishams);
        assertThat(search(BRENT, "?q=" + word).getList("items")).isEmpty();
        assertThat(search(Tokens.board(), "?q=" + word).getList("items.id")).containsExactly(lewishams);
        assertThat(search(DESK, "?q=" + word).getList("items.id")).containsExactlyInAnyOrder(lewishams, desks, draft);
        assertThat(search(DESK, "?state=DRAFT&q=" + word).getList("items.id")).containsExactly(draft);
        assertThat(suggested(BRENT, word)).isEmpty();
        assertThat(suggested(LEWISHAM, word)).containsExactly(lewishams);
        for (String foreign : List.of(lewishams, desks, draft)) {
            as(BRENT).get("/api/v1/knowledge/" + foreign).then().statusCode(404);
            as(BRENT)
                    .accept("text/html")
                    .get("/api/v1/knowledge/" + foreign)
                    .then()
                    .statusCode(404);
            solved(BRENT, foreign, "{ not json").then().statusCode(404);
        }
        as(Tokens.board()).get("/api/v1/knowledge/" + desks).then().statusCode(404);
        as(LEWISHAM)
                .get("/api/v1/knowledge/" + lewishams)
                .then()
                .statusCode(200)
                .body("partners", nullValue());
        as(BRENT).get("/api/v1/knowledge/no-id").then().statusCode(404);
    }

    @Test
    void while_a_ticket_is_typed_the_likeliest_articles_are_suggested() {
        String word = word();
        String likely = written("Screen stays " + word, "Unplug the " + word + " dock.", PUBLIC, "PUBLISHED");
        String draft = written("Screen stays " + word, "Not ready.", PUBLIC, "DRAFT");
        JsonPath suggestions = as(BRENT)
                .queryParam("title", "my screen is " + word)
                .queryParam("text", "since this morning, & nothing | helps: !(dock) <->")
                .get("/api/v1/knowledge/suggestions")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(suggestions.getString("items[0].id")).isEqualTo(likely);
        assertThat(suggestions.getList("items")).hasSizeLessThanOrEqualTo(5);
        assertThat(suggestions.getList("items.id")).doesNotContain(draft);
        as(BRENT)
                .get("/api/v1/knowledge/suggestions")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("query:title"));
    }

    @Test
    void an_article_is_read_as_json_or_as_a_page_that_runs_nothing() {
        String id = written("Read & see", "Press **F5** <script>x</script>", PUBLIC, "PUBLISHED");
        as(BRENT)
                .get("/api/v1/knowledge/" + id)
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("body", containsString("**F5**"))
                .body("html", containsString("<strong>F5</strong>"));
        as(BRENT)
                .accept("text/html")
                .get("/api/v1/knowledge/" + id)
                .then()
                .statusCode(200)
                .contentType(startsWith("text/html"))
                .header("Content-Security-Policy", startsWith("default-src 'none'"))
                .body(containsString("<h1>Read &amp; see</h1>"))
                .body(containsString("&lt;script&gt;"));
    }

    @Test
    void views_and_solved_problems_are_counted_for_each_council_apart() {
        String id = written("Counted", "text", PUBLIC, "PUBLISHED");
        String ticket = opened("LBL", "");
        as(LEWISHAM).get("/api/v1/knowledge/" + id).then().body("views", equalTo(1));
        as(LEWISHAM).get("/api/v1/knowledge/" + id).then().body("views", equalTo(2));
        solved(LEWISHAM, id, "{\"ticket\":\"" + ticket + "\"}")
                .then()
                .statusCode(201)
                .body("solved", equalTo(1));
        solved(LEWISHAM, id, "{\"ticket\":\"" + ticket + "\"}")
                .then()
                .statusCode(201)
                .body("solved", equalTo(1));
        solved(LEWISHAM, id, "{}").then().statusCode(201).body("solved", equalTo(2));
        as(BRENT)
                .get("/api/v1/knowledge/" + id)
                .then()
                .body("views", equalTo(1))
                .body("solved", equalTo(0));
        as(DESK).get("/api/v1/knowledge/" + id).then().body("views", equalTo(4)).body("solved", equalTo(2));
        as(LEWISHAM)
                .get("/api/v1/knowledge?ticket=" + ticket)
                .then()
                .body("items", hasSize(1))
                .body("items[0].id", equalTo(id));
        as(BRENT).get("/api/v1/knowledge?ticket=" + ticket).then().body("items", hasSize(0));
    }

    @Test
    void an_article_solves_no_ticket_of_another_council() {
        String id = written("Counted", "text", PUBLIC, "PUBLISHED");
        for (String ticket : List.of(opened("LBB", ""), "LBB-9999999")) {
            solved(LEWISHAM, id, "{\"ticket\":\"" + ticket + "\"}")
                    .then()
                    .statusCode(422)
                    .body("code", equalTo("ticket-unknown"))
                    .body("errors[0].pointer", equalTo("/ticket"));
        }
    }
}
