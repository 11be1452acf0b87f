package uk.jointdesk.gateway.contract.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import uk.jointdesk.gateway.contract.PublishedApis;
import uk.jointdesk.gateway.contract.ServiceApi;
import uk.jointdesk.gateway.problem.Problem;

/** The calls that a developer is given for every operation of the suite. */
class ExampleCallsTest {

    private static final String SERVER = "https://jointdesk.example";
    private static final JsonNode SUITE = PublishedApis.contract(PublishedApis.ALL_ROLES);
    private static final List<ServiceApi> APIS = PublishedApis.all();

    private static List<Call> calls() {
        return Calls.of(SUITE);
    }

    @Test
    void every_operation_has_an_example_of_its_own() {
        int operations = SUITE.path("paths").findValues("operationId").size();
        assertThat(operations).isGreaterThan(180);
        assertThat(calls()).hasSize(operations).extracting(Call::id).doesNotHaveDuplicates();
    }

    /** What the door would say to it. */
    @ParameterizedTest
    @MethodSource("calls")
    void every_example_keeps_the_contract(Call call) {
        String path = call.address().replaceFirst("\\?.*", "");
        ServiceApi.Match match = APIS.stream()
                .flatMap(api -> api.find(call.method(), path).stream())
                .findFirst()
                .orElseThrow();
        assertThat(match.operation().path().text()).isEqualTo(call.path());
        if (call.body() != null) {
            byte[] body = call.body().getBytes(StandardCharsets.UTF_8);
            ServiceApi api = APIS.stream()
                    .filter(one -> one.operations().contains(match.operation()))
                    .findFirst()
                    .orElseThrow();
            assertThat(api.checkOf(match.operation()).checkBody(call.mediaType(), body))
                    .map(Problem::errors)
                    .as(call.body())
                    .isEmpty();
        }
    }

    @Test
    void the_java_client_compiles_without_a_library(@TempDir Path directory) throws IOException {
        Path source = Files.writeString(directory.resolve("JointdeskClient.java"), JavaClient.of(calls()));
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        assertThat(compiler.run(
                        null,
                        null,
                        null,
                        "--release",
                        "17",
                        "-Werror",
                        "-cp",
                        "",
                        "-d",
                        directory.toString(),
                        source.toString()))
                .isZero();
        assertThat(directory.resolve("JointdeskClient.class")).exists();
    }

    @Test
    void the_script_is_one_that_a_shell_reads(@TempDir Path directory) throws IOException, InterruptedException {
        String script = CurlExample.script(SERVER, calls());
        Path file = Files.writeString(directory.resolve("examples.sh"), script);
        Process shell =
                new ProcessBuilder("sh", "-n", file.toString()).inheritIO().start();
        assertThat(shell.waitFor()).isZero();
        assertThat(script).contains("--header \"Authorization: Bearer $JOINTDESK_TOKEN\"");
    }

    @Test
    void a_quote_in_an_example_ends_neither_the_shells_text_nor_javas() {
        Call call = new Call(
                "say",
                "It's */ \\u0022",
                "x",
                "POST",
                "/notes/{id}",
                java.util.Map.of("id", "a/b"),
                java.util.Map.of(),
                true,
                "application/json",
                "{\"text\":\"it's \\\"so\\\"\"}");
        assertThat(CurlExample.of(SERVER, call))
                .contains("'https://jointdesk.example/notes/a%2Fb'", "'If-Match: \"1\"'", "{\"text\":\"it'\\''s ");
        assertThat(JavaClient.method(call)).contains("\"{\\\"text\\\":\\\"it's ", "It's * / /u0022");
    }

    @Test
    void a_file_is_sent_from_a_file() {
        Call imports = calls().stream()
                .filter(call ->
                        call.path().equals("/api/v1/imports") && call.method().equals("POST"))
                .findFirst()
                .orElseThrow();
        assertThat(imports.body()).isNull();
        assertThat(CurlExample.of(SERVER, imports)).contains("--data-binary '@body.");
        assertThat(JavaClient.method(imports)).contains("BodyPublishers.ofFile(Path.of(\"body.");
    }

    @Test
    void the_collection_has_every_call_in_its_chapter_and_no_token() {
        ObjectNode collection = PostmanCollection.of("Suite", SERVER, calls());
        assertThat(collection.at("/info/schema").asText()).endsWith("/v2.1.0/collection.json");
        assertThat(collection.findValues("request")).hasSameSizeAs(calls());
        assertThat(collection.at("/auth/bearer/0/value").asText()).isEqualTo("{{token}}");
        assertThat(collection.findValuesAsText("raw"))
                .filteredOn(raw -> raw.startsWith("{{server}}"))
                .contains("{{server}}/api/v1/tickets/:reference/notes");
        JsonNode borough = PublishedApis.contract(Set.of("borough-client"));
        assertThat(PostmanCollection.of("Lewisham", SERVER, Calls.of(borough)).findValuesAsText("raw"))
                .noneMatch(raw -> raw.contains("/ticket-events"));
    }
}
