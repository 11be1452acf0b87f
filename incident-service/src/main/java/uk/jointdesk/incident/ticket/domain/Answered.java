package uk.jointdesk.incident.ticket.domain;

import java.time.Instant;
import uk.jointdesk.servicelevel.agreement.Metric;
import uk.jointdesk.servicelevel.agreement.ServiceLevelRules;
import uk.jointdesk.servicelevel.life.FirstResponse;
import uk.jointdesk.servicelevel.life.TicketLife;

/**
 * When the service first answered, and what the response clock says.
 *
 * @param at null while nobody has answered; see {@link FirstResponse}
 * @param clock without a target where the agreement promises no response
 */
public record Answered(Instant at, Clocked clock) {

    static Answered read(TicketLife life, ServiceLevelRules rules, Instant asAt) {
        return new Answered(
                life.firstResponse().map(FirstResponse::at).orElse(null),
                Clocked.read(Metric.RESPONSE, life, rules, asAt));
    }
}
