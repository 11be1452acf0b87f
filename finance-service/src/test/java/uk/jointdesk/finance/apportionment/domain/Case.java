package uk.jointdesk.finance.apportionment.domain;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import uk.jointdesk.finance.money.domain.Fraction;
import uk.jointdesk.finance.money.domain.Money;
import uk.jointdesk.testkit.Draw;

/** A total, charge or credit, small or huge, with some partners' weights; in the order they were drawn. */
record Case(long pence, Map<String, BigDecimal> weights) {

    static Case draw(Draw draw) {
        long most = draw.oneOf(3L, 1_000L, 1_460_000_000L, 999_999_999_999_999L, Long.MAX_VALUE - 1);
        return new Case(draw.between(-most, most), weights(draw));
    }

    static Map<String, BigDecimal> weights(Draw draw) {
        int partners = draw.between(1, 1 + Math.min(draw.size(), 12));
        List<String> codes = draw.shuffled(IntStream.range(0, partners)
                .mapToObj(i -> "P" + (char) ('A' + i))
                .toList());
        Map<String, BigDecimal> weights = new LinkedHashMap<>();
        codes.forEach(code -> weights.put(code, weight(draw)));
        // Never all zero: that is refused, and has its own test.
        weights.computeIfPresent(codes.get(0), (code, weight) -> weight.signum() == 0 ? BigDecimal.ONE : weight);
        return weights;
    }

    private static BigDecimal weight(Draw draw) {
        if (draw.chance(15)) {
            return BigDecimal.ZERO;
        }
        return new BigDecimal(
                BigInteger.valueOf(draw.between(0L, draw.oneOf(3L, 100L, 9_999_999L, 999_999_999_999_999L))),
                draw.oneOf(0, 1, 2, 3, 9));
    }

    Money total() {
        return Money.ofPence(pence);
    }

    Weights asWeights() {
        return Weights.of(fractions());
    }

    Map<String, Fraction> fractions() {
        return weights.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> Fraction.of(entry.getValue())));
    }
}
