package uk.jointdesk.finance.fund.domain;

import java.time.LocalDate;
import uk.jointdesk.finance.money.domain.Money;
import uk.jointdesk.finance.refusal.domain.RuleBroken;

/**
 * Money given or set aside for one purpose only.
 *
 * @param grantor who gives it, or null
 * @param conditions under which it is given, or null
 * @param award null where spend is claimed back without an amount agreed beforehand
 * @param endsOn last day it may be spent on, or null; what is left then is lost
 * @param project the code of the lines that belong to it; null of Covid-19, which has lines of its own kind
 */
public record Fund(
        String code,
        String title,
        Kind kind,
        String grantor,
        String purpose,
        String conditions,
        Money award,
        LocalDate startsOn,
        LocalDate endsOn,
        String project,
        String source,
        boolean assumption) {

    /** Where the money comes from. */
    public enum Kind {
        GRANT,
        RESERVE,
        COVID
    }

    /** @throws RuleBroken {@code amount-not-positive}, {@code dates-reversed} */
    public Fund {
        if (award != null && award.signum() <= 0) {
            throw new RuleBroken("amount-not-positive", "/award/amount", "An award is above zero.");
        }
        if (endsOn != null && endsOn.isBefore(startsOn)) {
            throw new RuleBroken("dates-reversed", "/endsOn", "The last day is before the first, " + startsOn + ".");
        }
    }
}
