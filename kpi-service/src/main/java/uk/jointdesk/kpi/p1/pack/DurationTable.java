package uk.jointdesk.kpi.p1.pack;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;
import uk.jointdesk.kpi.breakdown.domain.Cell;
import uk.jointdesk.kpi.p1.domain.SeriousTicket;
import uk.jointdesk.kpi.pack.domain.Amount;
import uk.jointdesk.kpi.pack.domain.Audience;
import uk.jointdesk.kpi.pack.domain.Evidence;
import uk.jointdesk.kpi.pack.domain.Figure;
import uk.jointdesk.kpi.pack.domain.Table;

/** Each P1 by its resolution. A ticket's reference is for the board, so the public's copy has the counts alone. */
record DurationTable(SortedMap<String, List<SeriousTicket>> rows, ZoneId zone) {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");
    private static final long MILLIS_PER_MINUTE = 60_000;

    Table table() {
        List<Table.Row> lines = rows.entrySet().stream()
                .filter(row -> !Cell.ALL.equals(row.getKey()))
                .flatMap(row -> row.getValue().stream().map(ticket -> row(row.getKey(), ticket)))
                .toList();
        return new Table(
                "list",
                "Each priority 1 incident by its resolution; minutes are cut off, exact time has decided",
                List.of("Partner", "Ticket"),
                List.of("Logged", "Resolved", "Minutes elapsed", "Service minutes", "Minutes allowed", "Outcome"),
                lines);
    }

    private Table.Row row(String partner, SeriousTicket ticket) {
        Map<String, Amount> cells = new LinkedHashMap<>();
        cells.put("logged", text(minute(ticket.loggedAt())));
        cells.put("resolved", text(minute(ticket.resolvedAt())));
        cells.put(
                "elapsed",
                minutes(Duration.between(ticket.loggedAt(), ticket.resolvedAt()).toMinutes()));
        boolean measured = ticket.targetMinutes() != null;
        cells.put("service", minutes(measured ? ticket.consumedMillis() / MILLIS_PER_MINUTE : null));
        cells.put("allowed", minutes(ticket.targetMinutes()));
        cells.put("outcome", text(ticket.outcome()));
        return new Table.Row(
                List.of(partner, ticket.reference()),
                cells.entrySet().stream()
                        .map(cell -> figure(partner, ticket, cell.getKey(), cell.getValue()))
                        .collect(Collectors.toList()));
    }

    private static Figure figure(String partner, SeriousTicket ticket, String what, Amount amount) {
        Map<String, String> at = Map.of(Figure.PARTNER, partner, "ticket", ticket.reference(), "measure", what);
        String id = "p1-durations/list/%s/%s".formatted(ticket.reference(), what);
        return Figure.of(id, P1Section.DEFINITION, at, amount, Evidence.NONE).forAudience(Audience.BOARD);
    }

    private String minute(Instant instant) {
        return MINUTE.format(instant.atZone(zone));
    }

    private static Amount text(String words) {
        return Amount.of(Amount.Unit.TEXT, words);
    }

    private static Amount minutes(Long minutes) {
        return Amount.of(Amount.Unit.MINUTES, minutes == null ? null : minutes.toString());
    }
}
