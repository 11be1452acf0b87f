package uk.jointdesk.benchmarks.postings;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.SplittableRandom;

/** An extract of so many payments of a year, drawn from a fixed seed; one in five has VAT, one in fifty is a credit. */
record Extract(long rows) {
    static final String YEAR = "2032-33";
    private static final LocalDate FIRST = LocalDate.of(2032, 4, 1);
    private static final long SEED = 202_106;
    private static final int DAYS = 365;

    /** Writes it down as a council's ledger would give it out. */
    Path written() {
        try {
            Path file = Files.createTempFile("jointdesk-extract", ".csv");
            SplittableRandom random = new SplittableRandom(SEED);
            try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
                out.write("Line,Date,Net,VAT,Supplier,Cost centre,Expense\n");
                for (long row = 1; row <= rows; row++) {
                    out.write(line(row, random));
                }
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String line(long row, SplittableRandom random) {
        long pence = random.nextLong(1, 1_000_000) * (random.nextInt(50) == 0 ? -1 : 1);
        long vat = random.nextInt(5) == 0 ? pence / 5 : 0;
        return String.format(
                Locale.ROOT,
                "L%d,%s,%s,%s,Supplier %d Ltd,CC%d,Services%n",
                row,
                FIRST.plusDays(random.nextInt(DAYS)),
                pounds(pence),
                pounds(vat),
                random.nextInt(2000),
                random.nextInt(10));
    }

    private static String pounds(long pence) {
        String digits = String.format(Locale.ROOT, "%d.%02d", Math.abs(pence) / 100, Math.abs(pence) % 100);
        return pence < 0 ? "-" + digits : digits;
    }
}
