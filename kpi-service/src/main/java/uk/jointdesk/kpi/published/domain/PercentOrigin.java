package uk.jointdesk.kpi.published.domain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import uk.jointdesk.kpi.ratio.domain.Fraction;

/** What a printed percentage can have come from: so many tickets out of so many, or a mean of three such ratios. */
final class PercentOrigin {

    /** So many out of so many; not in lowest terms, for 9 of 15 is not 3 of 5. */
    record Share(long met, long measured) {
        Fraction fraction() {
            return Fraction.of(met, measured);
        }

        @Override
        public String toString() {
            return met + "/" + measured;
        }
    }

    /** Above this volume nearly every percentage of two places is some ratio, and a search would prove nothing. */
    static final long LARGEST = 100;

    private static final int MONTHS = 3;
    private static final long PARTS = 10_000;

    private PercentOrigin() {}

    /** The ratio with the largest denominator up to the volume that prints so, if there is any. */
    static Optional<Share> largest(BigDecimal percent, long volume) {
        long hundredths = percent.movePointRight(2).longValueExact();
        for (long measured = volume; measured > 0; measured--) {
            long near = hundredths * measured / PARTS;
            for (long met = near; met <= Math.min(near + 1, measured); met++) {
                if (prints(Fraction.of(met, measured), percent)) {
                    return Optional.of(new Share(met, measured));
                }
            }
        }
        return Optional.empty();
    }

    /** Three ratios of together no more tickets than the volume whose unweighted mean prints so. */
    static Optional<List<Share>> meanOfThree(BigDecimal percent, long volume) {
        List<Share> shares = simplest(volume - MONTHS + 1);
        Thirds thirds = new Thirds(shares, percent);
        for (int i = 0; i < shares.size(); i++) {
            for (int j = 0; j <= i; j++) {
                Optional<Share> third = thirds.beside(shares.get(i), shares.get(j), volume);
                if (third.isPresent()) {
                    return Optional.of(List.of(shares.get(j), shares.get(i), third.get()));
                }
            }
        }
        return Optional.empty();
    }

    static boolean prints(Fraction ratio, BigDecimal percent) {
        return new BigDecimal(ratio.percent()).compareTo(percent) == 0;
    }

    /** Every ratio once, in lowest terms, those of few tickets first. */
    private static List<Share> simplest(long most) {
        List<Share> shares = new ArrayList<>();
        for (long measured = 1; measured <= most; measured++) {
            for (long met = measured; met >= 0; met--) {
                if (Fraction.of(met, measured).denominator().longValueExact() == measured) {
                    shares.add(new Share(met, measured));
                }
            }
        }
        return shares;
    }

    /**
     * Finds the third ratio of a mean. Ratios are sought by their parts in a million millions, which is quick, and
     * believed by their exact mean.
     */
    private static final class Thirds {
        private static final long SCALE = 1_000_000_000_000L;

        /** Half a hundredth of a per cent of the mean, and what three truncated values may be off. */
        private static final long TOLERANCE = MONTHS * SCALE / (2 * PARTS) + MONTHS;

        private final List<Share> byValue;
        private final long[] values;
        private final BigDecimal percent;
        private final long sum;

        Thirds(List<Share> shares, BigDecimal percent) {
            this.byValue = new ArrayList<>(shares);
            this.byValue.sort(Comparator.comparingLong(Thirds::value));
            this.values = byValue.stream().mapToLong(Thirds::value).toArray();
            this.percent = percent;
            this.sum = MONTHS * percent.movePointRight(2).longValueExact() * (SCALE / PARTS);
        }

        Optional<Share> beside(Share first, Share second, long volume) {
            long wanted = sum - value(first) - value(second);
            int place = Arrays.binarySearch(values, wanted - TOLERANCE);
            for (int i = place < 0 ? -place - 1 : place; i < values.length; i++) {
                Share third = byValue.get(i);
                if (values[i] > wanted + TOLERANCE) {
                    return Optional.empty();
                }
                boolean few = first.measured + second.measured + third.measured <= volume;
                if (few && prints(mean(first, second, third), percent)) {
                    return Optional.of(third);
                }
            }
            return Optional.empty();
        }

        private static long value(Share share) {
            return share.met * SCALE / share.measured;
        }

        private static Fraction mean(Share... shares) {
            return Fraction.mean(Arrays.stream(shares).map(Share::fraction).toList());
        }
    }
}
