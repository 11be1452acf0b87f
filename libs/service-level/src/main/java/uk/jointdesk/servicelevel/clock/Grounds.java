package uk.jointdesk.servicelevel.clock;

import uk.jointdesk.servicelevel.agreement.TargetRule;
import uk.jointdesk.servicelevel.event.Attributes;

/**
 * What a verdict rests on.
 *
 * @param agreement code of the agreement
 * @param agreementVersion the version in force when the ticket was logged
 * @param rule the line of its target table
 * @param calendar code of the calendar of the partner that is judged
 * @param calendarVersion its version on the last day of the judged time
 * @param attributes what is known of the ticket that is judged
 */
public record Grounds(
        String agreement,
        int agreementVersion,
        TargetRule rule,
        String calendar,
        String calendarVersion,
        Attributes attributes) {}
