package uk.jointdesk.benchmarks.postings;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import uk.jointdesk.local.Installation;
import uk.jointdesk.local.Part;
import uk.jointdesk.local.Ports;
import uk.jointdesk.local.Settings;
import uk.jointdesk.local.Suite;
import uk.jointdesk.local.Trees;
import uk.jointdesk.local.http.Http;
import uk.jointdesk.local.process.Stay;

/**
 * How many payments a second finance-service posts from an extract, beside PostgreSQL's own COPY of the same rows; then
 * how long statements of that year take.
 * Starts an empty suite, durable as {@code ./run} is, and stops the other services. The argument is the number of rows,
 * a million without any.
 */
public final class PostingRate {
    private static final Duration STEP = Duration.ofMillis(50);
    private static final String MILLION = "1000000";
    private static final String LINE = """
            {"financialYear":"%s","code":"BASE","title":"Base","kind":"BASE","scheme":"STS-BASE","source":"benchmark",
             "budget":{"amount":"1000000.00","currency":"GBP"}}""";
    private static final String PROFILE = """
            {"name":"RATE","profile":{"title":"Rate","source":"rate","dateFormats":["yyyy-MM-dd"],"columns":{
              "lineId":["Line"],"date":["Date"],"net":["Net"],"vat":["VAT"],"supplier":["Supplier"],
              "costCentre":["Cost centre"],"expense":["Expense"]},"codes":[{"budgetLine":"BASE"}]}}""";
    private final Http http = new Http();
    private final Suite suite;
    private final CopyRate copy;

    private PostingRate(Suite suite, CopyRate copy) {
        this.suite = suite;
        this.copy = copy;
    }

    public static void main(String[] arguments) throws IOException {
        Extract extract = new Extract(Long.parseLong(arguments.length == 0 ? MILLION : arguments[0]));
        Path root = Path.of("").toAbsolutePath();
        Path data = Files.createTempDirectory("jointdesk-posting-rate");
        Ports ports = Ports.free();
        Settings settings = new Settings(data, ports, false, false, Stay.BRIEF);
        try (Suite suite = Suite.open(new Installation(root), settings, System.out::println)) {
            suite.start();
            List.of(Part.GATEWAY, Part.INCIDENT, Part.KPI)
                    .forEach(part -> suite.child(part).kill());
            int postgres = ports.of(Part.POSTGRES);
            PostingRate rate = new PostingRate(suite, new CopyRate(postgres));
            rate.open();
            rate.measure(extract);
            new StatementTimes(postgres, suite.url(Part.FINANCE), rate::token).report();
        }
        Trees.delete(data);
    }

    private void open() {
        post("financial-years", "{\"code\":\"" + Extract.YEAR + "\"}");
        post("budgets", "{\"financialYear\":\"" + Extract.YEAR + "\",\"title\":\"Rate\",\"source\":\"benchmark\"}");
        post("budget-lines", LINE.formatted(Extract.YEAR));
        post("import-profiles", PROFILE);
    }

    private JsonNode post(String path, String body) {
        return http.post(url(path), token(), "application/json", null, BodyPublishers.ofString(body));
    }

    private void measure(Extract extract) throws IOException {
        Path file = extract.written();
        long sent = System.nanoTime();
        String id = http.post(
                        url("postings/imports?format=csv&profile=RATE"),
                        token(),
                        "text/csv",
                        null,
                        BodyPublishers.ofFile(file))
                .path("id")
                .asText();
        double durable = secondsSince(sent);
        JsonNode job = completed(id);
        report(job, durable, secondsSince(sent));
        Files.delete(file);
    }

    private void report(JsonNode job, double durable, double seconds) {
        long rows = job.path("accepted").asLong();
        System.out.printf(
                "%n%,d payments accepted, %,d rejected%n",
                rows, job.path("rejected").asLong());
        System.out.printf(
                "  durable after %.2f s, posted after %.2f s: %,.0f rows/s%n", durable, seconds, rows / seconds);
        say("ledger lines", copy.postings(), seconds);
        say("journals, ledger lines and what the sender said", copy.all(), seconds);
    }

    private static void say(String what, CopyRate.Measured copied, double seconds) {
        System.out.printf("  %,d %s: %,.0f a second%n", copied.rows(), what, copied.rows() / seconds);
        System.out.printf(
                "    COPY into a bare table %.2f s: %,.0f rows/s, ratio %.3f%n",
                copied.bare(), copied.rows() / copied.bare(), copied.bare() / seconds);
        System.out.printf(
                "    COPY into a table with its indexes %.2f s: %,.0f rows/s, ratio %.3f%n",
                copied.indexed(), copied.rows() / copied.indexed(), copied.indexed() / seconds);
    }

    private JsonNode completed(String id) {
        JsonNode job = http.get(url("postings/imports/" + id), token());
        while (job.path("status").asText().equals("RUNNING")) {
            pause();
            job = http.get(url("postings/imports/" + id), token());
        }
        if (!job.path("status").asText().equals("COMPLETED")) {
            throw new IllegalStateException(job.toString());
        }
        return job;
    }

    private String url(String path) {
        return suite.url(Part.FINANCE) + "/api/v1/" + path;
    }

    private String token() {
        return suite.token("finance");
    }

    private static double secondsSince(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private static void pause() {
        try {
            Thread.sleep(STEP.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
