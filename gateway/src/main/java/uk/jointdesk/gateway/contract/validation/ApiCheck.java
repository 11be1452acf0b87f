package uk.jointdesk.gateway.contract.validation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/** The checks of one service's operations. */
public final class ApiCheck {

    /** Marks a schema that the contract tells and the door leaves to the service. */
    public static final String LEFT_TO_SERVICE = "x-jointdesk-left-to-service";

    private static final Logger LOG = Logger.getLogger(ApiCheck.class);

    private final JsonNode document;
    private Schemas schemas;
    private final Map<String, OperationCheck> checks = new ConcurrentHashMap<>();

    public ApiCheck(JsonNode document) {
        this.document = document;
    }

    /** Made when first needed: most documents are only read. */
    private synchronized Schemas schemas() {
        if (schemas == null) {
            schemas = new Schemas(judged());
        }
        return schemas;
    }

    private JsonNode judged() {
        JsonNode judged = document.deepCopy();
        judged.path("components").path("schemas").forEach(schema -> {
            if (schema.path(LEFT_TO_SERVICE).asBoolean()) {
                ((ObjectNode) schema).removeAll();
            }
        });
        return judged;
    }

    /** The check of an operation of the document; the first to ask pays for its making. */
    public OperationCheck of(String method, String path) {
        return checks.computeIfAbsent(method + " " + path, any -> make(path, method.toLowerCase(Locale.ROOT)));
    }

    /** A description that cannot be compiled closes no operation: its service judges requests as well. */
    private OperationCheck make(String path, String method) {
        try {
            return OperationCheck.of(schemas(), path, method);
        } catch (RuntimeException unusable) {
            LOG.errorf(unusable, "%s %s is described in a way that cannot be held against requests", method, path);
            return OperationCheck.none(schemas());
        }
    }
}
