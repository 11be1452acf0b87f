package uk.jointdesk.incident.reference;

import java.security.SecureRandom;

/**
 * References of what may concern several councils and is printed for none. They are drawn by lot: a count that all share
 * would tell each council how many there are that it does not see.
 */
public final class DrawnReference {

    /** Six digits can be said on the telephone, and are no number of the documents. */
    private static final int FIRST = 100_000;

    private static final int LAST = 999_999;
    private static final SecureRandom LOTS = new SecureRandom();

    private DrawnReference() {}

    /** A reference that may be taken already; then another one is drawn. */
    public static String draw(String prefix) {
        return prefix + LOTS.nextInt(FIRST, LAST + 1);
    }
}
