package uk.jointdesk.system.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Faults that are planted are noticed, and what is right is left in peace. */
class OracleTest {

    private static final String PROBLEM = """
            {"type":"https://jointdesk.example/problems/body-invalid","title":"Body invalid","status":422,\
            "detail":"%s","code":"body-invalid","requestId":"r-1","errors":[{"pointer":"/title","message":"is required"}]}""";

    private static final Request ASKED =
            Request.of("POST", "/api/v1/tickets").with("Accept", "*/*").carrying("{}");
    private static final Mutant MISSING =
            new Mutant(Category.MISSING_FIELD, "/title is missing", ASKED, true, "/title");

    private static Heard heard(int status, String type, String body) {
        return new Heard(status, Map.of("content-type", type), body, 5, true);
    }

    private static Heard refused(String detail) {
        return heard(422, "application/problem+json", PROBLEM.formatted(detail));
    }

    private static List<String> complaints(Heard heard) {
        return new Oracle(Door.GATEWAY).complaints(MISSING, heard);
    }

    @Test
    void a_typed_refusal_that_names_the_field_is_right() {
        assertThat(complaints(refused("Some fields break a rule."))).isEmpty();
    }

    @Test
    void a_fault_of_ours_is_noticed() {
        Heard fault =
                heard(500, "application/problem+json", PROBLEM.formatted("").replace("422", "500"));
        assertThat(complaints(fault)).containsExactly("is a fault of ours");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\\tat uk.jointdesk.incident.ticket.web.TicketResource.create(TicketResource.java:80)",
                "java.lang.NullPointerException",
                "Caused by: something",
                "org.postgresql.util.PSQLException: ERROR: syntax error at or near",
                "SQLSTATE 42601",
                "io.quarkus.arc.ClientProxy",
                "com.fasterxml.jackson.databind.exc",
                "cannot cast java.lang.String",
                "select id from ticket where"
            })
    void words_of_the_inside_are_noticed(String word) {
        assertThat(complaints(refused(word))).hasSize(1).first().asString().startsWith("tells of the inside");
    }

    @Test
    void an_answer_without_its_type_its_code_or_the_field_at_fault_is_noticed() {
        String problem = PROBLEM.formatted("");
        assertThat(complaints(heard(422, "application/json", problem))).hasSize(1);
        assertThat(complaints(heard(422, "application/problem+json", "Bad Request")))
                .hasSize(1);
        assertThat(complaints(heard(400, "application/problem+json", problem))).hasSize(1);
        for (String field : List.of("type", "title", "code", "requestId", "pointer")) {
            String without = problem.replace('"' + field + '"', "\"x\"");
            assertThat(complaints(heard(422, "application/problem+json", without)))
                    .as(field)
                    .hasSize(1);
        }
    }

    @Test
    void an_answer_that_is_late_or_endless_or_too_long_is_noticed() {
        String problem = PROBLEM.formatted("");
        Map<String, String> type = Map.of("content-type", "application/problem+json");
        assertThat(complaints(new Heard(422, type, problem, 60_000, true))).hasSize(1);
        assertThat(complaints(new Heard(422, type, problem, 5, false))).hasSize(1);
        assertThat(complaints(refused("x".repeat(Oracle.LONGEST_REFUSAL)))).hasSize(1);
        assertThat(complaints(new Heard(0, Map.of(), "", 5, true))).hasSize(1);
    }

    @Test
    void a_line_that_is_cut_is_an_answer_to_a_large_body_only() {
        Mutant large = MISSING.with(ASKED.carrying("x".repeat(Oracle.LARGE_BODY + 1)));
        Heard cut = new Heard(0, Map.of(), "", 5, true);
        assertThat(new Oracle(Door.GATEWAY).complaints(large, cut)).isEmpty();
        assertThat(new Oracle(Door.GATEWAY).complaints(large, new Heard(0, Map.of(), "", 5, false)))
                .hasSize(1);
    }

    @Test
    void a_value_that_became_markup_or_a_header_is_noticed() {
        Mutant page = MISSING.with(ASKED.with("Accept", "text/html"));
        Oracle oracle = new Oracle(Door.GATEWAY);
        assertThat(oracle.complaints(page, heard(400, "text/html;charset=UTF-8", "<p>&lt;script>alert(1)</p>")))
                .isEmpty();
        assertThat(oracle.complaints(page, heard(400, "text/html;charset=UTF-8", "<p><script>alert(1)</script></p>")))
                .containsExactly("a value has become part of a page");
        Heard injected = new Heard(200, Map.of("content-type", "application/json", "x-injected", "yes"), "{}", 5, true);
        assertThat(oracle.complaints(MISSING, injected)).containsExactly("a value has become a header");
    }

    @Test
    void a_service_may_refuse_bare_what_is_no_request_and_the_gateway_may_not() {
        Mutant place = new Mutant(Category.PLACE, "", ASKED, false);
        assertThat(new Oracle(Door.SERVICE).complaints(place, heard(404, "", "")))
                .isEmpty();
        assertThat(new Oracle(Door.SERVICE).complaints(MISSING, heard(404, "", "")))
                .hasSize(1);
        assertThat(new Oracle(Door.GATEWAY).complaints(place, heard(404, "", "")))
                .hasSize(1);
    }

    @Test
    void what_breaks_the_contract_and_is_taken_is_noticed() {
        Oracle oracle = new Oracle(Door.SERVICE);
        assertThat(oracle.isLenient(MISSING, heard(201, "application/json", "{}")))
                .isTrue();
        assertThat(oracle.isLenient(MISSING.forgiven(), heard(201, "application/json", "{}")))
                .isFalse();
        assertThat(oracle.isLenient(MISSING, refused(""))).isFalse();
    }

    @Test
    void a_server_that_hangs_is_not_waited_for_longer_than_patience_lasts() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Heard heard = wire(silent, Duration.ofMillis(300)).ask(ASKED);
            assertThat(heard.ended()).isFalse();
            assertThat(heard.millis()).isBetween(250L, 5_000L);
            assertThat(complaints(heard)).isNotEmpty();
        }
    }

    @Test
    void what_was_said_before_the_line_was_cut_is_heard_and_chunks_are_joined() throws IOException {
        String answer = "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nTransfer-Encoding: chunked\r\n\r\n"
                + "4\r\none \r\n3\r\ntwo\r\n0\r\n\r\n";
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            CompletableFuture<Void> served = CompletableFuture.runAsync(() -> serve(server, answer));
            Heard heard = wire(server, Duration.ofSeconds(5)).ask(ASKED);
            served.join();
            assertThat(heard.status()).isEqualTo(200);
            assertThat(heard.contentType()).isEqualTo("text/plain");
            assertThat(heard.body()).isEqualTo("one two");
        }
    }

    private static Wire wire(ServerSocket server, Duration patience) {
        return new Wire("http://127.0.0.1:" + server.getLocalPort(), patience);
    }

    private static void serve(ServerSocket server, String answer) {
        try (Socket caller = server.accept()) {
            assertThat(caller.getInputStream().read()).isEqualTo('P');
            caller.getOutputStream().write(answer.getBytes(StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void errors_and_stacks_in_a_log_are_noticed_and_the_rest_is_not() {
        assertThat(Processes.troubleIn(List.of(
                        "2026-11-22T16:00:00.000Z INFO  [u.j.i.Import] r-1 an Exception was told",
                        "2026-11-22T16:00:00.000Z WARN  [u.j.g.p.UpstreamFailures] slow",
                        "2026-11-22T16:00:00.000Z ERROR [u.j.k.p.UnexpectedMapper] r-1 request failed",
                        "\tat uk.jointdesk.kit.db.ScopedDb.read(ScopedDb.java:40)")))
                .hasSize(2);
    }

    @Test
    void statements_that_a_value_has_broken_are_noticed_and_refusals_by_constraints_are_not() {
        assertThat(Processes.brokenStatementsIn(List.of(
                        "2026-11-22 16:00:00.000 UTC [7] ERROR:  duplicate key value violates unique constraint \"x\"",
                        "2026-11-22 16:00:00.000 UTC [7] ERROR:  syntax error at or near \"or\" at character 40",
                        "2026-11-22 16:00:00.000 UTC [7] ERROR:  invalid input syntax for type uuid: \"'\"",
                        "2026-11-22 16:00:00.000 UTC [7] ERROR:  unterminated quoted string at or near \"'\"")))
                .hasSize(3);
    }

    @Test
    void a_request_can_be_said_again_in_a_shell_without_its_token() {
        String line = ASKED.with("Authorization", "Bearer secret")
                .carrying("{\"title\":\"it's \\ud800\"}")
                .curl("http://127.0.0.1:8080");
        assertThat(line)
                .contains("-X POST $'http://127.0.0.1:8080/api/v1/tickets'")
                .contains("it\\'s")
                .contains("$TOKEN")
                .doesNotContain("secret");
    }
}
