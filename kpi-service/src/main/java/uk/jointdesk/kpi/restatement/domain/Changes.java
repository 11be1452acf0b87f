package uk.jointdesk.kpi.restatement.domain;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import uk.jointdesk.kpi.pack.domain.Evidence;
import uk.jointdesk.kpi.pack.domain.Figure;
import uk.jointdesk.kpi.pack.domain.PackDocument;
import uk.jointdesk.kpi.restatement.domain.CellChange.Place;
import uk.jointdesk.kpi.restatement.domain.CellChange.TicketChange;

/** What today's facts change in a published pack, cell by cell. */
public final class Changes {

    private Changes() {}

    /** The cells whose number or judgement is another, in the reading order of the published pack. */
    public static List<CellChange> between(PackDocument published, PackDocument today) {
        Map<String, Figure> before = published.figuresById();
        Map<String, Figure> now = today.figuresById();
        Set<String> cells = new LinkedHashSet<>(before.keySet());
        cells.addAll(now.keySet());
        return cells.stream()
                .map(cell -> change(before.get(cell), now.get(cell)))
                .filter(Objects::nonNull)
                .toList();
    }

    private static CellChange change(Figure before, Figure now) {
        boolean same = before != null
                && now != null
                && before.amount().equals(now.amount())
                && Objects.equals(rag(before), rag(now));
        if (same) {
            return null;
        }
        Figure either = before == null ? now : before;
        return new CellChange(
                either.id(),
                either.definition(),
                either.at(),
                before == null ? null : before.amount(),
                now == null ? null : now.amount(),
                before == null ? null : rag(before),
                now == null ? null : rag(now),
                tickets(places(before), places(now)));
    }

    private static String rag(Figure figure) {
        return figure.verdict() == null ? null : figure.verdict().rag();
    }

    private static List<TicketChange> tickets(Map<String, List<Place>> before, Map<String, List<Place>> now) {
        List<TicketChange> changes = new ArrayList<>();
        Stream.concat(before.keySet().stream(), now.keySet().stream())
                .distinct()
                .sorted()
                .filter(ticket -> !Objects.equals(before.get(ticket), now.get(ticket)))
                .forEach(ticket -> changes.add(
                        new TicketChange(ticket, place(before.get(ticket)), place(now.get(ticket)), List.of())));
        return changes;
    }

    private static Place place(List<Place> places) {
        return places == null ? Place.NOWHERE : places.get(0);
    }

    private static Map<String, List<Place>> places(Figure figure) {
        Map<String, List<Place>> places = new TreeMap<>();
        if (figure != null) {
            Evidence evidence = figure.evidence();
            put(places, evidence.numerator(), Place.NUMERATOR);
            put(places, evidence.rest(), Place.DENOMINATOR_ONLY);
            put(places, evidence.excluded(), Place.EXCLUDED);
        }
        return places;
    }

    private static void put(Map<String, List<Place>> places, List<String> tickets, Place place) {
        tickets.forEach(ticket ->
                places.computeIfAbsent(ticket, none -> new ArrayList<>()).add(place));
    }
}
