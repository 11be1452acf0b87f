package uk.jointdesk.kit.rules;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import uk.jointdesk.servicelevel.agreement.Coverage;

/** Which tickets an agreement speaks about; what is left out sets no limit. A queue name may end in {@code *}. */
public record CoverageDocument(Set<String> partners, Set<String> types, Queues queues) {

    /** In alphabetical order, so that the same agreement is always written the same. */
    public CoverageDocument {
        partners = sorted(partners);
        types = sorted(types);
    }

    /** Exclusion goes before inclusion. */
    public record Queues(Set<String> included, Set<String> excluded) {

        public Queues {
            included = sorted(included);
            excluded = sorted(excluded);
        }
    }

    static CoverageDocument of(Coverage coverage) {
        return new CoverageDocument(
                coverage.partners(),
                coverage.types(),
                new Queues(coverage.queuesIncluded(), coverage.queuesExcluded()));
    }

    Coverage toCoverage() {
        return new Coverage(
                setOf(partners),
                setOf(types),
                setOf(queues == null ? null : queues.included),
                setOf(queues == null ? null : queues.excluded));
    }

    private static Set<String> sorted(Set<String> set) {
        return set == null ? null : Collections.unmodifiableSet(new TreeSet<>(set));
    }

    private static Set<String> setOf(Set<String> set) {
        return set == null ? Set.of() : set;
    }
}
