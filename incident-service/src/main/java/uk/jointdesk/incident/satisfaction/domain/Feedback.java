package uk.jointdesk.incident.satisfaction.domain;

/**
 * What somebody thinks of how a ticket was resolved.
 *
 * @param recommend 0 to 10
 * @param comment null when nothing was written
 */
public record Feedback(boolean satisfied, boolean timely, int recommend, String comment) {

    private static final int BEST = 5;
    private static final int WORST = 1;

    /**
     * The feedback on the scale of 1 to 5 that desks send: the middle for neither, one and a half steps for each of the
     * two answers, counted towards the answer about the outcome.
     */
    public int rating() {
        if (satisfied) {
            return timely ? BEST : BEST - 1;
        }
        return timely ? WORST + 1 : WORST;
    }
}
