package uk.jointdesk.kpi.backlog.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.jointdesk.kpi.answer.web.Explanation;
import uk.jointdesk.kpi.answer.web.Group;
import uk.jointdesk.kpi.answer.web.Ratio;
import uk.jointdesk.kpi.backlog.domain.Backlog;
import uk.jointdesk.kpi.breakdown.domain.Cell;
import uk.jointdesk.kpi.bulkclosure.domain.BulkClosed;
import uk.jointdesk.kpi.compliance.domain.Rag;
import uk.jointdesk.kpi.level.domain.Level;

/** The open tickets of one group. */
public record BacklogRow(
        @JsonUnwrapped Group group,
        long open,
        long untriaged,
        List<OnHold> onHold,

        @Schema(description = "Open and not on hold") long active,

        long openOver30Days,
        Ratio openOver30DaysRatio,

        @Schema(description = "Left out where no level is agreed")
        Judged openOver30DaysLevel,

        @Schema(description = "Left out when nothing is open")
        Oldest oldest,

        @Schema(
                description =
                        "Tickets that bulk closures took out of the backlog in the local month of the moment, up to"
                                + " its day")
        long bulkClosed) {

    private static final ZoneId LONDON = ZoneId.of(Explanation.ZONE);

    public record OnHold(String reason, long count) {}

    /** Green up to the target, amber up to the minimum, red beyond; decided on the exact ratio. */
    public record Judged(String targetPercent, String minimumPercent, Rag rag) {
        static Judged of(Level level, Backlog backlog) {
            return new Judged(
                    level.target().setScale(2).toPlainString(),
                    level.minimum()
                            .map(minimum -> minimum.setScale(2).toPlainString())
                            .orElse(null),
                    level.judge(backlog.aged()));
        }
    }

    /** The ticket that has been open longest, in local days from its logging to the moment. */
    public record Oldest(Instant loggedAt, long ageDays) {
        static Oldest of(Instant loggedAt, LocalDate day) {
            LocalDate loggedOn = LocalDate.ofInstant(loggedAt, LONDON);
            return new Oldest(loggedAt, ChronoUnit.DAYS.between(loggedOn, day));
        }
    }

    static BacklogRow of(Cell cell, Backlog backlog, Optional<Level> level, LocalDate day, BulkClosed closed) {
        return new BacklogRow(
                Group.of(cell),
                backlog.open(),
                backlog.untriaged(),
                backlog.onHold().entrySet().stream()
                        .map(hold -> new OnHold(hold.getKey(), hold.getValue()))
                        .toList(),
                backlog.open() - backlog.held(),
                backlog.openOver30Days(),
                Ratio.of(backlog.openOver30Days(), backlog.open()),
                level.map(agreed -> Judged.of(agreed, backlog)).orElse(null),
                backlog.oldest().map(oldest -> Oldest.of(oldest, day)).orElse(null),
                closed.resolved());
    }
}
