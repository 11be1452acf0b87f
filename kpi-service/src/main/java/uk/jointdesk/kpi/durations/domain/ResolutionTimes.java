package uk.jointdesk.kpi.durations.domain;

/**
 * How long resolved tickets took.
 *
 * @param service service time used, of tickets that have a target; the clock of the others reads nothing
 * @param elapsed from logging to the last resolution: nights, holds and all; of every resolved ticket
 */
public record ResolutionTimes(Durations service, Durations elapsed) {
    public static final ResolutionTimes NONE = new ResolutionTimes(Durations.NONE, Durations.NONE);

    public ResolutionTimes plus(ResolutionTimes other) {
        return new ResolutionTimes(service.plus(other.service), elapsed.plus(other.elapsed));
    }

    public long resolved() {
        return elapsed.count();
    }

    public long withoutTarget() {
        return elapsed.count() - service.count();
    }
}
