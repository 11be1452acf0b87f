package uk.jointdesk.system.operation;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import uk.jointdesk.local.Part;
import uk.jointdesk.local.Suite;
import uk.jointdesk.system.suite.Api;

/** What the services say of themselves, behind the gateway. */
public final class ServiceContracts {

    private ServiceContracts() {}

    public static Map<Part, Contract> of(Api api, Suite suite) {
        Map<Part, Contract> contracts = new TreeMap<>();
        for (Part service : List.of(Part.INCIDENT, Part.KPI, Part.FINANCE)) {
            contracts.put(
                    service,
                    new Contract(api.nobody()
                            .direct(suite.url(service) + "/q/openapi?format=JSON")
                            .ok()));
        }
        return contracts;
    }
}
