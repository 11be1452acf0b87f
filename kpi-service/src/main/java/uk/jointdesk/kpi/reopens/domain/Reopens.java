package uk.jointdesk.kpi.reopens.domain;

/**
 * Resolutions that did not last, in tickets and resolutions.
 *
 * @param resolved tickets, each once, at its last resolution
 * @param reopenedBefore those of them that had been opened again before
 * @param resolutions every resolution, also those that did not last
 * @param undone those of them that a reopening undid, whenever it came
 */
public record Reopens(long resolved, long reopenedBefore, long resolutions, long undone) {
    public static final Reopens NONE = new Reopens(0, 0, 0, 0);

    public Reopens plus(Reopens other) {
        return new Reopens(
                resolved + other.resolved,
                reopenedBefore + other.reopenedBefore,
                resolutions + other.resolutions,
                undone + other.undone);
    }
}
