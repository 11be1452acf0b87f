package uk.jointdesk.servicelevel.agreement;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import uk.jointdesk.servicelevel.target.Percent;

/**
 * An agreement as it stands for tickets logged within a span of time.
 *
 * @param agreement the code of the agreement this is a version of
 * @param version counts from 1
 * @param validFrom first instant, included
 * @param validTo end, excluded; null while no end is set
 * @param coverage which tickets it speaks about
 * @param targets the target table; the most specific line that matches a ticket holds, the earlier one of equals
 * @param responseTargets the same for the first response; empty if the agreement promises none
 * @param stopping reasons for which a hold stops the clock
 * @param reopen what a reopened ticket is measured by
 * @param changePolicy what a change of priority or partner does to time already used
 * @param escalation when to tell somebody; see {@link #thresholds()}
 */
public record AgreementVersion(
        String agreement,
        int version,
        Instant validFrom,
        Instant validTo,
        Coverage coverage,
        List<TargetRule> targets,
        List<TargetRule> responseTargets,
        Set<HoldReason> stopping,
        ReopenReading reopen,
        ChangePolicy changePolicy,
        List<EscalationThreshold> escalation) {

    /** An agreement that names no thresholds has somebody told at half, at three quarters, and when time is up. */
    private static final List<EscalationThreshold> USUAL = Stream.of(50, 75, 100)
            .<EscalationThreshold>map(percent -> new EscalationThreshold.AtPercent(Percent.of(percent)))
            .toList();

    public AgreementVersion {
        Objects.requireNonNull(agreement, "agreement");
        Objects.requireNonNull(validFrom, "validFrom");
        Objects.requireNonNull(coverage, "coverage");
        Objects.requireNonNull(reopen, "reopen");
        Objects.requireNonNull(changePolicy, "changePolicy");
        targets = List.copyOf(targets);
        responseTargets = List.copyOf(responseTargets);
        stopping = Set.copyOf(stopping);
        // Said twice is said once: a threshold is one point of a clock.
        escalation = List.copyOf(new LinkedHashSet<>(escalation));
        if (validTo != null && !validFrom.isBefore(validTo)) {
            throw new IllegalArgumentException(agreement + " version " + version + " ends before it begins");
        }
    }

    /** Whether this version is in force at an instant. */
    public boolean inForceAt(Instant at) {
        return !at.isBefore(validFrom) && (validTo == null || at.isBefore(validTo));
    }

    /** The line of the target table that holds for a ticket; none if no line matches or the ticket is not covered. */
    public Optional<TargetRule> targetFor(Terms terms) {
        return targetFor(Metric.RESOLUTION, terms);
    }

    /** The same for either clock. */
    public Optional<TargetRule> targetFor(Metric metric, Terms terms) {
        if (!coverage.covers(terms)) {
            return Optional.empty();
        }
        return (metric == Metric.RESPONSE ? responseTargets : targets)
                .stream()
                        .filter(rule -> rule.matches(terms))
                        .sorted(Comparator.comparingInt(TargetRule::specificity).reversed())
                        .findFirst();
    }

    /** The points of a target at which somebody is told: those of the agreement, or the usual ones if it names none. */
    public List<EscalationThreshold> thresholds() {
        return escalation.isEmpty() ? USUAL : escalation;
    }

    public boolean stopsFor(HoldReason reason) {
        return stopping.contains(reason);
    }
}
