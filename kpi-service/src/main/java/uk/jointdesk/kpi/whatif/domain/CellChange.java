package uk.jointdesk.kpi.whatif.domain;

import java.util.Optional;
import uk.jointdesk.kpi.breakdown.domain.Cell;
import uk.jointdesk.kpi.compliance.domain.Rag;
import uk.jointdesk.kpi.compliance.domain.Score;
import uk.jointdesk.kpi.compliance.domain.Threshold;
import uk.jointdesk.kpi.period.domain.Period;

/** A compliance cell as it is and as it would be. */
public record CellChange(Cell cell, Period period, Side before, Side after, long tickets) {

    /** @param threshold the levels it is judged against, where one priority is in the cell */
    public record Side(Score score, Optional<Threshold> threshold) {
        /** Green, amber, red or no data; empty where nothing is agreed for a mixture. */
        public Optional<Rag> rag() {
            return score.fraction().isEmpty()
                    ? Optional.of(Rag.NO_DATA)
                    : threshold.map(level -> level.judge(score.fraction()));
        }
    }

    /** Whether anything that a reader sees of the cell would be different. */
    public boolean isChange() {
        return tickets > 0 || !before.equals(after);
    }

    public boolean ragChanges() {
        return !before.rag().equals(after.rag());
    }
}
