package uk.jointdesk.incident.priority.domain;

import java.util.Arrays;
import java.util.function.Predicate;

/**
 * The priority of an incident by scope, criticality and effect: the first line that fits decides.
 *
 * <p>Source: "Definition of Severity and Service Level Agreement", board pack of February 2019. P4 is no incident but a
 * standard request from the catalogue, whatever its circumstances.
 */
public enum PriorityMatrix {
    WIDE_OUTAGE(
            "P1",
            "a service is unavailable or significantly degraded for a whole council, a department, a site or many users",
            is -> is.effect().unusable() && is.scope().wide()),
    CRITICAL_SERVICE_OUTAGE(
            "P1",
            "a critical service is unavailable or significantly degraded",
            is -> is.effect().unusable() && is.critical() && is.scope() != Scope.SINGLE_USER),
    WORKAROUND("P3", "the impact is limited and a workaround is available", Situation::workaround),
    STILL_USABLE(
            "P3",
            "functionality is impaired for few and the application is still usable",
            is -> !is.effect().unusable() && !is.scope().wide() && !is.critical()),
    SINGLE_USER(
            "P3",
            "a single user is affected",
            is -> is.scope() == Scope.SINGLE_USER
                    && !(is.critical() && is.effect().unusable())),
    MATERIAL("P2", "a service is unavailable or degraded, material but below the threshold of a P1", is -> true);

    /** A standard request. */
    public static final String REQUEST = "P4";

    private final String priority;
    private final String definition;
    private final Predicate<Situation> fits;

    PriorityMatrix(String priority, String definition, Predicate<Situation> fits) {
        this.priority = priority;
        this.definition = definition;
        this.fits = fits;
    }

    public static PriorityMatrix line(Situation situation) {
        return Arrays.stream(values())
                .filter(line -> line.fits.test(situation))
                .findFirst()
                .orElseThrow();
    }

    public String priority() {
        return priority;
    }

    /** The line in the words of the agreement. */
    public String definition() {
        return definition;
    }
}
