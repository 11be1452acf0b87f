package uk.jointdesk.incident.ticket.domain;

/**
 * What an event says that no clock listens to; null means that it does not say. An empty text takes a value away.
 *
 * @param rating 1 to 5
 * @param recommend 0 to 10
 * @param handling how the desk deals with the ticket; null when the event says nothing of it
 */
public record Detail(
        String title, String description, String requester, Integer rating, Integer recommend, Handling handling) {

    public static final Detail NOTHING = new Detail(null, null, null, null, null, null);

    public Detail {
        handling = Handling.NOTHING.equals(handling) ? null : handling;
    }

    public Detail(String title, String description, String requester, Integer rating, Integer recommend) {
        this(title, description, requester, rating, recommend, null);
    }

    public static Detail titled(String title) {
        return new Detail(title, null, null, null, null, null);
    }

    public static Detail of(Handling handling) {
        return new Detail(null, null, null, null, null, handling);
    }

    public boolean empty() {
        return equals(NOTHING);
    }

    /** How the desk deals with the ticket, as far as it is said. */
    public Handling handled() {
        return handling == null ? Handling.NOTHING : handling;
    }

    /** This detail, overlaid with what a later event says. */
    public Detail then(Detail later) {
        return new Detail(
                latest(title, later.title),
                latest(description, later.description),
                latest(requester, later.requester),
                later.rating == null ? rating : later.rating,
                later.recommend == null ? recommend : later.recommend,
                handled().then(later.handled()));
    }

    private static String latest(String before, String now) {
        return now == null ? before : now;
    }
}
