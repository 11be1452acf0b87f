package uk.jointdesk.finance.apportionment;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import uk.jointdesk.finance.apportionment.domain.Formula;
import uk.jointdesk.finance.apportionment.domain.Members;
import uk.jointdesk.finance.apportionment.domain.Movement;
import uk.jointdesk.finance.apportionment.domain.ReadingRule;
import uk.jointdesk.finance.apportionment.domain.Rebasing;
import uk.jointdesk.finance.apportionment.domain.Review;
import uk.jointdesk.finance.apportionment.domain.SchemeRecord;
import uk.jointdesk.finance.apportionment.domain.SchemeVersion;
import uk.jointdesk.finance.apportionment.domain.Standing;
import uk.jointdesk.finance.apportionment.domain.WeightSource;
import uk.jointdesk.finance.apportionment.domain.Weights;
import uk.jointdesk.finance.apportionment.store.Rebasings;
import uk.jointdesk.finance.driver.domain.DriverValue;
import uk.jointdesk.finance.driver.domain.Months;
import uk.jointdesk.finance.partner.store.FundingPartners;
import uk.jointdesk.finance.refusal.domain.RuleBroken;
import uk.jointdesk.kit.scope.Caller;

/** Looks at weights in force beside what drivers read since, and re-splits by the rule the board has approved. */
@ApplicationScoped
public class SchemeReviews {
    private final DriverWeights drivers;
    private final Rebasings rebasings;
    private final FundingPartners register;
    private final Caller caller;
    private final Clock clock;

    public SchemeReviews(
            DriverWeights drivers, Rebasings rebasings, FundingPartners register, Caller caller, Clock clock) {
        this.drivers = drivers;
        this.rebasings = rebasings;
        this.register = register;
        this.caller = caller;
        this.clock = clock;
    }

    /** @throws RuleBroken {@code scheme-not-in-force} on that day */
    public Review review(SchemeRecord scheme, LocalDate asAt) {
        SchemeRecord.Version inForce = inForce(scheme, asAt, "");
        Formula formula = inForce.version().formula();
        String driver = inForce.weights().driver();
        Optional<Months> months = months(inForce, asAt);
        Optional<DriverWeights.Read> read = months.flatMap(compared -> drivers.tryAgain(formula, driver, compared));
        List<Movement> movements =
                read.map(now -> movements(inForce, now.formula())).orElse(List.of());
        return new Review(inForce, asAt, read.isPresent() ? months.get() : null, movements);
    }

    /** An average is compared with the average it would be replaced by, anything else with the latest month there is. */
    private Optional<Months> months(SchemeRecord.Version inForce, LocalDate asAt) {
        return inForce.weights().rule() == ReadingRule.PREVIOUS_YEAR_AVERAGE
                ? Optional.of(ReadingRule.PREVIOUS_YEAR_AVERAGE.months(asAt, null))
                : drivers.latest(inForce.weights().drivers(inForce.version().formula()), paying(inForce, asAt));
    }

    /** Who shares in the cost on a day and whose values must therefore be known. */
    private List<String> paying(SchemeRecord.Version inForce, LocalDate day) {
        Members members = register.members();
        Weights weights = inForce.version().formula().among(partner -> members.isMember(partner, day));
        return weights.byPartner().keySet().stream()
                .filter(partner -> weights.of(partner).signum() > 0)
                .toList();
    }

    /** A month that somebody has not reported yet would read as if it used nothing. */
    private void checkComplete(SchemeRecord.Version inForce, LocalDate from, DriverWeights.Read read) {
        for (String driver : inForce.weights().drivers(inForce.version().formula())) {
            Set<String> reported = read.values().stream()
                    .filter(value -> value.key().driver().equals(driver))
                    .map(DriverValue::partner)
                    .collect(Collectors.toSet());
            List<String> missing = paying(inForce, from).stream()
                    .filter(partner -> !reported.contains(partner))
                    .toList();
            if (!missing.isEmpty()) {
                throw new RuleBroken(
                        "driver-values-incomplete", "/from", "No value of " + driver + " is known of " + missing + ".");
            }
        }
    }

    private static List<Movement> movements(SchemeRecord.Version inForce, Formula now) {
        String driver = inForce.weights().driver();
        return Movement.between(
                DriverWeights.perDriver(inForce.version().formula(), driver), DriverWeights.perDriver(now, driver));
    }

    private static SchemeRecord.Version inForce(SchemeRecord scheme, LocalDate day, String pointer) {
        return scheme.inForceOn(day)
                .orElseThrow(() -> new RuleBroken(
                        "scheme-not-in-force",
                        pointer,
                        "No version of " + scheme.code() + " is in force on " + day + "."));
    }

    /**
     * Reads the weights again for days from one on. The weights change only if some driver moved further than the
     * version in force tolerates; the finding is kept either way.
     *
     * @param snapshotOn the day to read a snapshot of, null under another rule
     */
    public Rebasing rebase(SchemeRecord scheme, LocalDate from, LocalDate snapshotOn) {
        scheme.checkBeginsLast(from, "/from");
        SchemeRecord.Version inForce = inForce(scheme, from, "/from");
        WeightSource weights = inForce.weights();
        if (weights.rule() == null) {
            throw new RuleBroken(
                    "weights-given", "", "The weights in force were given; the board approves others as a version.");
        }
        Months months = weights.rule().months(from, snapshotOn);
        DriverWeights.Read read = drivers.again(inForce.version().formula(), weights.driver(), months);
        checkComplete(inForce, from, read);
        return keep(scheme, inForce, from, months, read);
    }

    private Rebasing keep(
            SchemeRecord scheme, SchemeRecord.Version inForce, LocalDate from, Months months, DriverWeights.Read read) {
        List<Movement> movements = movements(inForce, read.formula());
        boolean reSplit = Movement.isTooFar(movements, inForce.weights().tolerancePoints());
        SchemeRecord.Version next = reSplit ? following(scheme, inForce, from, months, read.formula()) : null;
        Rebasing rebasing = new Rebasing(
                rebasings.of(scheme.code()).size() + 1,
                inForce.version().number(),
                from,
                months,
                inForce.weights().tolerancePoints(),
                movements,
                next == null ? null : next.version().number(),
                clock.instant(),
                caller.client());
        rebasings.keep(scheme.code(), rebasing, next, read.values());
        return rebasing;
    }

    /** The next version under the same rule, which the board approved with the first version that has it. */
    private SchemeRecord.Version following(
            SchemeRecord scheme, SchemeRecord.Version inForce, LocalDate from, Months months, Formula formula) {
        WeightSource weights = inForce.weights();
        int ruled = weights.follows() == null ? inForce.version().number() : weights.follows();
        return new SchemeRecord.Version(
                new SchemeVersion(scheme.nextNumber(), from, formula),
                weights.rule() + " of " + months + " by the rule of version " + ruled,
                inForce.assumption(),
                new WeightSource(
                        weights.driver(), weights.rule(), months, weights.tolerancePoints(), weights.reviewOn(), ruled),
                new Standing(
                        caller.client(),
                        clock.instant(),
                        new Standing.Decision(
                                Standing.Outcome.APPROVED,
                                "By the rule of version " + ruled + ", which the board approved",
                                clock.instant(),
                                "rule of version " + ruled)));
    }
}
