package uk.jointdesk.kpi.volumes.domain;

/**
 * What happened to tickets in a stretch of time, in tickets. Flows add up over partners and over time.
 *
 * @param logged tickets logged
 * @param resolved tickets whose last resolution lies here; a ticket counts once
 * @param closed tickets closed
 * @param reopened openings of a resolved ticket, each one
 * @param resolutions resolutions, those that did not last included
 * @param cancelled open tickets cancelled
 * @param merged open tickets merged into another
 * @param transferredIn open tickets taken over from another partner
 * @param transferredOut open tickets handed to another partner
 * @param net open tickets more at the end than at the start; the law of {@link #balance()} says where they come from
 */
public record Flow(
        long logged,
        long resolved,
        long closed,
        long reopened,
        long resolutions,
        long cancelled,
        long merged,
        long transferredIn,
        long transferredOut,
        long net) {
    public static final Flow NOTHING = new Flow(0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    /** Only the change in open tickets is known, as it is for the time before the range asked for. */
    public static Flow before(long net) {
        return new Flow(0, 0, 0, 0, 0, 0, 0, 0, 0, net);
    }

    public Flow plus(Flow other) {
        return new Flow(
                logged + other.logged,
                resolved + other.resolved,
                closed + other.closed,
                reopened + other.reopened,
                resolutions + other.resolutions,
                cancelled + other.cancelled,
                merged + other.merged,
                transferredIn + other.transferredIn,
                transferredOut + other.transferredOut,
                net + other.net);
    }

    /** What came in less what went out; equals {@link #net()} whenever the facts are whole. */
    public long balance() {
        return logged + reopened + transferredIn - resolutions - cancelled - merged - transferredOut;
    }
}
