package uk.jointdesk.benchmarks.apportionment;

import java.math.BigDecimal;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import uk.jointdesk.finance.year.domain.FinancialYear;

/**
 * What one would write without a kernel: largest remainder on BigDecimal, line by line, by days first and by users then.
 * It knows three partners of whom the last may join within a year, and explains nothing.
 */
final class PlainDecimal {
    private final TenYears years;

    PlainDecimal(TenYears years) {
        this.years = years;
    }

    /** Pence per partner of one line. */
    long[] divide(int year, int line) {
        BigDecimal total = BigDecimal.valueOf(years.pence(year, line));
        FinancialYear financial = new FinancialYear(TenYears.FIRST + year);
        long days = financial.span().days();
        long without = Math.max(0, Math.min(days, ChronoUnit.DAYS.between(financial.from(), TenYears.JOINS)));
        BigDecimal[] terms = split(total, new long[] {without, days - without});
        long[] users = years.users(year);
        long[] paid = new long[users.length];
        add(paid, terms[0], new long[] {users[0], users[1], 0});
        add(paid, terms[1], users);
        return paid;
    }

    private static void add(long[] paid, BigDecimal cost, long[] weights) {
        if (cost.signum() != 0) {
            BigDecimal[] shares = split(cost, weights);
            for (int i = 0; i < paid.length; i++) {
                paid[i] += shares[i].longValueExact();
            }
        }
    }

    private static BigDecimal[] split(BigDecimal total, long[] weights) {
        BigDecimal all = BigDecimal.valueOf(Arrays.stream(weights).sum());
        BigDecimal owed = total.abs();
        BigDecimal[] parts = new BigDecimal[weights.length];
        BigDecimal[] rest = new BigDecimal[weights.length];
        BigDecimal left = owed;
        for (int i = 0; i < weights.length; i++) {
            BigDecimal[] quota = owed.multiply(BigDecimal.valueOf(weights[i])).divideAndRemainder(all);
            parts[i] = quota[0];
            rest[i] = quota[1];
            left = left.subtract(parts[i]);
        }
        for (; left.signum() > 0; left = left.subtract(BigDecimal.ONE)) {
            int most = 0;
            for (int i = 1; i < rest.length; i++) {
                most = rest[i].compareTo(rest[most]) > 0 ? i : most;
            }
            parts[most] = parts[most].add(BigDecimal.ONE);
            rest[most] = BigDecimal.ONE.negate();
        }
        return total.signum() < 0 ? Arrays.stream(parts).map(BigDecimal::negate).toArray(BigDecimal[]::new) : parts;
    }
}
