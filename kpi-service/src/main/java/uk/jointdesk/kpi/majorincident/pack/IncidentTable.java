package uk.jointdesk.kpi.majorincident.pack;

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
import uk.jointdesk.kpi.majorincident.domain.Affected;
import uk.jointdesk.kpi.majorincident.domain.MajorIncident;
import uk.jointdesk.kpi.pack.domain.Amount;
import uk.jointdesk.kpi.pack.domain.Evidence;
import uk.jointdesk.kpi.pack.domain.Figure;
import uk.jointdesk.kpi.pack.domain.Table;

/** Each major incident under every council it affected, so that a council's copy has its own and no other. */
record IncidentTable(SortedMap<String, Affected> affected, ZoneId zone) {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

    Table table() {
        List<Table.Row> rows = affected.entrySet().stream()
                .filter(row -> !Cell.ALL.equals(row.getKey()))
                .flatMap(row -> row.getValue().incidents().stream().map(incident -> row(row.getKey(), incident)))
                .toList();
        return new Table(
                "incidents",
                "Each major incident, under every council it affected",
                List.of("Partner", "Incident"),
                List.of("What happened", "Cause", "Services", "Declared", "Resolved", "Minutes"),
                rows);
    }

    private Table.Row row(String partner, MajorIncident incident) {
        Map<String, Amount> cells = new LinkedHashMap<>();
        cells.put("title", text(incident.title()));
        cells.put("cause", text(cause(incident)));
        cells.put("services", text(String.join(", ", incident.services())));
        cells.put("declared", text(minute(incident.declaredAt())));
        cells.put("resolved", text(minute(incident.resolvedAt())));
        cells.put("minutes", Amount.of(Amount.Unit.MINUTES, minutes(incident)));
        return new Table.Row(
                List.of(partner, incident.reference()),
                cells.entrySet().stream()
                        .map(cell -> figure(partner, incident, cell.getKey(), cell.getValue()))
                        .collect(Collectors.toList()));
    }

    private static Figure figure(String partner, MajorIncident incident, String what, Amount amount) {
        Map<String, String> at = Map.of(Figure.PARTNER, partner, "incident", incident.reference(), "measure", what);
        String id = "major-incidents/list/%s/%s/%s".formatted(partner, incident.reference(), what);
        return Figure.of(id, MajorIncidentSection.DEFINITION, at, amount, Evidence.NONE);
    }

    private static String cause(MajorIncident incident) {
        return incident.cause() == null
                ? incident.causeOrUnknown()
                : incident.causeOrUnknown() + ": " + incident.cause();
    }

    private String minute(Instant instant) {
        return instant == null ? null : MINUTE.format(instant.atZone(zone));
    }

    private static String minutes(MajorIncident incident) {
        return incident.resolvedAt() == null
                ? null
                : Long.toString(Duration.between(incident.declaredAt(), incident.resolvedAt())
                        .toMinutes());
    }

    private static Amount text(String words) {
        return Amount.of(Amount.Unit.TEXT, words == null || words.isEmpty() ? null : words);
    }
}
