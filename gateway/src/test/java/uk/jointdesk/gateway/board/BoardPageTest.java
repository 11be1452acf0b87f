package uk.jointdesk.gateway.board;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.oidc.server.OidcWiremockTestResource;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import uk.jointdesk.gateway.GatewayTest;
import uk.jointdesk.gateway.StubServices;
import uk.jointdesk.testkit.Tokens;

@QuarkusTest
@QuarkusTestResource(StubServices.class)
@QuarkusTestResource(OidcWiremockTestResource.class)
class BoardPageTest extends GatewayTest {

    private static String page(String token, String pathAndQuery) {
        Response answer = as(token)
                .header("Accept", "text/html")
                .urlEncodingEnabled(false)
                .get(pathAndQuery);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.contentType()).startsWith("text/html");
        assertThat(answer.header("Cache-Control")).isEqualTo("private, no-store");
        return answer.asString();
    }

    @Test
    void a_reader_who_names_no_period_gets_the_last_three_months_with_data() {
        assertThat(page(Tokens.board(), "/")).contains("How we were served, <span>October to December 2018</span>");
    }

    @Test
    void the_matrix_says_the_rating_in_words_with_numerator_denominator_and_target() throws IOException {
        String page = page(Tokens.board(), "/?from=2018-10&to=2018-12");
        Files.writeString(Path.of("target", "board.html"), page);
        assertThat(page)
                .contains("target 95% of tickets in time")
                .contains("<span class=\"jd-cell__percent\">62.50%</span>")
                .contains("<span class=\"jd-cell__word\">Red</span><span class=\"jd-cell__fraction\">10 of 16</span>")
                .contains("jd-cell--green")
                .contains("<span class=\"jd-cell__word\">Amber</span>")
                .contains("Pooled", "Mean of months")
                .contains("Not counted: 12 no target")
                .contains("Nothing measured: Local Government Association, Unattributed.");
    }

    @Test
    void every_table_has_a_caption_and_every_figure_says_as_at_and_where_from() {
        String page = page(Tokens.board(), "/?from=2018-10&to=2018-12");
        assertThat(count(page, "<table")).isEqualTo(7).isEqualTo(count(page, "<caption"));
        assertThat(count(page, "tabindex=\"0\"")).isEqualTo(7);
        assertThat(count(page, "As at 7 January 2019, 09:30 \\(Europe/London\\)"))
                .isEqualTo(3);
        assertThat(page).contains("Tickets as the definition of volumes counts them. (definition version 1.)");
    }

    @Test
    void the_chart_is_described_and_its_numbers_stand_in_a_table_too() {
        String page = page(Tokens.board(), "/?from=2018-10&to=2018-12");
        assertThat(page)
                .contains("role=\"img\" aria-labelledby=\"chart-title chart-desc\"")
                .contains("October 2018: Brent 4,558, Lewisham 3,270, Southwark 3,679.")
                .contains("<td>4,558</td>");
    }

    @Test
    void the_backlog_and_the_contributions_are_those_of_the_end_of_the_period() {
        assertThat(page(Tokens.board(), "/?from=2018-10&to=2018-12"))
                .contains("<td>1,635</td>", "545 of 1,635", "33.33%")
                .contains("Contributions for the financial year 2018-19", "£10,541,750.14", "−£1,250.00")
                .contains("Lewisham £3,400,000.00, Lewisham Homes £114,333.38");
        assertThat(page(Tokens.board(), "/?from=2018-10&to=2019-04")).contains("financial year 2019-20");
    }

    @Test
    void a_council_reads_its_own_rows_only() {
        String page = page(Tokens.borough("LBL"), "/?from=2018-10&to=2018-12");
        assertThat(page)
                .contains("Lewisham", "All other partners")
                .doesNotContain("Brent", "Southwark", "All partners");
    }

    @Test
    void hostile_names_are_only_ever_text() {
        String page = page(Tokens.board(), "/?from=2013-01&to=2013-03");
        assertThat(page).doesNotContain("<script").contains("&lt;script&gt;");
        String form = as(Tokens.board())
                .header("Accept", "text/html")
                .queryParam("from", "\"><script>alert(1)</script>")
                .get("/")
                .asString();
        assertThat(form).doesNotContain("<script").contains("There is a problem");
    }

    @Test
    void a_page_needs_no_script_and_no_inline_style() {
        String page = page(Tokens.board(), "/?from=2018-10&to=2018-12");
        assertThat(page).doesNotContain("<script", " style=", "<style", " onclick", "javascript:", "http://www.google");
    }

    @Test
    void when_a_service_is_down_the_page_says_what_is_missing_and_shows_the_rest() {
        assertThat(page(Tokens.board(), "/?from=2014-10&to=2014-12"))
                .contains(
                        "Compliance is missing.",
                        "Volumes are missing.",
                        "kpi-service could not work these figures out")
                .contains("Contributions for the financial year 2014-15");
        assertThat(page(Tokens.board(), "/?from=2016-10&to=2016-12"))
                .contains("Contributions are missing.")
                .contains("Resolved within target");
    }

    @Test
    void a_period_that_cannot_be_meant_is_told_at_its_field() {
        for (String query : List.of("from=2018-13&to=2018-12", "from=2018-12&to=2018-10", "from=2017-01&to=2018-12")) {
            Response answer = as(Tokens.board()).header("Accept", "text/html").get("/?" + query);
            assertThat(answer.statusCode()).as(query).isEqualTo(400);
            assertThat(answer.asString())
                    .contains("There is a problem", "govuk-error-message", "aria-invalid=\"true\"");
        }
    }

    @Test
    void a_reader_without_a_session_is_sent_to_sign_in_with_proof_of_key() {
        Response answer =
                given().redirects().follow(false).header("Accept", "text/html").get("/?from=2018-10&to=2018-12");
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.header("Location"))
                .contains("client_id=jointdesk-web", "code_challenge_method=S256", "response_type=code");
        assertThat(answer.getHeaders().getValues("Set-Cookie")).isNotEmpty().allSatisfy(cookie -> assertThat(cookie)
                .contains("HTTPOnly", "SameSite=Lax"));
    }

    @Test
    void a_reader_can_sign_out() {
        given().redirects()
                .follow(false)
                .get("/signed-out")
                .then()
                .statusCode(200)
                .body(org.hamcrest.Matchers.containsString("You are signed out"));
        assertThat(given().redirects().follow(false).get("/sign-out").statusCode())
                .isEqualTo(302);
    }

    @Test
    void the_style_sheets_are_served_from_here() {
        Pattern sheet = Pattern.compile("<link rel=\"stylesheet\" href=\"([^\"]+)\">");
        List<String> sheets = sheet.matcher(page(Tokens.board(), "/"))
                .results()
                .map(match -> match.group(1))
                .toList();
        assertThat(sheets).hasSize(2);
        sheets.forEach(address -> given().get(address).then().statusCode(200).contentType("text/css"));
    }

    private static long count(String page, String pattern) {
        return Pattern.compile(pattern).matcher(page).results().count();
    }
}
