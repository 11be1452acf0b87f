package uk.jointdesk.incident.majorincident.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;

/**
 * An open P1 or P2, as the triage looks at it.
 *
 * @param partner whose it is; null of a ticket that belongs to nobody
 * @param council the authority behind the partner: a sub-body's parent; null of a customer that is none
 * @param used service time used
 * @param target service time allowed; null without a target
 * @param escalated whether the incident manager has escalated it
 * @param majorIncident the major incident it belongs to already, or null
 */
public record SeriousTicket(
        String reference,
        String partner,
        String council,
        String priority,
        String category,
        String catalogueItem,
        String title,
        Instant loggedAt,
        Duration used,
        Duration target,
        boolean escalated,
        String majorIncident) {

    private static final int PERCENT = 100;

    public boolean isP1() {
        return priority.equals("P1");
    }

    /** Whether so many per cent of the target are used, by the exact millisecond. */
    public boolean hasUsed(int percent) {
        return target != null && used.toMillis() * PERCENT >= target.toMillis() * percent;
    }

    /** How much of the target is used, in per cent to two places; null without a target. */
    public String percentUsed() {
        if (target == null || target.isZero()) {
            return null;
        }
        return BigDecimal.valueOf(used.toMillis())
                .multiply(BigDecimal.valueOf(PERCENT))
                .divide(BigDecimal.valueOf(target.toMillis()), 2, RoundingMode.HALF_UP)
                .toPlainString();
    }
}
