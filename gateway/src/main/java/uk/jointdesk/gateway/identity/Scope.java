package uk.jointdesk.gateway.identity;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/**
 * The partners a token speaks for, as it says itself; sub-bodies are known to the partner register only.
 *
 * @param partners partner codes; empty when {@code all}
 * @param all every partner, and what belongs to none
 */
public record Scope(Set<String> partners, boolean all) {

    private static final String EVERYBODY = "*";

    public Scope {
        partners = java.util.Collections.unmodifiableSet(new TreeSet<>(partners));
    }

    public static Scope of(Collection<String> codes) {
        return codes.contains(EVERYBODY) ? new Scope(Set.of(), true) : new Scope(Set.copyOf(codes), false);
    }

    public boolean covers(String partner) {
        return all || partners.contains(partner);
    }

    /** {@code *}, or the codes with commas between them. */
    public String text() {
        return all ? EVERYBODY : String.join(",", partners);
    }
}
