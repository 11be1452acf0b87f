package uk.jointdesk.finance.statement.domain;

import java.util.List;

/**
 * What leads to a cell: the facts it comes from, or a division in words, or cells added and cells taken away.
 *
 * @param source where a fact is published or kept, or null
 * @param words how an amount was divided, or null
 * @param plus ids of the cells it adds
 * @param minus ids of the cells it takes away
 */
public record Working(String source, String words, List<String> plus, List<String> minus) {

    public Working {
        plus = List.copyOf(plus);
        minus = List.copyOf(minus);
    }

    static Working from(String source) {
        return new Working(source, null, List.of(), List.of());
    }

    static Working by(String words) {
        return new Working(null, words, List.of(), List.of());
    }

    static Working sum(List<String> plus, List<String> minus) {
        return new Working(null, null, plus, minus);
    }

    boolean isSum() {
        return !plus.isEmpty() || !minus.isEmpty();
    }
}
