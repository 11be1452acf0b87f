package uk.jointdesk.kit.rules;

import uk.jointdesk.servicelevel.agreement.EscalationThreshold;
import uk.jointdesk.servicelevel.agreement.EscalationThreshold.AtPercent;
import uk.jointdesk.servicelevel.agreement.EscalationThreshold.BeforeDue;
import uk.jointdesk.servicelevel.target.Percent;

/** When to tell somebody: at a {@code percent} of the target, or so many {@code minutesBeforeDue}. */
public record EscalationDocument(String percent, Long minutesBeforeDue) {

    static EscalationDocument of(EscalationThreshold threshold) {
        if (threshold instanceof BeforeDue before) {
            return new EscalationDocument(null, before.serviceMinutes());
        }
        return new EscalationDocument(((AtPercent) threshold).percent().toString(), null);
    }

    EscalationThreshold toThreshold() {
        if ((percent == null) == (minutesBeforeDue == null)) {
            throw new IllegalArgumentException("an escalation is either a percent or minutesBeforeDue");
        }
        return percent == null ? new BeforeDue(minutesBeforeDue) : new AtPercent(Percent.of(percent));
    }
}
