package uk.jointdesk.kpi.bulkclosure.domain;

/**
 * Tickets whose last resolution was part of a bulk closure. They count like any other, in the month they were given up in;
 * how many they are stands beside the figure they skew.
 *
 * @param measured those that have a target
 * @param resolved all of them
 */
public record BulkClosed(long measured, long resolved) {
    public static final BulkClosed NONE = new BulkClosed(0, 0);

    public BulkClosed plus(BulkClosed other) {
        return new BulkClosed(measured + other.measured, resolved + other.resolved);
    }
}
