package uk.jointdesk.local.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How the work on a ticket went, in seconds of service time: stretches on the clock ({@code working}, one more than
 * there are interruptions) and between them the interruptions.
 */
record Course(List<Long> working, List<Interruption> interruptions) {

    /** Something that stops work and clock: being on hold for a reason that counts, or having been resolved too soon. */
    record Interruption(String from, String to, Map<String, Object> details, long seconds) {}

    private static final long HOUR = 3600;

    /** Draws interruptions for a ticket that uses {@code consumed} seconds of its clock. */
    static Course draw(Chance chance, String priority, long consumed) {
        List<Interruption> interruptions = new ArrayList<>();
        boolean urgent = priority.equals("P1") || priority.equals("P2");
        if (chance.percent(urgent ? 12 : 28)) {
            long longest = urgent ? 2 * HOUR : 3 * ServiceHours.DAY;
            interruptions.add(hold(chance.oneOf(Wording.STOPPING), chance.lowBetween(10 * 60, longest)));
        }
        if (chance.percent(2)) {
            interruptions.add(reopening(chance.lowBetween(HOUR, ServiceHours.DAY)));
        }
        return new Course(pieces(chance, consumed, interruptions.size() + 1), interruptions);
    }

    static Interruption hold(String reason, long seconds) {
        return new Interruption("ON_HOLD", "RESUMED", Map.of("reason", reason), seconds);
    }

    private static Interruption reopening(long seconds) {
        return new Interruption("RESOLVED", "REOPENED", Map.of(), seconds);
    }

    private static List<Long> pieces(Chance chance, long total, int count) {
        List<Long> pieces = new ArrayList<>();
        long left = total;
        for (int i = 1; i < count; i++) {
            long piece = chance.between(left / 4, left - left / 4);
            pieces.add(piece);
            left -= piece;
        }
        pieces.add(left);
        return pieces;
    }

    /** From logged to resolved, interruptions included. */
    long span() {
        return working.stream().mapToLong(Long::longValue).sum()
                + interruptions.stream().mapToLong(Interruption::seconds).sum();
    }
}
