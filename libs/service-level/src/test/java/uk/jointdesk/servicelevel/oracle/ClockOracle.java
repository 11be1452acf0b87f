package uk.jointdesk.servicelevel.oracle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import uk.jointdesk.servicelevel.oracle.Replay.Minute;

/** Judges a ticket by looking at every single minute of it; shares no code with what it checks. */
public final class ClockOracle {

    /** Priority and the minutes it allows; P4 is "the same time one working day later". */
    public static final Map<String, Long> TARGETS = Map.of("P1", 60L, "P2", 240L, "P3", 600L, "P4", -1L);

    /** The oracle's answer; {@code due} is null while paused and of cancelled tickets. */
    public record Answer(String state, long target, long consumed, Instant due, Instant breached) {}

    private final Map<String, PlainHours> hoursOf;
    private final boolean fromChange;
    private final String reading;

    /**
     * @param hoursOf hours per partner
     * @param fromChange whether only time under the judged target counts
     * @param reading RESUME, RESET or FIRST of the resolution, or RESPONSE for the first answer
     */
    public ClockOracle(Map<String, PlainHours> hoursOf, boolean fromChange, String reading) {
        this.hoursOf = hoursOf;
        this.fromChange = fromChange;
        this.reading = reading;
    }

    public Answer judge(List<Step> steps, long asAt) {
        Replay replay = new Replay(steps, asAt);
        boolean first = reading.equals("FIRST") && replay.firstResolved != null;
        boolean response = reading.equals("RESPONSE");
        boolean answered = response && replay.answered != null;
        String priority = first ? replay.firstPriority : response ? replay.priority : replay.judgedPriority;
        String partner = first ? replay.firstPartner : response ? replay.partner : replay.judgedPartner;
        if (answered) {
            priority = replay.answeredPriority;
            partner = replay.answeredPartner;
        }
        boolean over = first || answered || !replay.over.isEmpty();
        long start = reading.equals("RESET") && !replay.reopenings.isEmpty()
                ? replay.reopenings.get(replay.reopenings.size() - 1)
                : replay.logged;
        long end = first ? replay.firstResolved : answered ? replay.answered : over ? replay.overSince : asAt;

        List<Minute> judged = new ArrayList<>();
        for (Minute minute : replay.minutes) {
            boolean under =
                    minute.priority().equals(priority) && minute.partner().equals(partner);
            if (start <= minute.minute() && minute.minute() < end && (under || !fromChange)) {
                judged.add(minute);
            }
        }
        long targetStart =
                !fromChange ? start : judged.isEmpty() ? end : judged.get(0).minute();
        long target = target(priority, partner, targetStart);
        List<Long> used = used(judged);
        boolean paused = !over && replay.hold != null && Replay.STOPPING.contains(replay.hold);
        boolean breached = used.size() > target;
        if (replay.over.equals("CANCELLED") || replay.over.equals("MERGED")) {
            return new Answer("CANCELLED", target, used.size(), null, null);
        }
        String state = breached ? "BREACHED" : over ? "MET" : paused ? "PAUSED" : "RUNNING";
        Instant due = state.equals("PAUSED") ? null : due(target, targetStart, used, end, partner);
        return new Answer(state, target, used.size(), due, breached ? instant(used.get((int) target)) : null);
    }

    private long target(String priority, String partner, long start) {
        if (!priority.equals("P4")) {
            return TARGETS.get(priority);
        }
        MinuteWalk walk = new MinuteWalk(hoursOf.get(partner));
        return walk.between(instant(start), walk.sameTimeAfter(instant(start), 1));
    }

    /** The minutes that count and in which the partner of the time was open. */
    private List<Long> used(List<Minute> judged) {
        List<Long> used = new ArrayList<>();
        WallClock clock = null;
        String whose = null;
        for (Minute minute : judged) {
            if (clock == null || !minute.partner().equals(whose) || clock.minute() > minute.minute()) {
                whose = minute.partner();
                clock = new WallClock(hoursOf.get(whose), instant(minute.minute()));
            }
            while (clock.minute() < minute.minute()) {
                clock.tick();
            }
            if (minute.counted() && clock.open()) {
                used.add(minute.minute());
            }
        }
        return used;
    }

    private Instant due(long target, long start, List<Long> used, long end, String partner) {
        if (target == 0) {
            return instant(start);
        }
        return used.size() >= target
                ? instant(used.get((int) target - 1) + 1)
                : new MinuteWalk(hoursOf.get(partner)).plus(instant(end), target - used.size());
    }

    private static Instant instant(long minute) {
        return Instant.ofEpochSecond(minute * 60);
    }
}
