package uk.jointdesk.kit.rules;

import java.util.Set;
import java.util.TreeSet;
import uk.jointdesk.servicelevel.agreement.Coverage;

/** Which tickets an agreement speaks about; what is left out sets no limit. A queue name may end in {@code *}. */
public record CoverageDocument(Set<String> partners, Set<String> types, Queues queues) {

    /** Exclusion goes before inclusion. */
    public record Queues(Set<String> included, Set<String> excluded) {}

    static CoverageDocument of(Coverage coverage) {
        return new CoverageDocument(
                new TreeSet<>(coverage.partners()),
                new TreeSet<>(coverage.types()),
                new Queues(new TreeSet<>(coverage.queuesIncluded()), new TreeSet<>(coverage.queuesExcluded())));
    }

    Coverage toCoverage() {
        return new Coverage(
                setOf(partners),
                setOf(types),
                setOf(queues == null ? null : queues.included),
                setOf(queues == null ? null : queues.excluded));
    }

    private static Set<String> setOf(Set<String> set) {
        return set == null ? Set.of() : set;
    }
}
