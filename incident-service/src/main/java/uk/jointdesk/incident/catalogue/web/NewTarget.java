package uk.jointdesk.incident.catalogue.web;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.jointdesk.kit.problem.FieldError;
import uk.jointdesk.kit.problem.Refusal;
import uk.jointdesk.kit.rules.TargetDocument;
import uk.jointdesk.servicelevel.agreement.TargetRule;
import uk.jointdesk.servicelevel.target.Percent;
import uk.jointdesk.servicelevel.target.Target;
import uk.jointdesk.servicelevel.target.Target.Reading;

/** What is promised for a new item: either service minutes, or working days in the reading they are meant in. */
public record NewTarget(
        Long serviceMinutes,
        Integer workingDays,
        Reading reading,

        @Schema(description = "The share of requests that must meet it; 80 unless said otherwise", examples = "80")
        String percent) {

    /** Of P4 by the board pack of February 2019. */
    private static final String USUAL_PERCENT = "80";

    TargetDocument document() {
        if ((serviceMinutes == null) == (workingDays == null)) {
            throw refused("is either serviceMinutes or workingDays");
        }
        Reading meant = workingDays == null ? null : reading == null ? Reading.SERVICE_MINUTES : reading;
        try {
            Target target = workingDays == null
                    ? new Target.ServiceMinutes(serviceMinutes)
                    : new Target.WorkingDays(workingDays, meant);
            new TargetRule(null, null, null, target, Percent.of(share()));
        } catch (NumberFormatException noNumber) {
            throw refused("has a percent that is no number");
        } catch (IllegalArgumentException impossible) {
            throw refused(impossible.getMessage());
        }
        return new TargetDocument(serviceMinutes, workingDays, meant);
    }

    String share() {
        return percent == null ? USUAL_PERCENT : percent;
    }

    private static Refusal refused(String message) {
        return Refusal.refused(
                "target-refused", "The target cannot be meant as written.", new FieldError("/target", message));
    }
}
