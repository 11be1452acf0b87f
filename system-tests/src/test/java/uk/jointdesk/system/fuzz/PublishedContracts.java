package uk.jointdesk.system.fuzz;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import uk.jointdesk.local.Part;
import uk.jointdesk.system.operation.Contract;
import uk.jointdesk.system.operation.Operation;

/** Every operation as it is committed under {@code docs/openapi}, with a request about things that need not be there. */
final class PublishedContracts {

    private static final Map<Part, String> DOCUMENTS = Map.of(
            Part.INCIDENT, "incident-service.yaml",
            Part.KPI, "kpi-service.yaml",
            Part.FINANCE, "finance-service.yaml");

    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    private PublishedContracts() {}

    static List<Subject> subjects() {
        List<Subject> subjects = new ArrayList<>(of(Part.GATEWAY, GatewayContract.contract()));
        DOCUMENTS.forEach((service, document) -> subjects.addAll(of(service, read(document))));
        return subjects;
    }

    private static List<Subject> of(Part service, Contract contract) {
        ContractRule rule = new ContractRule(contract);
        return contract.operations().stream()
                .map(operation ->
                        Subject.of(new Subject.Described(service, contract, rule, operation), path(operation)))
                .toList();
    }

    private static String path(Operation operation) {
        return Operation.filled(operation.path(), variable -> "LBL-0000001");
    }

    private static Contract read(String document) {
        try {
            return new Contract(
                    YAML.readTree(Path.of("..", "docs", "openapi", document).toFile()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
