package uk.jointdesk.kpi.majorincident.domain;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import uk.jointdesk.kpi.breakdown.domain.Cell;
import uk.jointdesk.kpi.breakdown.domain.PartnerRows;
import uk.jointdesk.kpi.period.domain.Period;

/**
 * Counts major incidents by the period they were declared in and the councils they affected.
 *
 * @param byPartner whether each council has a row; without, an incident counts once
 */
public record Tally(List<Period> periods, PartnerRows partners, boolean byPartner, ZoneId zone) {

    public SortedMap<Cell, Incidents> count(List<MajorIncident> incidents) {
        SortedMap<Cell, Incidents> cells = expected();
        PartnerRows every = new PartnerRows(
                partners.register(), partners.visible(), partners.wholeService(), Set.of(), partners.ownRows());
        for (MajorIncident incident : incidents) {
            Set<String> councils = rows(incident, every);
            councils.remove(Cell.ALL);
            Incidents one = Incidents.one(incident, councils.size());
            int period = period(incident);
            Set<String> rows = rows(incident, partners);
            for (String row : byPartner ? rows : onceIfAny(rows)) {
                cells.merge(new Cell(null, row, period, null, null), one, Incidents::plus);
            }
        }
        return cells;
    }

    private Set<String> rows(MajorIncident incident, PartnerRows from) {
        Set<String> rows = new TreeSet<>();
        incident.partners().stream().filter(partners.visible()).forEach(partner -> rows.addAll(from.rowsOf(partner)));
        return rows;
    }

    private static Set<String> onceIfAny(Set<String> rows) {
        return rows.isEmpty() ? Set.of() : Collections.singleton(null);
    }

    private SortedMap<Cell, Incidents> expected() {
        SortedMap<Cell, Incidents> cells = new TreeMap<>();
        for (int period = 0; period < periods.size(); period++) {
            for (String row : expectedRows(periods.get(period))) {
                cells.put(new Cell(null, row, period, null, null), Incidents.NONE);
            }
        }
        return cells;
    }

    private List<String> expectedRows(Period period) {
        List<String> rows = new ArrayList<>(
                byPartner ? partners.expected(period.from(), period.to()) : Collections.singletonList(null));
        // A major incident always affects somebody.
        rows.remove(Cell.UNATTRIBUTED);
        return rows;
    }

    private int period(MajorIncident incident) {
        LocalDate day = LocalDate.ofInstant(incident.declaredAt(), zone);
        for (int i = 0; i < periods.size(); i++) {
            if (periods.get(i).contains(day)) {
                return i;
            }
        }
        throw new IllegalArgumentException(day + " lies in no period of the answer");
    }
}
