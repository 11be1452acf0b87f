package uk.jointdesk.local.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.jointdesk.local.http.Http;

/** The finance officer of the demo, with a finance-service that remembers what was asked of it. */
class DemoBillsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private final ArrayNode runs = JSON.createArrayNode();
    private final ArrayNode bills = JSON.createArrayNode();
    private final ArrayNode receipts = JSON.createArrayNode();
    private final List<String> asked = new ArrayList<>();
    private int failAfter = Integer.MAX_VALUE;
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/api/v1/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void the_year_is_estimated_in_quarters_paid_and_trued_up_at_the_outturn() {
        ensure();
        assertThat(runs).extracting(run -> run.path("kind").asText()).containsExactly("ESTIMATE", "TRUE_UP");
        assertThat(runs).allMatch(run -> run.path("note").asText().contains("ASSUMPTION"));
        assertThat(receipts).hasSize(9);
        assertThat(receipts)
                .filteredOn(receipt -> receipt.path("bill").asText().equals("LBS-4"))
                .extracting(receipt -> receipt.path("amount").path("amount").asText() + " "
                        + receipt.path("receivedOn").asText())
                .containsExactly("1400000.01 2021-02-22", "100000.00 2021-04-20");
        assertThat(receipts).noneMatch(receipt -> receipt.path("bill").asText().endsWith("-5"));
    }

    @Test
    void a_second_start_asks_and_sends_nothing() {
        ensure();
        asked.clear();
        ensure();
        assertThat(asked).isNotEmpty().allMatch(request -> request.startsWith("GET "));
    }

    @Test
    void a_start_that_was_cut_off_anywhere_is_finished_by_the_next_and_nothing_is_done_twice() {
        for (failAfter = 0; failAfter < 13; failAfter++) {
            runs.removeAll();
            bills.removeAll();
            receipts.removeAll();
            asked.clear();
            assertThatThrownBy(this::ensure).isInstanceOf(IllegalStateException.class);
            int cutOff = failAfter;
            failAfter = Integer.MAX_VALUE;
            ensure();
            failAfter = cutOff;
            assertThat(runs).extracting(run -> run.path("status").asText()).containsExactly("ISSUED", "ISSUED");
            assertThat(receipts).hasSize(9);
        }
    }

    private void ensure() {
        String url = "http://127.0.0.1:" + server.getAddress().getPort();
        new DemoBills(new Http(), url, () -> "token", line -> {}).ensure();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath().substring("/api/v1/".length());
        asked.add(exchange.getRequestMethod() + " " + path);
        long sent =
                asked.stream().filter(request -> request.startsWith("POST ")).count();
        boolean sends = exchange.getRequestMethod().equals("POST");
        byte[] body = exchange.getRequestBody().readAllBytes();
        boolean refused = sends && sent > failAfter;
        JsonNode said = refused ? JSON.createObjectNode() : sends ? take(path, JSON.readTree(body)) : listed(path);
        byte[] answer = said.toString().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(refused ? 503 : 200, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    private JsonNode listed(String path) {
        ArrayNode items = path.equals("bills") ? bills : path.equals("receipts") ? receipts : runs;
        return JSON.createObjectNode().set("items", items);
    }

    private JsonNode take(String path, JsonNode body) {
        if (path.equals("receipts")) {
            receipts.add(body);
            return body;
        }
        if (path.equals("billing-runs")) {
            return runs.add(((ObjectNode) body).put("id", "R" + runs.size()).put("status", "DRAFT"))
                    .get(runs.size() - 1);
        }
        ObjectNode run = (ObjectNode) runs.get(
                Integer.parseInt(path.substring("billing-runs/R".length()).split("/")[0]));
        run.put("status", "ISSUED");
        int parts = run.path("instalments").path("count").asInt();
        for (String partner : List.of("LBB", "LBS")) {
            for (int part = 1; part <= parts; part++) {
                bill(partner, part, parts, body.path("issuedOn").asText());
            }
        }
        return run;
    }

    private void bill(String partner, int part, int parts, String issuedOn) {
        ObjectNode bill = bills.addObject();
        bill.put("number", partner + "-" + (parts == 1 ? 5 : part)).put("partner", partner);
        bill.put("issuedOn", issuedOn).put("dueOn", "2021-02-01");
        bill.put("instalment", part).put("instalments", parts);
        bill.putObject("amount").put("amount", "1500000.01");
    }
}
