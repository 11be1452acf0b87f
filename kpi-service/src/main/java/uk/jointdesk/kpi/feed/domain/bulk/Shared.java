package uk.jointdesk.kpi.feed.domain.bulk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Something that many tickets have in common: each has the number of its value.
 *
 * @param values without repetition
 */
record Shared<T>(List<T> values, int[] numbers) {

    static <R, T> Shared<T> of(List<R> rows, Function<R, T> value) {
        Map<T, Integer> known = new HashMap<>();
        List<T> values = new ArrayList<>();
        int[] numbers = new int[rows.size()];
        for (int i = 0; i < numbers.length; i++) {
            T one = value.apply(rows.get(i));
            Integer number = known.putIfAbsent(one, values.size());
            if (number == null) {
                values.add(one);
            }
            numbers[i] = number == null ? values.size() - 1 : number;
        }
        return new Shared<>(List.copyOf(values), numbers);
    }

    T of(int row) {
        return values.get(numbers[row]);
    }
}
