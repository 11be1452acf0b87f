package uk.jointdesk.kpi.backlog.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import uk.jointdesk.kpi.backlog.domain.Backlog;
import uk.jointdesk.kpi.breakdown.domain.Cell;
import uk.jointdesk.kpi.ratio.domain.Fraction;

/** The open tickets of one group. */
public record BacklogRow(
        String priority,
        String partner,
        String type,
        String queue,
        long open,
        long untriaged,
        List<OnHold> onHold,
        long openOver30Days,
        Ratio openOver30DaysRatio) {

    public record OnHold(String reason, long count) {}

    public record Ratio(
            long numerator,
            long denominator,
            @JsonInclude(JsonInclude.Include.ALWAYS) String percent) {}

    static BacklogRow of(Cell cell, Backlog backlog) {
        return new BacklogRow(
                cell.priority(),
                cell.partner(),
                cell.type(),
                cell.queue(),
                backlog.open(),
                backlog.untriaged(),
                backlog.onHold().entrySet().stream()
                        .map(hold -> new OnHold(hold.getKey(), hold.getValue()))
                        .toList(),
                backlog.openOver30Days(),
                new Ratio(
                        backlog.openOver30Days(),
                        backlog.open(),
                        backlog.aged().map(Fraction::percent).orElse(null)));
    }
}
