package uk.jointdesk.finance.apportionment.domain;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import uk.jointdesk.finance.money.domain.Fraction;
import uk.jointdesk.finance.money.domain.Money;

/**
 * The populations by which the House of Representatives was apportioned after the census of 1880, 49,371,340 people, and
 * the arithmetic of that day: largest remainder with a seat for every state. The chief clerk of the Census Office found
 * in it that Alabama would have 8 of 299 seats and 7 of 300.
 */
final class Census1880 {
    private static final String POPULATION = """
            Alabama 1262505
            Arkansas 802525
            California 864694
            Colorado 194327
            Connecticut 622700
            Delaware 146608
            Florida 269493
            Georgia 1542180
            Illinois 3077871
            Indiana 1978301
            Iowa 1624615
            Kansas 996096
            Kentucky 1648690
            Louisiana 939946
            Maine 648936
            Maryland 934943
            Massachusetts 1783085
            Michigan 1636937
            Minnesota 780773
            Mississippi 1131597
            Missouri 2168380
            Nebraska 452402
            Nevada 62266
            New Hampshire 346991
            New Jersey 1131116
            New York 5082871
            North Carolina 1399750
            Ohio 3198062
            Oregon 174768
            Pennsylvania 4282891
            Rhode Island 276531
            South Carolina 995577
            Tennessee 1542359
            Texas 1591749
            Vermont 332286
            Virginia 1512565
            West Virginia 618457
            Wisconsin 1315497
            """;
    static final SortedMap<String, Fraction> FRACTIONS = POPULATION
            .lines()
            .map(line -> line.split(" (?=[0-9])"))
            .collect(Collectors.toMap(
                    row -> row[0], row -> Fraction.of(Long.parseLong(row[1]), 49_371_340), (a, b) -> a, TreeMap::new));

    private Census1880() {}

    static Apportionment house(int seats) {
        Map<String, Long> given = new TreeMap<>();
        FRACTIONS.forEach((state, fraction) -> given.put(state, Math.max(1, whole(quota(fraction, seats)))));
        long left = seats - given.values().stream().mapToLong(Long::longValue).sum();
        FRACTIONS.keySet().stream()
                .filter(state -> given.get(state) == whole(quota(FRACTIONS.get(state), seats)))
                .sorted(Comparator.comparing((String state) -> remainder(quota(FRACTIONS.get(state), seats)))
                        .reversed())
                .limit(left)
                .forEach(state -> given.merge(state, 1L, Long::sum));
        List<Share> shares = given.entrySet().stream()
                .map(state -> new Share(state.getKey(), Money.ofPence(state.getValue()), FRACTIONS.get(state.getKey())))
                .toList();
        return new Apportionment(Money.ofPence(seats), shares, RemainderRule.LARGEST_REMAINDER);
    }

    private static Fraction quota(Fraction fraction, int seats) {
        return fraction.times(new Fraction(BigInteger.valueOf(seats), BigInteger.ONE));
    }

    private static long whole(Fraction quota) {
        return quota.numerator().divide(quota.denominator()).longValueExact();
    }

    private static Fraction remainder(Fraction quota) {
        return quota.minus(Fraction.of(whole(quota), 1));
    }
}
