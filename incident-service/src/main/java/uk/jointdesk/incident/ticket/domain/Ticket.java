package uk.jointdesk.incident.ticket.domain;

import java.time.Instant;
import uk.jointdesk.servicelevel.agreement.Metric;
import uk.jointdesk.servicelevel.agreement.ServiceLevelRules;
import uk.jointdesk.servicelevel.life.TicketLife;
import uk.jointdesk.servicelevel.life.TicketStatus;

/**
 * A ticket as its facts show it. It is a fold: whoever has the facts and the rules gets the same ticket.
 *
 * @param partner who holds it; null for nobody (UNATTRIBUTED)
 * @param orderedAt when it was logged; of a provisional ticket its earliest event
 * @param loggedAt null while nobody has said that it was logged: the ticket is provisional and in no figure
 * @param version counts the times its facts have grown; the ETag
 */
public record Ticket(
        Identity identity,
        String partner,
        TicketStatus status,
        Said said,
        Detail detail,
        String holdReason,
        String mergedInto,
        Instant orderedAt,
        Instant loggedAt,
        Instant resolvedAt,
        Instant closedAt,
        int reopenCount,
        Clocked clock,
        Answered answered,
        long version) {

    /**
     * What names a ticket.
     *
     * @param reference ours
     * @param source the desk that keeps it too, or null
     * @param sourceReference the desk's reference, or null
     */
    public record Identity(String reference, String source, String sourceReference) {

        /** The reference under which facts of this ticket are told. */
        public String toldAs() {
            return sourceReference == null ? reference : sourceReference;
        }
    }

    /**
     * The ticket that a history amounts to at an instant. Where a desk's clock runs ahead of ours, the instant is that of
     * the last thing it told: the clocks say no less than the status does.
     */
    public static Ticket of(
            Identity identity,
            History history,
            String partnerIfUnsaid,
            ServiceLevelRules rules,
            Instant asAt,
            long version) {
        TicketLife life = history.life();
        Instant clocksAt = history.end().isAfter(asAt) ? history.end() : asAt;
        String partner = life.holder() == null ? partnerIfUnsaid : life.holder();
        var attributes = life.attributes();
        return new Ticket(
                identity,
                partner,
                life.status(),
                new Said(
                        attributes.type(),
                        attributes.priority(),
                        partner,
                        blankless(attributes.queue()),
                        blankless(attributes.category()),
                        blankless(attributes.catalogueItem())),
                history.detail(),
                history.holdReason(),
                life.mergedInto().orElse(null),
                history.begin(),
                life.loggedAt().orElse(null),
                life.resolvedAt().orElse(null),
                life.closedAt().orElse(null),
                life.reopenCount(),
                Clocked.read(Metric.RESOLUTION, life, rules, clocksAt),
                Answered.read(life, rules, clocksAt),
                version);
    }

    /** The same ticket under another name. */
    public Ticket as(Identity name) {
        return new Ticket(
                name,
                partner,
                status,
                said,
                detail,
                holdReason,
                mergedInto,
                orderedAt,
                loggedAt,
                resolvedAt,
                closedAt,
                reopenCount,
                clock,
                answered,
                version);
    }

    /** Whether both clocks read what they read on another ticket. */
    public boolean readsLike(Ticket other) {
        return clock.written().equals(other.clock.written())
                && answered.clock().written().equals(other.answered.clock().written());
    }

    private static String blankless(String text) {
        return text == null || text.isEmpty() ? null : text;
    }
}
