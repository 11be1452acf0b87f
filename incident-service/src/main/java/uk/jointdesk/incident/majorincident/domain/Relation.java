package uk.jointdesk.incident.majorincident.domain;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Another major incident that resembles this one, and what they share. */
public record Relation(String reference, Set<Shared> by) {

    /** What two major incidents have in common. */
    public enum Shared {
        SERVICE,
        CAUSE,
        PROBLEM
    }

    /** Those of the others that share a service, a cause in the same words, or a problem. */
    public static List<Relation> of(MajorIncident one, Collection<MajorIncident> others) {
        return others.stream()
                .filter(other -> !other.reference().equals(one.reference()))
                .map(other -> new Relation(other.reference(), shared(one, other)))
                .filter(relation -> !relation.by.isEmpty())
                .toList();
    }

    private static Set<Shared> shared(MajorIncident one, MajorIncident other) {
        Set<Shared> shared = EnumSet.noneOf(Shared.class);
        if (!Collections.disjoint(one.services(), other.services())) {
            shared.add(Shared.SERVICE);
        }
        if (one.cause().text() != null
                && one.cause().text().equalsIgnoreCase(other.cause().text())) {
            shared.add(Shared.CAUSE);
        }
        if (one.problem() != null && one.problem().equals(other.problem())) {
            shared.add(Shared.PROBLEM);
        }
        return shared;
    }
}
