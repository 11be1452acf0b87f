package uk.jointdesk.system.operation;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Which client of the realm has which role. */
public final class Clients {

    public static final List<String> PARTNERS = List.of("LBB", "LBL", "LBS");
    public static final List<String> PARTNER_ROLES = List.of("borough-client", "desk-integration");

    /** The desk has two roles at once; no client of the realm has one of them alone. */
    public static final Map<String, Set<String>> ROLES = Map.of(
            "lbl-client", Set.of("borough-client"),
            "hornbill-lbl", Set.of("desk-integration"),
            "desk", Set.of("service-desk", "incident-manager"),
            "performance", Set.of("performance-analyst"),
            "finance", Set.of("finance-officer"),
            "board", Set.of("board-member"),
            "auditor", Set.of("auditor"),
            "admin", Set.of("platform-admin"),
            "kpi-service", Set.of("suite-service"));

    private Clients() {}

    /** A partner's own client with a role. */
    public static String of(String role, String partner) {
        String code = partner.toLowerCase(Locale.ROOT);
        return switch (role) {
            case "borough-client" -> code + "-client";
            case "desk-integration" -> "hornbill-" + code;
            default -> throw new IllegalArgumentException(role + " is not a role of a partner's clients");
        };
    }
}
