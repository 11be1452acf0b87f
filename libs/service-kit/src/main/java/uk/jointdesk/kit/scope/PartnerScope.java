package uk.jointdesk.kit.scope;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/**
 * Whose rows a caller may touch: some partners' or all, the unattributed ones included. An empty scope touches none.
 *
 * @param partners partner codes, sorted; empty when {@code all}
 * @param all every partner and what belongs to none
 */
public record PartnerScope(Set<String> partners, boolean all) {

    public static final PartnerScope ALL = new PartnerScope(Set.of(), true);
    public static final PartnerScope NONE = new PartnerScope(Set.of(), false);

    private static final String EVERYBODY = "*";

    public PartnerScope {
        partners = java.util.Collections.unmodifiableSet(new TreeSet<>(partners));
    }

    /** The scope of a token's {@code partners} claim. */
    public static PartnerScope of(Collection<String> codes) {
        if (codes.contains(EVERYBODY)) {
            return ALL;
        }
        // A comma would smuggle a second code into the setting that row-level security reads.
        return new PartnerScope(
                codes.stream()
                        .filter(code -> code.matches("[A-Z0-9]{1,16}"))
                        .collect(java.util.stream.Collectors.toSet()),
                false);
    }

    /** Whether a row of this partner, or of nobody ({@code null}), is inside the scope. */
    public boolean covers(String partner) {
        return all || (partner != null && partners.contains(partner));
    }

    /** The value of {@code jointdesk.scope} that row-level security reads. */
    public String setting() {
        return all ? EVERYBODY : String.join(",", partners);
    }
}
