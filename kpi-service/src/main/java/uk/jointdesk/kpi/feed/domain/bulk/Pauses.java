package uk.jointdesk.kpi.feed.domain.bulk;

import java.util.ArrayList;
import java.util.List;
import uk.jointdesk.kpi.feed.domain.Interruptions;
import uk.jointdesk.servicelevel.agreement.HoldReason;

/**
 * The pauses of many tickets, one after the other.
 *
 * @param index where those of a ticket begin; one longer than there are tickets
 * @param why a hold's reason by its place, or {@link #OVER}
 * @param from in epoch milliseconds, like {@code to}
 */
record Pauses(int[] index, byte[] why, long[] from, long[] to) {

    /** Not on hold but over, until it began anew. */
    static final int OVER = HoldReason.values().length;

    static Pauses of(List<Life> lives) {
        List<Interruptions.Pause> all = new ArrayList<>();
        int[] index = new int[lives.size() + 1];
        for (int i = 0; i < lives.size(); i++) {
            Interruptions told = lives.get(i).interruptions();
            all.addAll(told == null ? List.of() : told.pauses());
            index[i + 1] = all.size();
        }
        byte[] why = new byte[all.size()];
        for (int p = 0; p < why.length; p++) {
            why[p] = (byte) place(all.get(p).reason());
        }
        return new Pauses(
                index,
                why,
                all.stream().mapToLong(Interruptions.Pause::from).toArray(),
                all.stream().mapToLong(Interruptions.Pause::to).toArray());
    }

    private static int place(String reason) {
        return reason.equals(Interruptions.OVER)
                ? OVER
                : HoldReason.named(reason).ordinal();
    }

    int count() {
        return why.length;
    }

    /** Those at some places, with the index that they are found by. */
    Pauses only(int[] found, int... places) {
        byte[] theirWhy = new byte[places.length];
        long[] theirFrom = new long[places.length];
        long[] theirTo = new long[places.length];
        for (int i = 0; i < places.length; i++) {
            theirWhy[i] = why[places[i]];
            theirFrom[i] = from[places[i]];
            theirTo[i] = to[places[i]];
        }
        return new Pauses(found, theirWhy, theirFrom, theirTo);
    }
}
