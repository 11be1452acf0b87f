package uk.jointdesk.incident.notification.domain;

import java.time.Duration;

/**
 * What came back of one try.
 *
 * @param status the receiver's HTTP status; null when there was none
 * @param text the beginning of what it said, or why it could not be reached
 * @param retryAfter what it asked for; null when it did not
 */
public record Answer(Kind kind, Integer status, String text, Duration retryAfter) {

    /** What follows from an answer. */
    public enum Kind {
        DELIVERED,
        /** To be tried again. */
        FAILED,
        /** The receiver wants nothing more, ever. */
        GONE
    }

    private static final int GONE = 410;

    /** What an HTTP answer means: only 2xx is delivered, a redirect is not followed, 410 is final. */
    public static Answer of(int status, String text, Duration retryAfter) {
        if (status >= 200 && status < 300) {
            return new Answer(Kind.DELIVERED, status, text, null);
        }
        return new Answer(status == GONE ? Kind.GONE : Kind.FAILED, status, text, retryAfter);
    }

    public static Answer delivered() {
        return new Answer(Kind.DELIVERED, null, null, null);
    }

    public static Answer unreachable(String why) {
        return new Answer(Kind.FAILED, null, why, null);
    }
}
