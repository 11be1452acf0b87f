package uk.jointdesk.gateway.status;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.oidc.server.OidcWiremockTestResource;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.jointdesk.gateway.GatewayTest;
import uk.jointdesk.gateway.StubServices;
import uk.jointdesk.gateway.page.Shell;
import uk.jointdesk.gateway.status.domain.Conditions;
import uk.jointdesk.gateway.status.domain.Finding;
import uk.jointdesk.gateway.status.domain.SuitePart;
import uk.jointdesk.testkit.Tokens;

@QuarkusTest
@QuarkusTestResource(StubServices.class)
@QuarkusTestResource(OidcWiremockTestResource.class)
class StatusPageTest extends GatewayTest {

    private static final Instant NOW = Instant.parse("2026-11-22T09:30:00Z");

    @Inject
    Shell shell;

    @Inject
    Lookout lookout;

    /** The tests do not wait an hour for the next look. */
    @BeforeEach
    void look() {
        lookout.look().toCompletionStage().toCompletableFuture().join();
    }

    private static String page(RequestSpecification reader) {
        Response answer = reader.header("Accept", "text/html").get("/status");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.contentType()).startsWith("text/html");
        assertThat(answer.header("Cache-Control")).isEqualTo("private, no-store");
        return answer.asString();
    }

    private static Response json(RequestSpecification reader) {
        Response answer = reader.header("Accept", "application/json").get("/status");
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer;
    }

    private static RequestSpecification anybody() {
        return given().redirects().follow(false);
    }

    @Test
    void anybody_reads_without_signing_in_which_parts_work() {
        assertThat(page(anybody()))
                .contains("All parts work.", "Tickets", "Performance figures", "Contributions and bills", "Signing in")
                .doesNotContain("-service", "gateway-database", "minute", "Since", "<time", "127.0.0.1", "localhost");
        Response told = json(anybody());
        assertThat(told.jsonPath().getString("state")).isEqualTo("UP");
        assertThat(told.jsonPath().getList("parts.state")).hasSize(5).containsOnly("UP");
        assertThat(told.asString()).doesNotContain("since", "detail", "lookedAt", "minutesOld", "audience");
    }

    @Test
    void a_council_reads_how_old_the_figures_are() {
        assertThat(page(as(Tokens.borough("LBL"))))
                .containsPattern("Figures know of every ticket of (a|\\d+) minutes? ago\\.")
                .doesNotContain("gateway-database", "Since", "<time");
        assertThat(json(as(Tokens.board())).jsonPath().getInt("parts.find { it.part == 'kpi-service' }.minutesOld"))
                .isNotNegative();
    }

    @Test
    void who_runs_the_suite_reads_since_when_and_of_the_inside() {
        assertThat(page(as(Tokens.admin()))).contains("gateway-database: ready", "Since (UTC)", "<time datetime=\"20");
        assertThat(json(as(Tokens.suite())).jsonPath().getList("parts.since", String.class))
                .hasSize(6)
                .doesNotContainNull();
    }

    @Test
    void a_token_that_is_worth_nothing_is_told_what_anybody_is_told() {
        assertThat(page(as(Tokens.admin() + "x"))).isEqualTo(page(anybody()));
    }

    @Test
    void reading_the_status_a_hundred_times_asks_no_service_anything() {
        String desk = Tokens.desk();
        int before = looked(desk);
        assertThat(before).isPositive();
        for (int times = 0; times < 100; times++) {
            assertThat(anybody().get("/status").statusCode()).isEqualTo(200);
        }
        assertThat(looked(desk)).isEqualTo(before);
    }

    private static int looked(String token) {
        return as(token).get("/api/v1/tickets/looked-at").path("looked");
    }

    @Test
    void what_is_down_is_said_in_words_and_the_rest_goes_on() {
        Conditions seen = Conditions.UNSEEN
                .with(SuitePart.DATABASE, Finding.up(), NOW)
                .with(SuitePart.INCIDENT, Finding.up(), NOW)
                .with(SuitePart.KPI, Finding.figures(Duration.ofHours(2), Duration.ofMinutes(10)), NOW)
                .with(SuitePart.FINANCE, Finding.up(), NOW)
                .with(SuitePart.IDENTITY, Finding.down("does not answer"), NOW);
        assertThat(rendered(seen, Audience.SIGNED_IN))
                .contains(
                        "Something does not work.",
                        "<span class=\"jd-rag jd-rag--red\">Does not work</span>",
                        "<span class=\"jd-rag jd-rag--amber\">Works in part</span>",
                        "<span class=\"jd-rag jd-rag--green\">Works</span>",
                        "120 minutes ago");
        assertThat(rendered(Conditions.UNSEEN, Audience.EVERYBODY))
                .contains("It is not known yet how the parts do.", "Not known yet");
    }

    @Test
    void what_a_part_says_of_itself_is_only_ever_text() {
        Conditions seen = Conditions.UNSEEN.with(SuitePart.KPI, Finding.down("<script>alert(1)</script>"), NOW);
        assertThat(rendered(seen, Audience.OPERATORS)).doesNotContain("<script").contains("&lt;script&gt;");
    }

    private String rendered(Conditions seen, Audience audience) {
        return new StatusPage(shell.anonymous(), StatusView.of(seen, audience, NOW)).render();
    }

    @Test
    void the_page_can_be_read_by_everybody() {
        String page = page(as(Tokens.admin()));
        assertThat(page)
                .contains(
                        "<html lang=\"en-GB\"",
                        "<title>Status – Jointdesk</title>",
                        "aria-labelledby=\"status-caption\"")
                .doesNotContain("<script", " style=", "<style", "http-equiv", " onclick");
        assertThat(count(page, "<h1")).isEqualTo(1);
        assertThat(count(page, "<table")).isEqualTo(1).isEqualTo(count(page, "<caption"));
        assertThat(count(page, "<th scope=\"col\"")).isEqualTo(5);
        assertThat(count(page, "<th scope=\"row\"")).isEqualTo(6);
        assertThat(count(page, "<td")).isEqualTo(24);
    }

    @Test
    void every_page_leads_to_the_status() {
        assertThat(anybody().get("/signed-out").asString()).contains("<a href=\"/status\">Status</a>");
    }

    private static long count(String page, String pattern) {
        return Pattern.compile(pattern).matcher(page).results().count();
    }
}
