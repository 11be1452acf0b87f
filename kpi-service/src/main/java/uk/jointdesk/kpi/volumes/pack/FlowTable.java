package uk.jointdesk.kpi.volumes.pack;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import uk.jointdesk.kpi.answer.domain.Question;
import uk.jointdesk.kpi.breakdown.domain.Breakdown;
import uk.jointdesk.kpi.breakdown.domain.Cell;
import uk.jointdesk.kpi.breakdown.domain.Dimension;
import uk.jointdesk.kpi.breakdown.domain.PartnerRows;
import uk.jointdesk.kpi.breakdown.domain.Slice;
import uk.jointdesk.kpi.pack.domain.Amount;
import uk.jointdesk.kpi.pack.domain.Balance;
import uk.jointdesk.kpi.pack.domain.Evidence;
import uk.jointdesk.kpi.pack.domain.Figure;
import uk.jointdesk.kpi.pack.domain.Table;
import uk.jointdesk.kpi.period.domain.Period;
import uk.jointdesk.kpi.volumes.domain.Movement;
import uk.jointdesk.kpi.volumes.domain.Movements;

/** What came, what went and what is left of each partner over the whole period, with the law that binds them. */
final class FlowTable {

    private static final List<Movement> IN =
            List.of(Movement.OPEN_AT_START, Movement.LOGGED, Movement.REOPENED, Movement.TRANSFERRED_IN);
    private static final List<Movement> OUT =
            List.of(Movement.RESOLUTIONS, Movement.CANCELLED, Movement.MERGED, Movement.TRANSFERRED_OUT);

    private final Period period;
    private final SortedMap<String, Movements> byPartner = new TreeMap<>();
    private final List<String> rows;

    FlowTable(Question question, PartnerRows partners, Map<Slice, Movements> read) {
        this.period = question.range().whole();
        Breakdown byPartnerOnly = new Breakdown(
                java.util.Set.of(Dimension.PARTNER),
                partners,
                List.of(),
                question.range().months(),
                List.of(period));
        SortedMap<Cell, Movements> cells = byPartnerOnly.addUp(read, Movements.NOTHING, Movements::plus);
        cells.forEach((cell, moved) -> byPartner.put(cell.partner(), moved));
        this.rows = cells.keySet().stream().map(Cell::partner).toList();
    }

    Table table() {
        return new Table(
                "flow",
                "What came, what went and what is left",
                List.of("Partner"),
                Arrays.stream(Movement.values()).map(Movement::words).toList(),
                rows.stream().map(this::row).toList());
    }

    /** {@code openAtStart + logged + reopened + taken over = resolutions + cancelled + merged + handed on + openAtEnd}. */
    List<Balance> balances() {
        return rows.stream()
                .map(row -> new Balance(id(row, Movement.OPEN_AT_END), ids(row, IN), ids(row, OUT)))
                .toList();
    }

    private Table.Row row(String partner) {
        return new Table.Row(
                List.of(partner),
                Stream.of(Movement.values())
                        .map(movement -> figure(partner, movement))
                        .toList());
    }

    private Figure figure(String partner, Movement movement) {
        List<String> tickets = byPartner.get(partner).of(movement);
        Map<String, String> at = Map.of(
                Figure.PARTNER,
                partner,
                "movement",
                movement.name(),
                "period",
                period.label(),
                "from",
                period.from().toString(),
                "to",
                period.to().toString());
        Evidence evidence = Cell.ALL.equals(partner)
                ? Evidence.sumOf(rows.stream()
                        .filter(row -> !Cell.ALL.equals(row))
                        .map(row -> id(row, movement))
                        .toList())
                : Evidence.counted(tickets);
        return Figure.of(
                id(partner, movement), VolumesSection.DEFINITION, at, Amount.tickets(tickets.size()), evidence);
    }

    private static List<String> ids(String partner, List<Movement> movements) {
        return movements.stream().map(movement -> id(partner, movement)).toList();
    }

    private static String id(String partner, Movement movement) {
        return "volumes/flow/" + partner + "/" + movement.name();
    }
}
