package uk.jointdesk.kpi.pack.domain;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Fills one kind of section. A measure brings its own as a CDI bean in its own package; what is compiled, projected,
 * frozen and printed is then the same for all.
 *
 * <p>A source speaks of the whole service, and is also asked where nobody has called (when published packs are compared
 * with today's facts): it reads in the scope of all partners. Audiences and a council's own view are cut out of its
 * content afterwards.
 */
public interface SectionSource {

    /** How a plan names it. */
    String code();

    String title();

    /** The widest audience that may have its figures. */
    default Audience audience() {
        return Audience.PUBLIC;
    }

    /** The options it reads, each with the words it takes; an empty set takes any. */
    default Map<String, Set<String>> options() {
        return Map.of();
    }

    /** What is wrong with the words of an option of its own; empty where it takes them. */
    default Optional<String> objection(String option, String value) {
        Set<String> words = options().get(option);
        return words == null || words.isEmpty() || words.contains(value)
                ? Optional.empty()
                : Optional.of(
                        "is one of " + String.join(", ", words.stream().sorted().toList()));
    }

    /** Whether it speaks about the other sections and so is filled after them. */
    default boolean readsOtherSections() {
        return false;
    }

    /** Whether its figures have ids, so that a pack can name it only once. */
    default boolean hasFigures() {
        return true;
    }

    /** The content; figure ids are unique within it and depend on nothing but what the figure is about. */
    SectionContent content(SectionRequest request);
}
