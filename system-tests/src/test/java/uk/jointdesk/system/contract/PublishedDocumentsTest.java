package uk.jointdesk.system.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What is committed under {@code docs} is what the services generate. {@code -Dpublish} writes the documents instead of
 * comparing them: run it after a change of contract, and read the difference before you commit it.
 */
class PublishedDocumentsTest {

    private static final List<String> SERVICES = List.of("incident-service", "kpi-service", "finance-service");
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final boolean PUBLISH = System.getProperty("publish") != null;

    @ParameterizedTest
    @ValueSource(strings = {"incident-service", "kpi-service", "finance-service"})
    void the_committed_contract_is_the_one_the_service_generates(String service) {
        String generated = read(ROOT.resolve(service).resolve("target/openapi/openapi.yaml"));
        assertPublished(ROOT.resolve("docs/openapi").resolve(service + ".yaml"), generated);
    }

    @Test
    void the_page_of_roles_is_true() {
        assertPublished(ROOT.resolve("docs/roles.md"), RoleMatrix.page(documents()));
    }

    @Test
    void every_operation_names_the_roles_that_open_it_but_the_link_of_a_survey() {
        documents().forEach((service, document) -> assertThat(RoleMatrix.operations(document))
                .as(service)
                .isNotEmpty()
                .allSatisfy(operation -> assertThat(operation.roles().isEmpty())
                        .as(operation.name())
                        .isEqualTo(operation.path().equals("/api/v1/feedback/{token}"))));
    }

    private static Map<String, JsonNode> documents() {
        Map<String, JsonNode> documents = new TreeMap<>();
        for (String service : SERVICES) {
            documents.put(service, json(read(ROOT.resolve(service).resolve("target/openapi/openapi.json"))));
        }
        return documents;
    }

    private static void assertPublished(Path committed, String generated) {
        try {
            if (PUBLISH) {
                Files.createDirectories(committed.getParent());
                Files.writeString(committed, generated);
            }
            assertThat(read(committed))
                    .as("%s, publish it with -Dpublish", committed)
                    .isEqualTo(generated);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
