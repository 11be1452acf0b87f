package uk.jointdesk.servicelevel.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Plays a ticket's steps minute by minute and keeps a note of every minute. */
final class Replay {

    /** One minute of an open or resolved ticket. */
    record Minute(long minute, String priority, String partner, boolean counted, int reopened) {}

    static final Set<String> STOPPING = Set.of("AWAITING_USER", "AWAITING_SUPPLIER", "AWAITING_RESOURCE");

    final List<Minute> minutes = new ArrayList<>();
    final List<Long> reopenings = new ArrayList<>();
    String priority;
    String partner;
    String over = "";
    String hold;
    long overSince;
    String judgedPriority;
    String judgedPartner;
    Long firstResolved;
    String firstPriority;
    String firstPartner;
    Long answered;
    String answeredPriority;
    String answeredPartner;
    final long logged;
    final long asAt;

    Replay(List<Step> steps, long asAt) {
        this.asAt = asAt;
        List<Step> ordered = ordered(steps);
        Step logging =
                ordered.stream().filter(Step::tellsOfTheTicket).findFirst().orElseThrow();
        ordered.remove(logging);
        ordered.add(0, logging);
        this.logged = logging.minute();
        int next = 0;
        for (long minute = logged; minute <= asAt; minute++) {
            while (next < ordered.size() && ordered.get(next).minute() <= minute) {
                apply(ordered.get(next++), minute);
            }
            boolean counted = over.isEmpty() && (hold == null || !STOPPING.contains(hold));
            minutes.add(new Minute(minute, priority, partner, counted, reopenings.size()));
        }
        if (!over.equals("RESOLVED") && !over.equals("CLOSED")) {
            judgedPriority = priority;
            judgedPartner = partner;
        }
    }

    private static List<Step> ordered(List<Step> steps) {
        List<Step> ordered = new ArrayList<>();
        for (Step step : steps) {
            int place = 0;
            while (place < ordered.size() && !step.before(ordered.get(place))) {
                place++;
            }
            ordered.add(place, step);
        }
        return ordered;
    }

    private void apply(Step step, long minute) {
        priority = step.priority() == null ? priority : step.priority();
        partner = step.partner() == null ? partner : step.partner();
        boolean works = Set.of("ASSIGNED", "STARTED", "RESUMED").contains(step.what());
        if ((step.what().equals("REOPENED") && !over.isEmpty()) || (works && step.snapshot())) {
            active(minute, null);
        } else if (step.what().equals("STARTED") || step.what().equals("RESUMED")) {
            hold = null;
        } else if (step.what().equals("LOGGED") && step.snapshot()) {
            hold = null;
        } else if (step.what().equals("ON_HOLD") && (step.snapshot() || over.isEmpty())) {
            active(minute, step.reason() == null ? "OTHER" : step.reason());
        } else if (Set.of("RESOLVED", "CLOSED", "CANCELLED", "MERGED").contains(step.what())) {
            end(step.what(), minute);
        }
        if (step.what().equals("RESPONDED") || over.equals("RESOLVED") || over.equals("CLOSED")) {
            answer(minute);
        }
    }

    private void answer(long minute) {
        if (answered == null) {
            answered = minute;
            answeredPriority = priority;
            answeredPartner = partner;
        }
    }

    private void active(long minute, String reason) {
        if (!over.isEmpty()) {
            reopenings.add(minute);
        }
        over = "";
        hold = reason;
    }

    private void end(String how, long minute) {
        boolean resolves = how.equals("RESOLVED") || how.equals("CLOSED");
        if (over.isEmpty()) {
            overSince = minute;
            if (resolves) {
                judgedPriority = priority;
                judgedPartner = partner;
                if (firstResolved == null) {
                    firstResolved = minute;
                    firstPriority = priority;
                    firstPartner = partner;
                }
            }
        }
        if (over.isEmpty() || !resolves || (how.equals("CLOSED") && over.equals("RESOLVED"))) {
            over = how;
        }
        hold = null;
    }
}
