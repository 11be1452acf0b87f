package uk.jointdesk.gateway.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import uk.jointdesk.gateway.route.Service;

/** The services as the documents committed under {@code docs/openapi} describe them. */
public final class PublishedApis {

    public static final Set<String> ALL_ROLES = Set.of(
            "borough-client",
            "service-desk",
            "incident-manager",
            "desk-integration",
            "performance-analyst",
            "finance-officer",
            "board-member",
            "auditor",
            "platform-admin",
            "suite-service");

    /** Read and completed once for all tests; nobody changes them. */
    private static final Map<Service, ServiceApi> READ = Arrays.stream(Service.values())
            .collect(Collectors.toMap(
                    service -> service, service -> new ServiceApi(service, Completion.of(document(service)))));

    private PublishedApis() {}

    public static List<ServiceApi> all() {
        return Arrays.stream(Service.values()).map(PublishedApis::of).toList();
    }

    public static ServiceApi of(Service service) {
        return READ.get(service);
    }

    private static JsonNode document(Service service) {
        Path file = Path.of("..", "docs", "openapi", service.title() + ".yaml");
        try {
            return new YAMLMapper().readTree(file.toFile());
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    /** The contract of the whole suite, or of some roles of it. */
    public static JsonNode contract(Set<String> roles) {
        return new ContractAssembly(URI.create("https://jointdesk.example"), URI.create("https://id.example/realm"))
                .assemble(new ContractTerms("LBL", "Lewisham", roles), all());
    }
}
