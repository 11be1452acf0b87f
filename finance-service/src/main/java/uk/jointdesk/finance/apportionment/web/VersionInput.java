package uk.jointdesk.finance.apportionment.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.jointdesk.finance.apportionment.domain.Method;
import uk.jointdesk.finance.apportionment.domain.ReadingRule;
import uk.jointdesk.finance.money.web.ExactNumber;
import uk.jointdesk.finance.refusal.domain.RuleBroken;

/** A version of a scheme as finance proposes it: with weights, or with drivers to read them from. */
@Schema(name = "NewSchemeVersion")
public record VersionInput(
        @NotNull LocalDate validFrom,
        @NotNull Method method,

        @Size(max = 500)
        @Schema(description = "By partner; of a WEIGHTED mix by driver. Absent where one driver is read.")
        Map<String, ExactNumber> weights,

        @Size(max = 50)
        @Schema(description = "Only of a WEIGHTED mix that is given: per driver, the value of each partner")
        Map<String, Map<String, ExactNumber>> drivers,

        @Schema(description = "Only for DRIVER: the driver that the weights count")
        String driver,

        @Valid @Schema(description = "Reads the weights from driver values: of `driver`, or of each driver of the mix")
        ReadingInput reading,

        @Schema(description = "Percentage points by which a partner's part of a driver may move before a re-split")
        ExactNumber tolerancePoints,

        @Schema(description = "The day from which a review is due")
        LocalDate reviewOn,

        @NotBlank @Size(max = 500) String source,
        Boolean assumption) {

    @Schema(name = "SchemeReading")
    public record ReadingInput(
            @NotNull ReadingRule rule,

            @Schema(description = "Only for SNAPSHOT: a day of the month that is read")
            LocalDate snapshotOn) {}

    /** What does not go together, before any number is looked at. */
    void check() {
        boolean readable = method == Method.DRIVER || method == Method.WEIGHTED;
        if (reading != null && !readable) {
            throw new RuleBroken("reading-not-used", "/reading", method + " has nothing to read.");
        }
        if (reading != null && (method == Method.DRIVER ? weights != null : drivers != null)) {
            throw new RuleBroken("weights-twice", "/weights", "Weights are given or read, not both.");
        }
        if (driver != null && method != Method.DRIVER) {
            throw new RuleBroken("driver-not-used", "/driver", "Only the method DRIVER has one driver.");
        }
        if (reading != null && method == Method.DRIVER && driver == null) {
            throw new RuleBroken("driver-missing", "/driver", "It names the driver that is read.");
        }
        if ((weights == null || weights.isEmpty()) && (reading == null || method == Method.WEIGHTED)) {
            throw new RuleBroken("weights-missing", "/weights", "A version has weights.");
        }
        if (tolerancePoints != null && tolerancePoints.fraction().signum() < 0) {
            throw new RuleBroken("tolerance-negative", "/tolerancePoints", "A tolerance is not below zero.");
        }
    }
}
