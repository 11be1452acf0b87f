package uk.jointdesk.benchmarks.apportionment;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import uk.jointdesk.finance.apportionment.domain.Division;
import uk.jointdesk.finance.apportionment.domain.Line;

/**
 * Divides ten years of ten thousand lines among three partners anew: by the product, with every exact fraction that an
 * explanation needs, the dated terms and the checks that parts add up; and by plain BigDecimal.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(1)
public class ReapportionmentBenchmark {
    private TenYears years;
    private PlainDecimal plain;

    /** Draws the lines and makes sure that both ways come to the same pennies on every one of them. */
    @Setup
    public void prepare() {
        years = new TenYears();
        plain = new PlainDecimal(years);
        List<Division> divisions = years.divisions();
        for (int year = 0; year < TenYears.YEARS; year++) {
            for (int line = 0; line < TenYears.LINES; line++) {
                compare(divisions.get(year).of(years.amount(year, line)).lines(), year, line);
            }
        }
    }

    private void compare(List<Line> lines, int year, int line) {
        long[] expected = plain.divide(year, line);
        for (Line share : lines) {
            int partner = TenYears.PARTNERS.indexOf(share.partner());
            if (share.amount().pence() != expected[partner]) {
                throw new IllegalStateException("year " + year + ", line " + line + ", " + share.partner()
                        + ": the product says " + share.amount() + ", plain BigDecimal " + expected[partner]);
            }
        }
    }

    /** From the scheme's versions and the members to every partner's share of every line. */
    @Benchmark
    public long product() {
        long checksum = 0;
        List<Division> divisions = years.divisions();
        for (int year = 0; year < TenYears.YEARS; year++) {
            for (int line = 0; line < TenYears.LINES; line++) {
                for (Line share :
                        divisions.get(year).of(years.amount(year, line)).lines()) {
                    checksum = 31 * checksum + share.amount().pence();
                }
            }
        }
        return checksum;
    }

    @Benchmark
    public long plainDecimal() {
        long checksum = 0;
        for (int year = 0; year < TenYears.YEARS; year++) {
            for (int line = 0; line < TenYears.LINES; line++) {
                for (long share : plain.divide(year, line)) {
                    checksum = 31 * checksum + share;
                }
            }
        }
        return checksum;
    }
}
