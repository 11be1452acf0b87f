package uk.jointdesk.kpi.feed.store;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import uk.jointdesk.kpi.feed.domain.Basis;
import uk.jointdesk.kpi.feed.domain.bulk.Bases;
import uk.jointdesk.kpi.feed.domain.bulk.Life;
import uk.jointdesk.kpi.feed.domain.bulk.Rejudged;
import uk.jointdesk.servicelevel.agreement.Metric;

/**
 * Puts the judgements of a month in the place of those that stand: first what they rest on, then the tickets that are
 * judged otherwise all the same.
 *
 * @param month its first day
 */
record Rewriting(Handle handle, Metric metric, LocalDate month) {

    /** The month spares PostgreSQL a look at all the others. */
    private static final String REWRITE = """
            update %s as kept
               set outcome = given.outcome, consumed_millis = given.consumed_millis, basis = given.basis
              from unnest(cast(:tickets as text[]), cast(:outcomes as text[]), cast(:consumed as bigint[]),
                          cast(:bases as bigint[])) as given (ticket, outcome, consumed_millis, basis)
             where kept.ticket = given.ticket and kept.counted_on between :from and :to
            """;

    /** @param left tickets that are folded from their events instead */
    void write(Rejudged tickets, Set<String> left) {
        Bases before = BasisStore.of(handle, metric, month);
        Bases after = before.by(tickets);
        BasisStore.restate(handle, before, after);
        int[] otherwise = IntStream.range(0, tickets.lives().size())
                .filter(i -> !tickets.isLeft(i) && tickets.isOtherwise(i, after))
                .filter(i -> !left.contains(tickets.lives().ticket(i)))
                .toArray();
        if (otherwise.length > 0) {
            write(tickets, otherwise);
        }
    }

    private void write(Rejudged tickets, int... otherwise) {
        Map<BasisStore.Dated, Integer> numbers = numbers(tickets, otherwise);
        List<Integer> places = IntStream.of(otherwise).boxed().toList();
        handle.createUpdate(REWRITE.formatted(metric == Metric.RESPONSE ? "response_fact" : "ticket_fact"))
                .bindArray(
                        "tickets",
                        String.class,
                        places.stream().map(tickets.lives()::ticket).toList())
                .bindArray(
                        "outcomes",
                        String.class,
                        places.stream().map(i -> tickets.outcome(i).name()).toList())
                .bindArray(
                        "consumed",
                        Long.class,
                        places.stream().map(i -> consumed(tickets, i)).toList())
                .bindArray(
                        "bases",
                        Long.class,
                        places.stream()
                                .map(i -> number(numbers, tickets.basis(i)))
                                .toList())
                .bind("from", month)
                .bind("to", month.plusMonths(1).minusDays(1))
                .execute();
    }

    private Map<BasisStore.Dated, Integer> numbers(Rejudged tickets, int... otherwise) {
        Set<Basis> bases =
                IntStream.of(otherwise).mapToObj(tickets::basis).collect(Collectors.toCollection(HashSet::new));
        bases.remove(Basis.NONE);
        return BasisStore.numbers(
                handle,
                metric,
                bases.stream().map(basis -> new BasisStore.Dated(month, basis)).collect(Collectors.toSet()));
    }

    private Long number(Map<BasisStore.Dated, Integer> numbers, Basis basis) {
        return basis.equals(Basis.NONE)
                ? null
                : (Long) numbers.get(new BasisStore.Dated(month, basis)).longValue();
    }

    private static Long consumed(Rejudged tickets, int i) {
        return tickets.consumed(i) == Life.NO_CLOCK ? null : (Long) tickets.consumed(i);
    }
}
