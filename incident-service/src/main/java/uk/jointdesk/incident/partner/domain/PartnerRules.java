package uk.jointdesk.incident.partner.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What a partner's entry must be for figures to add up. */
public final class PartnerRules {

    public static final List<String> KINDS = List.of("AUTHORITY", "CUSTOMER", "SUB_BODY");
    private static final List<String> RESERVED = List.of("STS", "ALL", "UNATTRIBUTED");

    private PartnerRules() {}

    /** Why an entry is refused. */
    public record Objection(String code, String pointer, String message) {}

    /** The first rule that an entry breaks, as far as the entry alone shows it. */
    public static Optional<Objection> objection(
            String code, String kind, String parent, LocalDate memberFrom, LocalDate memberTo) {
        if (!code.matches("[A-Z][A-Z0-9]{1,9}") || RESERVED.contains(code)) {
            return objection(
                    "partner-code-refused", "/code", "is 2 to 10 capital letters and digits, and not reserved");
        }
        if (!KINDS.contains(kind)) {
            return objection("partner-kind-unknown", "/kind", "is one of " + String.join(", ", KINDS));
        }
        if (kind.equals("SUB_BODY") != (parent != null)) {
            return objection("partner-parent-refused", "/parent", "a sub-body has a parent, nobody else has");
        }
        if (memberTo != null && memberTo.isBefore(memberFrom)) {
            return objection("partner-dates-refused", "/memberTo", "lies before memberFrom");
        }
        return Optional.empty();
    }

    private static Optional<Objection> objection(String code, String pointer, String message) {
        return Optional.of(new Objection(code, pointer, message));
    }
}
