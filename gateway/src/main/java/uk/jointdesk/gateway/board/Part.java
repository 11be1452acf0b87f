package uk.jointdesk.gateway.board;

import java.util.function.Function;

/**
 * One part of the page: its figures, or why they are missing. The rest of the page stands either way.
 *
 * @param value null when missing
 * @param missing null when there
 */
public record Part<T>(T value, String missing) {

    static <T> Part<T> of(T value) {
        return new Part<>(value, null);
    }

    static <T> Part<T> missing(String why) {
        return new Part<>(null, why);
    }

    public boolean isThere() {
        return value != null;
    }

    <R> Part<R> map(Function<T, R> view) {
        return isThere() ? of(view.apply(value)) : missing(missing);
    }
}
