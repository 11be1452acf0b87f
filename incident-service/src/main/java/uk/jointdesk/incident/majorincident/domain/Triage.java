package uk.jointdesk.incident.majorincident.domain;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/**
 * Finds what may be a major incident among the open P1 and P2, by the three criteria of the board pack of February 2019.
 * Two tickets belong together when one was logged within the window after the other, and so on from ticket to ticket; for
 * the first criterion they must also be alike ({@link Likeness}). What a major incident has taken up whole is none any
 * more.
 */
public final class Triage {

    /** Of the third criterion. */
    public static final int NEAR_TARGET_PERCENT = 75;

    private static final Comparator<Likeness> IN_ORDER = Comparator.comparing(
                    (Likeness likeness) -> likeness.ticket().loggedAt())
            .thenComparing(likeness -> likeness.ticket().reference());

    private final List<Likeness> open;
    private final Duration window;

    private Triage(Collection<SeriousTicket> open, Duration window) {
        this.open = open.stream().map(Likeness::new).sorted(IN_ORDER).toList();
        this.window = window;
    }

    public static List<Candidate> candidates(Collection<SeriousTicket> open, Duration window) {
        return new Triage(open, window).candidates();
    }

    private List<Candidate> candidates() {
        return Stream.of(severalCouncils(), severalP1(), nearTarget())
                .flatMap(found -> found)
                .filter(Candidate::isNews)
                .toList();
    }

    private Stream<Candidate> severalCouncils() {
        return together(open, Likeness::to)
                .map(tickets -> new Candidate(Criterion.SEVERAL_COUNCILS, tickets))
                .filter(candidate -> candidate.councils().size() > 1);
    }

    private Stream<Candidate> severalP1() {
        List<Likeness> p1 =
                open.stream().filter(likeness -> likeness.ticket().isP1()).toList();
        return together(p1, (one, other) -> true)
                .map(tickets -> new Candidate(Criterion.SEVERAL_P1, tickets))
                .filter(candidate -> candidate.tickets().size() > 1);
    }

    private Stream<Candidate> nearTarget() {
        return open.stream()
                .map(Likeness::ticket)
                .filter(ticket -> ticket.isP1() && ticket.escalated() && ticket.hasUsed(NEAR_TARGET_PERCENT))
                .map(ticket -> new Candidate(Criterion.P1_NEAR_TARGET, List.of(ticket)));
    }

    /** The groups into which tickets fall that are linked, directly or through others. */
    private Stream<List<SeriousTicket>> together(List<Likeness> tickets, BiPredicate<Likeness, Likeness> linked) {
        int[] group = new int[tickets.size()];
        for (int place = 0; place < group.length; place++) {
            group[place] = place;
        }
        for (int later = 1; later < group.length; later++) {
            for (int earlier = later - 1; earlier >= 0 && soonAfter(tickets, earlier, later); earlier--) {
                if (linked.test(tickets.get(earlier), tickets.get(later))) {
                    group[first(group, later)] = first(group, earlier);
                }
            }
        }
        return groups(tickets, group);
    }

    private boolean soonAfter(List<Likeness> tickets, int earlier, int later) {
        Duration between = Duration.between(
                tickets.get(earlier).ticket().loggedAt(),
                tickets.get(later).ticket().loggedAt());
        return between.compareTo(window) <= 0;
    }

    private static int first(int[] group, int place) {
        int at = place;
        while (group[at] != at) {
            at = group[at];
        }
        return at;
    }

    private static Stream<List<SeriousTicket>> groups(List<Likeness> tickets, int[] group) {
        List<List<SeriousTicket>> groups = new ArrayList<>();
        for (int place = 0; place < group.length; place++) {
            groups.add(new ArrayList<>());
        }
        for (int place = 0; place < group.length; place++) {
            groups.get(first(group, place)).add(tickets.get(place).ticket());
        }
        return groups.stream().filter(members -> !members.isEmpty());
    }
}
