package uk.jointdesk.incident.notification.domain;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What a subscriber wants to hear of. A bound narrows only announcements that say something about it: one without a
 * priority is not held back by a minimum priority.
 *
 * @param topics topics, of which a last {@code *} stands for any ending ({@code major-incident.*}, {@code *})
 * @param minimumPriority the least priority, P1 being the highest; null for any
 * @param minimumThreshold the least percentage of a target used up; null for any
 */
public record Interest(List<String> topics, String minimumPriority, Integer minimumThreshold) {

    private static final String ANY = "*";
    private static final Pattern WRITTEN =
            Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*(\\.[a-z0-9]+(-[a-z0-9]+)*)*(\\.\\*)?|\\*");

    public Interest {
        topics = List.copyOf(topics);
    }

    /** Whether a topic is written as topics are. */
    public static boolean isTopic(String text) {
        return WRITTEN.matcher(text).matches();
    }

    /**
     * Whether an announcement is wanted.
     *
     * @param priority what it says of the priority, or null
     * @param threshold what it says of the percentage used up, or null
     */
    public boolean covers(String topic, String priority, Integer threshold) {
        return topics.stream().anyMatch(wanted -> matches(wanted, topic))
                && (minimumPriority == null || priority == null || priority.compareTo(minimumPriority) <= 0)
                && (minimumThreshold == null || threshold == null || threshold >= minimumThreshold);
    }

    private static boolean matches(String wanted, String topic) {
        return wanted.endsWith(ANY) ? topic.startsWith(wanted.substring(0, wanted.length() - 1)) : wanted.equals(topic);
    }
}
