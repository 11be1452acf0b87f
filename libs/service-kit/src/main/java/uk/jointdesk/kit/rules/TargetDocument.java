package uk.jointdesk.kit.rules;

import uk.jointdesk.servicelevel.target.Target;
import uk.jointdesk.servicelevel.target.Target.Reading;
import uk.jointdesk.servicelevel.target.Target.ServiceMinutes;
import uk.jointdesk.servicelevel.target.Target.WorkingDays;

/** Either {@code serviceMinutes}, or {@code workingDays} with the {@code reading} it is meant in. */
public record TargetDocument(Long serviceMinutes, Integer workingDays, Reading reading) {

    static TargetDocument of(Target target) {
        if (target instanceof WorkingDays days) {
            return new TargetDocument(null, days.days(), days.reading());
        }
        return new TargetDocument(((ServiceMinutes) target).minutes(), null, null);
    }

    Target toTarget() {
        if ((serviceMinutes == null) == (workingDays == null)) {
            throw new IllegalArgumentException("a target is either serviceMinutes or workingDays");
        }
        if (serviceMinutes != null) {
            return new ServiceMinutes(serviceMinutes);
        }
        return new WorkingDays(workingDays, reading == null ? Reading.SERVICE_MINUTES : reading);
    }
}
