package uk.jointdesk.kpi.statistics.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import uk.jointdesk.kpi.answer.domain.Filter;
import uk.jointdesk.kpi.breakdown.domain.Cell;

/** Where the tickets behind a cell are listed: the cell's own group, and for the rest what the question was about. */
public final class CellLink {

    private static final String DRILL = "/api/v1/performance/drill?set=%s&from=%s&to=%s";

    private CellLink() {}

    /** The cell of a question that was broken down. */
    public static String of(String set, Cell cell, Filter filter, LocalDate from, LocalDate to) {
        Filter group = new Filter(
                own(cell.partner(), filter.partners()),
                own(cell.priority(), filter.priorities()),
                own(cell.type(), filter.types()),
                own(cell.queue(), filter.queues()),
                own(cell.organisation(), filter.organisations()),
                own(cell.category(), filter.categories()),
                filter.exceptCategories());
        return of(set, group, from, to);
    }

    /** Everything that a filter lets through. */
    public static String of(String set, Filter filter, LocalDate from, LocalDate to) {
        List<String> parts = new ArrayList<>();
        parts.add(DRILL.formatted(set, from, to));
        add(parts, "priority", filter.priorities());
        add(parts, "partner", filter.partners());
        add(parts, "type", filter.types());
        add(parts, "queue", filter.queues());
        add(parts, "organisation", filter.organisations());
        add(parts, "category", filter.categories());
        add(parts, "exceptCategory", filter.exceptCategories());
        return String.join("&", parts);
    }

    private static Set<String> own(String value, Set<String> asked) {
        return value == null ? asked : Set.of(value);
    }

    private static void add(List<String> parts, String name, Set<String> values) {
        values.stream()
                .sorted()
                .forEach(value -> parts.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8)));
    }
}
