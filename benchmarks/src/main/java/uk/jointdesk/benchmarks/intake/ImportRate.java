package uk.jointdesk.benchmarks.intake;

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
import uk.jointdesk.local.demo.Dataset;
import uk.jointdesk.local.http.Http;
import uk.jointdesk.local.process.Stay;

/**
 * How many events a second incident-service takes in, beside PostgreSQL's own COPY of the same rows. Starts an empty
 * suite, durable as {@code ./run} is. With the argument {@code alone} the other services are stopped before the
 * measurement; without it kpi-service follows the feed meanwhile.
 */
public final class ImportRate {

    private static final Duration STEP = Duration.ofMillis(50);

    private final Http http = new Http();
    private final Suite suite;
    private final CopyRate copy;

    private ImportRate(Suite suite, CopyRate copy) {
        this.suite = suite;
        this.copy = copy;
    }

    public static void main(String[] arguments) throws IOException {
        Path root = Path.of("").toAbsolutePath();
        Path data = Files.createTempDirectory("jointdesk-import-rate");
        Ports ports = Ports.free();
        Settings settings = new Settings(data, ports, false, false, Stay.BRIEF);
        try (Suite suite = Suite.open(new Installation(root), settings, System.out::println)) {
            suite.start();
            if (List.of(arguments).contains("alone")) {
                List.of(Part.GATEWAY, Part.FINANCE, Part.KPI)
                        .forEach(part -> suite.child(part).kill());
            }
            ImportRate rate = new ImportRate(suite, new CopyRate(ports.of(Part.POSTGRES)));
            rate.measure(Dataset.quarter());
            rate.measure(Dataset.serviceNow());
        }
        Trees.delete(data);
    }

    private void measure(Dataset dataset) throws IOException {
        long packed = packedBytes(dataset);
        Duration before = processorTime();
        long sent = System.nanoTime();
        String id = send(dataset);
        double durable = secondsSince(sent);
        JsonNode job = completed(dataset, id);
        double seconds = secondsSince(sent);
        double processor = processorTime().minus(before).toMillis() / 1000.0;
        int rows = job.path("accepted").asInt();
        CopyRate.Measured copied = copy.of(dataset.source());
        System.out.printf(
                "%n%s: %,d events, %,d tickets, %,d bytes packed%n",
                dataset.source(), rows, job.path("ticketsCreated").asInt(), packed);
        System.out.printf(
                "  durable after %.2f s, imported after %.2f s: %,.0f events/s%n", durable, seconds, rows / seconds);
        System.out.printf("  processor time of incident-service %.1f s%n", processor);
        System.out.printf(
                "  COPY into a bare table %.2f s: %,.0f rows/s, ratio %.3f%n",
                copied.bare(), copied.rows() / copied.bare(), copied.bare() / seconds);
        System.out.printf(
                "  COPY into a table with its indexes %.2f s: %,.0f rows/s, ratio %.3f%n",
                copied.indexed(), copied.rows() / copied.indexed(), copied.indexed() / seconds);
    }

    private String send(Dataset dataset) {
        String url = imports() + "?source=" + dataset.source() + "&format=" + dataset.format();
        return http.post(
                        url,
                        suite.token(dataset.client()),
                        dataset.mediaType(),
                        "gzip",
                        BodyPublishers.ofInputStream(dataset.body()))
                .path("id")
                .asText();
    }

    private JsonNode completed(Dataset dataset, String id) {
        String token = suite.token(dataset.client());
        JsonNode job = http.get(imports() + "/" + id, token);
        while (job.path("status").asText().equals("RUNNING")) {
            pause();
            job = http.get(imports() + "/" + id, token);
        }
        if (!job.path("status").asText().equals("COMPLETED")) {
            throw new IllegalStateException(job.toString());
        }
        return job;
    }

    private String imports() {
        return suite.url(Part.INCIDENT) + "/api/v1/imports";
    }

    private Duration processorTime() {
        return ProcessHandle.of(suite.child(Part.INCIDENT).pid())
                .flatMap(process -> process.info().totalCpuDuration())
                .orElse(Duration.ZERO);
    }

    private static long packedBytes(Dataset dataset) throws IOException {
        try (var body = dataset.body().get()) {
            return body.readAllBytes().length;
        }
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
