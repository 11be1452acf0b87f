package uk.jointdesk.benchmarks.postings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * How long a finance officer waits for a statement of the year, beside the sum over its postings that a user of the
 * database would write instead.
 */
final class StatementTimes {
    private static final int WARM_UP = 400;
    private static final int CALLS = 400;
    private static final int SUMS = 5;
    private static final double NANOS_PER_MILLI = 1e6;
    private static final List<String> STATEMENTS = List.of(
            "statements/budget-monitoring/" + Extract.YEAR + ".json",
            "statements/budget-monitoring/" + Extract.YEAR + ".html",
            "contribution-statements/LBL/" + Extract.YEAR + ".json?basis=ACTUAL",
            "contributions?financialYear=" + Extract.YEAR + "&basis=ACTUAL");
    private static final String PLAIN = """
            select p.budget_line, j.period, p.partner, sum(p.amount_pence) from posting p
            join journal j on j.id = p.journal where p.financial_year = '%s' group by 1, 2, 3""".formatted(Extract.YEAR);

    private final HttpClient http = HttpClient.newHttpClient();
    private final int port;
    private final String service;
    private final Supplier<String> token;

    /** @param port PostgreSQL's */
    StatementTimes(int port, String service, Supplier<String> token) {
        this.port = port;
        this.service = service;
        this.token = token;
    }

    void report() {
        double plain = median(times(SUMS, this::plainSum));
        System.out.printf("%n  the plain sum over the postings: median %.0f ms%n", plain);
        for (String path : STATEMENTS) {
            String bearer = "Bearer " + token.get();
            times(WARM_UP, () -> read(path, bearer));
            long[] calls = times(CALLS, () -> read(path, bearer));
            System.out.printf(
                    "  %s: p50 %.1f ms, p99 %.1f ms, p50 %.3f of the plain sum%n",
                    path, median(calls), at(99, calls), median(calls) / plain);
        }
    }

    private void read(String path, String bearer) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(service + "/api/v1/" + path))
                .header("Authorization", bearer)
                .build();
        try {
            int status = http.send(request, BodyHandlers.ofByteArray()).statusCode();
            if (status != 200) {
                throw new IllegalStateException(path + " -> " + status);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private void plainSum() {
        try (Connection connection =
                        DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/finance?user=postgres");
                Statement statement = connection.createStatement();
                ResultSet sums = statement.executeQuery(PLAIN)) {
            while (sums.next()) {
                sums.getLong(4);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long[] times(int many, Runnable call) {
        return IntStream.range(0, many)
                .mapToLong(i -> {
                    long start = System.nanoTime();
                    call.run();
                    return System.nanoTime() - start;
                })
                .sorted()
                .toArray();
    }

    private static double median(long[] sorted) {
        return at(50, sorted);
    }

    /** By the nearest rank. */
    private static double at(int percentile, long[] sorted) {
        int rank = (sorted.length * percentile + 99) / 100;
        return sorted[rank - 1] / NANOS_PER_MILLI;
    }
}
