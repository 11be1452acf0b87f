package uk.jointdesk.gateway.route;

import static uk.jointdesk.gateway.route.Service.FINANCE;
import static uk.jointdesk.gateway.route.Service.INCIDENT;
import static uk.jointdesk.gateway.route.Service.KPI;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Which service owns which resource below {@code /api/v1}: the one place to add a row. What is not here is not found. */
public final class RouteTable {

    public static final String ROOT = "/api/v1/";

    private static final Map<Service, List<String>> OWNED = Map.of(
            INCIDENT,
            List.of(
                    "partners",
                    "calendars",
                    "agreements",
                    "tickets",
                    "imports",
                    "integrations",
                    "escalations",
                    "major-incidents",
                    "problems",
                    "catalogue",
                    "knowledge",
                    "queues",
                    "services",
                    "priority-assessments",
                    "audit",
                    "erasures",
                    "subscriptions",
                    "feedback",
                    "ticket-events"),
            KPI,
            List.of("performance", "kpis", "mitigations", "service-points", "packs", "restatements"),
            FINANCE,
            List.of(
                    "financial-years",
                    "budgets",
                    "budget-lines",
                    "virements",
                    "postings",
                    "budget-monitoring",
                    "covid-expenditure",
                    "apportionment-schemes",
                    "apportionments",
                    "contributions",
                    "funding-partners",
                    "contribution-statements",
                    "periods",
                    "journal.hledger",
                    "ledger",
                    "ledger-codes",
                    "trial-balance",
                    "budget-changes",
                    "budget-plans",
                    "import-profiles",
                    "suspense",
                    "commitments",
                    "accruals",
                    "forecasts",
                    "spend-profiles",
                    "funds",
                    "drivers",
                    "driver-values",
                    "service-credits",
                    "billing-runs",
                    "bills",
                    "billing-parties",
                    "receipts",
                    "partner-accounts",
                    "exit-statements",
                    "statements",
                    "transparency"));

    private static final Map<String, Service> OWNER = new HashMap<>();

    static {
        OWNED.forEach((service, resources) -> resources.forEach(resource -> OWNER.put(resource, service)));
    }

    /** The link of a survey: 48 bytes in base64url, of which the service checks the signature. */
    private static final Pattern OPEN = Pattern.compile("/api/v1/feedback/[A-Za-z0-9_-]{64}");

    private RouteTable() {}

    /** Whether a path is its own key, so that nobody is asked who they are. Everything else is closed. */
    public static boolean isOpen(String path) {
        return OPEN.matcher(path).matches();
    }

    /** The service that owns a path such as {@code /api/v1/tickets/LBL-0000123}. */
    public static Optional<Service> ownerOf(String path) {
        if (!path.startsWith(ROOT) || !isPlain(path)) {
            return Optional.empty();
        }
        String rest = path.substring(ROOT.length());
        int slash = rest.indexOf('/');
        return Optional.ofNullable(OWNER.get(slash < 0 ? rest : rest.substring(0, slash)));
    }

    /**
     * Whether gateway and service are sure to read the path the same way. Dots, empty segments, matrix parameters and
     * encoded slashes are how a path says one thing to a guard and another to the house.
     */
    public static boolean isPlain(String path) {
        if (path == null || path.chars().anyMatch(Character::isISOControl)) {
            return false;
        }
        String lower = path.toLowerCase(java.util.Locale.ROOT);
        return !path.contains("//")
                && !path.contains("/.")
                && !path.contains(";")
                && !path.contains("\\")
                && !lower.contains("%2f")
                && !lower.contains("%5c")
                && !lower.contains("%2e")
                && !lower.contains("%3b")
                && !lower.contains("%25")
                && !lower.contains("%00");
    }
}
