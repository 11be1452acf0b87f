package uk.jointdesk.local.service;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import uk.jointdesk.local.Installation;
import uk.jointdesk.local.Part;
import uk.jointdesk.local.Ports;
import uk.jointdesk.local.Settings;
import uk.jointdesk.local.demo.DemoData;
import uk.jointdesk.local.keycloak.KeycloakServer;

/** The four services of the suite and what each must be told about the others. */
public final class Services {

    /** Data flows this way, and so they start; they stop the other way round. */
    public static final List<Part> IN_ORDER = List.of(Part.INCIDENT, Part.KPI, Part.FINANCE, Part.GATEWAY);

    /** For whom the local realm's tokens are meant, and what every service asks of them. */
    public static final String AUDIENCE = "jointdesk";

    private final Installation installation;
    private final Settings settings;
    private final Ports ports;

    public Services(Installation installation, Settings settings) {
        this.installation = installation;
        this.settings = settings;
        this.ports = settings.ports();
    }

    public QuarkusService of(Part part) {
        return switch (part) {
            case INCIDENT -> service(part, "incident-service", 512, withDatabase("incident"));
            case KPI -> service(part, "kpi-service", 768, kpi());
            case FINANCE -> service(part, "finance-service", 512, withDatabase("finance"));
            case GATEWAY -> service(part, "gateway", 384, gateway());
            default -> throw new IllegalArgumentException(part + " is not a service");
        };
    }

    private QuarkusService service(Part part, String module, int heap, Map<String, String> own) {
        Map<String, String> environment = new HashMap<>(own);
        environment.put("JOINTDESK_HOST", "127.0.0.1");
        environment.put("JOINTDESK_ISSUER", KeycloakServer.issuer(ports.of(Part.KEYCLOAK)));
        environment.put("JOINTDESK_AUDIENCE", AUDIENCE);
        environment.put("JOINTDESK_INCIDENT_URL", url(Part.INCIDENT));
        environment.put("JOINTDESK_KPI_URL", url(Part.KPI));
        environment.put("JOINTDESK_FINANCE_URL", url(Part.FINANCE));
        return new QuarkusService(
                module, installation.serviceJar(module), ports.of(part), heap, settings.stay(), environment);
    }

    private Map<String, String> kpi() {
        Map<String, String> environment = new HashMap<>(withDatabase("kpi"));
        if (settings.demo()) {
            environment.put("JOINTDESK_KPI_REQUIRED_SOURCES", String.join(",", DemoData.SOURCES));
        }
        return environment;
    }

    /** Beside the other logs: the data directory is where every part works. */
    private Map<String, String> gateway() {
        Map<String, String> environment = new HashMap<>(withDatabase("gateway"));
        environment.put("JOINTDESK_ACCESS_LOG", "logs/access.log");
        return environment;
    }

    private Map<String, String> withDatabase(String name) {
        return Map.of("JOINTDESK_DB_URL", "jdbc:postgresql://127.0.0.1:" + ports.of(Part.POSTGRES) + "/" + name);
    }

    private String url(Part part) {
        return "http://127.0.0.1:" + ports.of(part);
    }
}
