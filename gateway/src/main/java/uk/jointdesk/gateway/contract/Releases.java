package uk.jointdesk.gateway.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import uk.jointdesk.gateway.route.Service;

/**
 * The versions of the suite's contract: those that were released, kept as the documents the services then published,
 * and the one that is served now. A release copies {@code docs/openapi} to {@code contracts/released/<version>}.
 */
final class Releases {

    private static final String ROOT = "contracts/";
    private static final ObjectMapper YAML = new YAMLMapper();
    private static final JsonNode INDEX = read(ROOT + "releases.yaml");

    private Releases() {}

    /** The version that is served now. */
    static String current() {
        return INDEX.path("current").asText();
    }

    /** The latest first. */
    static List<Release> released() {
        List<Release> released = new ArrayList<>();
        INDEX.path("released")
                .forEach(release -> released.add(new Release(
                        release.path("version").asText(),
                        LocalDate.parse(release.path("date").asText()))));
        return List.copyOf(released);
    }

    private static JsonNode read(String resource) {
        try (InputStream file = Releases.class.getClassLoader().getResourceAsStream(resource)) {
            return YAML.readTree(file);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** One released version. */
    record Release(String version, LocalDate date) {

        /** The services as they described themselves then. */
        List<ServiceApi> apis() {
            return Arrays.stream(Service.values())
                    .map(service -> new ServiceApi(
                            service,
                            Completion.of(read(ROOT + "released/" + version + "/" + service.title() + ".yaml"))))
                    .toList();
        }
    }
}
