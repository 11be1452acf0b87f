package uk.jointdesk.finance.intake.format;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import uk.jointdesk.finance.intake.domain.Field;

/** Where the columns of an extract are. */
final class Header {
    private final Map<Field, List<Integer>> places;
    private final int width;

    private Header(Map<Field, List<Integer>> places, int width) {
        this.places = places;
        this.width = width;
    }

    /** The header in a row that names a column for every field; else empty, and the row is preamble. */
    static Optional<Header> in(List<String> cells, Map<Field, List<String>> columns) {
        Map<Field, List<Integer>> places = new EnumMap<>(Field.class);
        columns.forEach((field, names) -> places.put(field, places(cells, names)));
        boolean whole = places.values().stream().noneMatch(List::isEmpty);
        return whole ? Optional.of(new Header(places, cells.size())) : Optional.empty();
    }

    private static List<Integer> places(List<String> cells, List<String> names) {
        List<Integer> found = new ArrayList<>();
        for (int place = 0; place < cells.size(); place++) {
            String cell = cells.get(place);
            if (names.stream().anyMatch(name -> name.strip().equalsIgnoreCase(cell))) {
                found.add(place);
            }
        }
        return found;
    }

    int width() {
        return width;
    }

    int place(Field field) {
        return places.get(field).get(0);
    }

    /** The cell of a field, or null when it is empty or the extract has no such column. */
    String text(List<String> cells, Field field) {
        List<Integer> found = places.get(field);
        if (found == null) {
            return null;
        }
        String text = field == Field.DESCRIPTION
                ? found.stream().map(cells::get).filter(cell -> !cell.isEmpty()).collect(Collectors.joining("; "))
                : cells.get(found.get(0));
        return text.isEmpty() ? null : text;
    }
}
