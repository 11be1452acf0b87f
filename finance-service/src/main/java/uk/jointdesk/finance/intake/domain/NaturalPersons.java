package uk.jointdesk.finance.intake.domain;

import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The words by which a sender says that a payee is a natural person: INDIVIDUAL in a column of supplier types, or Y in one
 * that asks. Their case does not matter.
 */
public record NaturalPersons(Set<String> words) {
    /** Nothing the sender says makes a payee a natural person. */
    public static final NaturalPersons NONE = new NaturalPersons(Set.of());

    public NaturalPersons {
        words = Set.copyOf(words);
    }

    public static NaturalPersons of(Collection<String> words) {
        return new NaturalPersons(words.stream().map(NaturalPersons::plain).collect(Collectors.toSet()));
    }

    /** @param payeeType as the sender writes it, or null */
    public boolean says(String payeeType) {
        return payeeType != null && words.contains(plain(payeeType));
    }

    boolean isNone() {
        return words.isEmpty();
    }

    private static String plain(String word) {
        return word.strip().toUpperCase(Locale.ROOT);
    }
}
