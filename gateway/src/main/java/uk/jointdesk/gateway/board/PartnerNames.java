package uk.jointdesk.gateway.board;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import uk.jointdesk.gateway.partner.Partner;

/** How the page calls partners and in which order: authorities, customers, sub-bodies, nobody's, everybody's. */
final class PartnerNames {

    static final String ALL = "ALL";
    private static final String UNATTRIBUTED = "UNATTRIBUTED";
    private static final String OTHERS = "OTHERS";
    private static final List<String> KINDS = List.of("AUTHORITY", "CUSTOMER", "SUB_BODY");

    private final Map<String, Partner> known = new HashMap<>();

    PartnerNames(Collection<Partner> partners) {
        partners.forEach(partner -> known.put(partner.code(), partner));
    }

    /** Short enough for a table: "Brent" of "London Borough of Brent"; the code where the register is not at hand. */
    String of(String code) {
        return switch (code) {
            case ALL -> "All partners";
            case UNATTRIBUTED -> "Unattributed";
            case OTHERS -> "All other partners";
            default -> known.containsKey(code) ? brief(known.get(code).name()) : code;
        };
    }

    private static String brief(String name) {
        return name.replaceFirst("^(London |Royal )?Borough of ", "").replaceFirst(" Council$", "");
    }

    /** Whether the row sums up others. */
    static boolean isTotal(String code) {
        return ALL.equals(code);
    }

    Comparator<String> order() {
        return Comparator.comparingInt(this::rank).thenComparing(Comparator.naturalOrder());
    }

    private int rank(String code) {
        return switch (code) {
            case ALL -> 9;
            case UNATTRIBUTED, OTHERS -> 8;
            default -> known.containsKey(code) ? KINDS.indexOf(known.get(code).kind()) : KINDS.size();
        };
    }
}
