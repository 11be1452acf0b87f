package uk.jointdesk.kpi.whatif;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import uk.jointdesk.kpi.whatif.domain.CellChange;
import uk.jointdesk.kpi.whatif.domain.ServicePoints;

/** Whoever changes a cell of May 2016 pays a pound for each cell that changes, and 50 pence. */
@ApplicationScoped
public class PennyPoints implements ServicePoints {

    @Override
    public List<CreditChange> changes(List<CellChange> cells) {
        boolean may = cells.stream().anyMatch(change -> change.period().label().equals("2016-05"));
        return may ? List.of(new CreditChange("2016-05", "KPI 99", 0, cells.size() * 100L + 50)) : List.of();
    }
}
