package uk.jointdesk.servicelevel.agreement;

import java.util.Locale;
import java.util.Set;

/**
 * Which tickets an agreement speaks about. An empty set sets no limit.
 *
 * <p>Queue names are compared without regard to case; a name that ends in {@code *} stands for every queue that begins
 * so ({@code Application team*}). A ticket without a queue is in no listed queue. Exclusion goes before inclusion.
 *
 * @param partners partner codes; a ticket without a partner is covered only if this is empty
 * @param types ticket types, such as {@code INCIDENT}
 * @param queuesIncluded if not empty, only tickets of these queues are covered
 * @param queuesExcluded tickets of these queues are not covered
 */
public record Coverage(
        Set<String> partners, Set<String> types, Set<String> queuesIncluded, Set<String> queuesExcluded) {

    public Coverage {
        partners = Set.copyOf(partners);
        types = Set.copyOf(types);
        queuesIncluded = Set.copyOf(queuesIncluded);
        queuesExcluded = Set.copyOf(queuesExcluded);
    }

    /** Everything of these partners. */
    public static Coverage of(String... partners) {
        return new Coverage(Set.of(partners), Set.of(), Set.of(), Set.of());
    }

    public boolean covers(Terms terms) {
        return allows(partners, terms.partner())
                && allows(types, terms.type())
                && !lists(queuesExcluded, terms.queue())
                && (queuesIncluded.isEmpty() || lists(queuesIncluded, terms.queue()));
    }

    private static boolean allows(Set<String> allowed, String value) {
        return allowed.isEmpty() || (value != null && allowed.contains(value));
    }

    private static boolean lists(Set<String> patterns, String queue) {
        return queue != null && patterns.stream().anyMatch(pattern -> matches(fold(pattern), fold(queue)));
    }

    private static boolean matches(String pattern, String queue) {
        return pattern.endsWith("*")
                ? queue.startsWith(pattern.substring(0, pattern.length() - 1))
                : queue.equals(pattern);
    }

    private static String fold(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
