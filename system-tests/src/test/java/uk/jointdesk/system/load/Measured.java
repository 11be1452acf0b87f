package uk.jointdesk.system.load;

import io.hyperfoil.api.statistics.StatisticsSnapshot;

/** One operation as measured: how many, how long, how many went wrong. */
final class Measured {

    private final StatisticsSnapshot all = new StatisticsSnapshot();

    void add(StatisticsSnapshot part) {
        all.add(part);
    }

    /** This and another of the same kind as one. */
    Measured with(Measured other) {
        Measured both = new Measured();
        both.add(all);
        both.add(other.all);
        return both;
    }

    long count() {
        return all.responseCount;
    }

    /** No answer, a broken one, or one that was not a success. */
    long errors() {
        return (long) all.requestCount - all.responseCount + all.invalid;
    }

    double millisAt(double percentile) {
        return all.histogram.getValueAtPercentile(percentile) / 1e6;
    }
}
