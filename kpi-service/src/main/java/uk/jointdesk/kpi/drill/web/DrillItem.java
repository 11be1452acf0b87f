package uk.jointdesk.kpi.drill.web;

import java.time.Instant;
import uk.jointdesk.kpi.breakdown.domain.Cell;
import uk.jointdesk.kpi.compliance.domain.Exclusion;
import uk.jointdesk.kpi.drill.domain.DrilledTicket;

/** A ticket behind a figure. */
public record DrillItem(
        String reference,
        String partner,
        String type,
        String priority,
        String queue,
        String organisation,
        String category,
        Instant at,
        Instant loggedAt,
        String status,
        Instant resolvedAt,
        Instant closedAt,
        Integer reopenCount,
        String outcome,
        String excludedBecause,
        Long targetMinutes,
        Long consumedMinutes,
        Rule agreement,
        Rule calendar,
        Origin source) {

    /** A dated rule by code and version. */
    public record Rule(String code, String version) {}

    public record Origin(String system, String reference) {}

    static DrillItem of(DrilledTicket ticket) {
        DrilledTicket.Life life = ticket.life();
        return life == null ? before(ticket) : whole(ticket, life);
    }

    private static DrillItem before(DrilledTicket ticket) {
        return new DrillItem(
                ticket.reference(),
                partner(ticket),
                ticket.type(),
                ticket.priority(),
                ticket.queue(),
                ticket.organisation(),
                ticket.category(),
                ticket.at(),
                ticket.loggedAt(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static DrillItem whole(DrilledTicket ticket, DrilledTicket.Life life) {
        return new DrillItem(
                ticket.reference(),
                partner(ticket),
                ticket.type(),
                ticket.priority(),
                ticket.queue(),
                ticket.organisation(),
                ticket.category(),
                ticket.at(),
                ticket.loggedAt(),
                life.status(),
                life.resolvedAt(),
                life.closedAt(),
                life.reopenCount(),
                life.outcome(),
                excludedBecause(life.outcome()),
                life.targetMinutes(),
                life.consumedMinutes(),
                rule(life.agreement(), life.agreementVersion()),
                rule(life.calendar(), life.calendarVersion()),
                life.source() == null ? null : new Origin(life.source(), life.sourceReference()));
    }

    private static String partner(DrilledTicket ticket) {
        return ticket.partner() == null ? Cell.UNATTRIBUTED : ticket.partner();
    }

    private static String excludedBecause(String outcome) {
        for (Exclusion reason : Exclusion.values()) {
            if (reason.name().equals(outcome)) {
                return outcome;
            }
        }
        return null;
    }

    private static Rule rule(String code, Object version) {
        return code == null ? null : new Rule(code, String.valueOf(version));
    }
}
