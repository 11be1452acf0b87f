package uk.jointdesk.finance.apportionment.domain;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * Largest remainder by another road: weights become whole numbers on one scale, nothing is reduced, and the odd pennies
 * are given one at a time to whoever is owed most. It shares no code with the product.
 */
final class Oracle {
    private Oracle() {}

    /** Pence per partner. */
    static Map<String, Long> divide(long pence, Map<String, BigDecimal> weights) {
        int scale =
                Collections.max(weights.values().stream().map(BigDecimal::scale).toList());
        Map<String, BigInteger> whole = new TreeMap<>();
        weights.forEach(
                (partner, weight) -> whole.put(partner, weight.setScale(scale).unscaledValue()));
        BigInteger all = whole.values().stream().reduce(BigInteger.ZERO, BigInteger::add);
        BigInteger owed = BigInteger.valueOf(pence).abs();
        Map<String, BigInteger> rest = new TreeMap<>();
        Map<String, Long> parts = new TreeMap<>();
        long left = owed.longValueExact();
        for (String partner : whole.keySet()) {
            BigInteger[] quota = owed.multiply(whole.get(partner)).divideAndRemainder(all);
            parts.put(partner, quota[0].longValueExact());
            rest.put(partner, quota[1]);
            left -= parts.get(partner);
        }
        for (; left > 0; left--) {
            String next = mostOwed(rest);
            parts.merge(next, 1L, Long::sum);
            rest.put(next, BigInteger.ONE.negate());
        }
        parts.replaceAll((partner, part) -> pence < 0 ? -part : part);
        return parts;
    }

    /** Pence per partner where some are billed to others: divided by bill first, and each bill then by itself. */
    static Map<String, Long> divideNested(long pence, Map<String, BigDecimal> weights, Map<String, String> billedTo) {
        Map<String, Map<String, BigDecimal>> bills = new TreeMap<>();
        weights.forEach((partner, weight) -> bills.computeIfAbsent(
                        billedTo.getOrDefault(partner, partner), any -> new TreeMap<>())
                .put(partner, weight));
        Map<String, BigDecimal> billed = new TreeMap<>();
        bills.forEach(
                (payer, own) -> billed.put(payer, own.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add)));
        Map<String, Long> parts = new TreeMap<>();
        divide(pence, billed).forEach((payer, amount) -> {
            boolean counts = billed.get(payer).signum() > 0;
            bills.get(payer).keySet().forEach(partner -> parts.put(partner, 0L));
            if (counts) {
                parts.putAll(divide(amount, bills.get(payer)));
            }
        });
        return parts;
    }

    /** The first in order of code among those owed most. */
    private static String mostOwed(Map<String, BigInteger> rest) {
        String most = null;
        for (String partner : rest.keySet()) {
            if (most == null || rest.get(partner).compareTo(rest.get(most)) > 0) {
                most = partner;
            }
        }
        return most;
    }
}
