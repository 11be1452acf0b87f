package uk.jointdesk.gateway.contract;

import java.util.Set;
import java.util.TreeSet;

/**
 * For whom a contract is.
 *
 * @param partner code
 * @param partnerName as people say it; the code where no name is known
 * @param roles the roles of that partner's clients
 */
public record ContractTerms(String partner, String partnerName, Set<String> roles) {

    /** The clients a partner has: its own team and its service desk. */
    public static final Set<String> PARTNER_ROLES = Set.of("borough-client", "desk-integration");

    public ContractTerms {
        roles = Set.copyOf(roles);
    }

    public String rolesInWords() {
        return String.join(", ", new TreeSet<>(roles));
    }
}
