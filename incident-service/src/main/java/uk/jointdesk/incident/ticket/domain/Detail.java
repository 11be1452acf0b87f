package uk.jointdesk.incident.ticket.domain;

/**
 * What an event says that no clock listens to; null means that it does not say. An empty text takes a value away.
 *
 * @param rating 1 to 5
 * @param recommend 0 to 10
 */
public record Detail(String title, String description, String requester, Integer rating, Integer recommend) {

    public static final Detail NOTHING = new Detail(null, null, null, null, null);

    public static Detail titled(String title) {
        return new Detail(title, null, null, null, null);
    }

    public boolean empty() {
        return equals(NOTHING);
    }

    /** This detail, overlaid with what a later event says. */
    public Detail then(Detail later) {
        return new Detail(
                latest(title, later.title),
                latest(description, later.description),
                latest(requester, later.requester),
                later.rating == null ? rating : later.rating,
                later.recommend == null ? recommend : later.recommend);
    }

    private static String latest(String before, String now) {
        return now == null ? before : now;
    }
}
