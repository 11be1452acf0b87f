package uk.jointdesk.kpi.whatif.domain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import uk.jointdesk.kpi.breakdown.domain.Slice;
import uk.jointdesk.kpi.compliance.domain.Outcome;
import uk.jointdesk.kpi.feed.domain.bulk.Lives;
import uk.jointdesk.kpi.feed.domain.bulk.Rejudged;
import uk.jointdesk.servicelevel.agreement.Terms;

/**
 * What other rules make of the tickets of a month.
 *
 * @param judged how many tickets
 * @param left those of them that only their events tell
 */
public record Tally(Map<Slice, Shift> shifts, long judged, List<Left> left) {

    private static final Outcome[] OUTCOMES = Outcome.values();
    private static final int PAIRS = OUTCOMES.length * OUTCOMES.length;

    /** A ticket, where it counts, and how it is judged now. */
    public record Left(String ticket, Slice slice, Outcome before) {}

    /** The instants between which a ticket counts; half-open, in epoch milliseconds. */
    public record Span(long from, long to) {
        boolean holds(long instant) {
            return from <= instant && instant < to;
        }
    }

    /**
     * @param month its number in the range
     * @param span of the range, which may begin or end within the month
     */
    public static Tally of(Rejudged tickets, int month, Span span) {
        Lives lives = tickets.lives();
        long[] counts = new long[lives.terms().size() * PAIRS];
        List<Left> left = new ArrayList<>();
        long judged = 0;
        for (int i = 0; i < lives.size(); i++) {
            if (span.holds(lives.endedAt(i))) {
                judged++;
                if (tickets.isLeft(i)) {
                    Slice slice = slice(lives.terms().get(lives.termsOf(i)), month);
                    left.add(new Left(lives.ticket(i), slice, lives.outcome(i)));
                } else {
                    counts[lives.termsOf(i) * PAIRS + pair(lives.outcome(i), tickets.outcome(i))]++;
                }
            }
        }
        return new Tally(shifts(lives.terms(), month, counts), judged, left);
    }

    private static int pair(Outcome before, Outcome after) {
        return before.ordinal() * OUTCOMES.length + after.ordinal();
    }

    private static Map<Slice, Shift> shifts(List<Terms> terms, int month, long... counts) {
        Map<Slice, Shift> shifts = new HashMap<>();
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] > 0) {
                Outcome before = OUTCOMES[i % PAIRS / OUTCOMES.length];
                Outcome after = OUTCOMES[i % OUTCOMES.length];
                shifts.merge(slice(terms.get(i / PAIRS), month), Shift.of(before, after, counts[i]), Shift::plus);
            }
        }
        return shifts;
    }

    private static Slice slice(Terms terms, int month) {
        return new Slice(terms.partner(), terms.priority(), terms.type(), null, month);
    }
}
