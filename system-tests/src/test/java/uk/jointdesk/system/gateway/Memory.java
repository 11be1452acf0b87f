package uk.jointdesk.system.gateway;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;

/**
 * What a gateway holds after a full collection, in megabytes, by its own metrics.
 *
 * @param heap all pools together
 * @param direct outside the heap, by the virtual machine's count or by that of Netty's largest allocator, whichever is
 *     more: which of them counts depends on the version of Java
 */
record Memory(double heap, double direct) {

    private static final double MEGABYTE = 1 << 20;
    private static final int LOOKS = 3;
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /**
     * The least of several looks: what was made since the collection before a look is in it and is not held.
     *
     * @param token of somebody who runs the suite
     */
    static Memory of(long pid, URI door, String token) throws IOException, InterruptedException {
        Memory least = look(pid, door, token);
        for (int again = 1; again < LOOKS; again++) {
            Memory next = look(pid, door, token);
            least = new Memory(Math.min(least.heap, next.heap), Math.min(least.direct, next.direct));
        }
        return least;
    }

    private static Memory look(long pid, URI door, String token) throws IOException, InterruptedException {
        // Buffers outside the heap are let go after the collection that found them unused.
        collect(pid);
        collect(pid);
        HttpRequest ask = HttpRequest.newBuilder(door.resolve("/q/metrics"))
                .header("Authorization", "Bearer " + token)
                .build();
        HttpResponse<String> answer = HTTP.send(ask, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new AssertionError("metrics: " + answer.statusCode() + " " + answer.body());
        }
        return of(answer.body());
    }

    static Memory of(String metrics) {
        double heap = values(metrics, "jvm_memory_used_bytes{", "area=\"heap\"").sum();
        double counted = values(metrics, "jvm_buffer_memory_used_bytes{", "id=\"direct\"")
                .sum();
        double netty = values(metrics, "netty_allocator_memory_used_bytes{", "memory_type=\"direct\"")
                .max()
                .orElse(0);
        double direct = Math.max(counted, netty);
        if (heap == 0 || direct == 0) {
            throw new AssertionError("the metrics say nothing of memory");
        }
        return new Memory(heap / MEGABYTE, direct / MEGABYTE);
    }

    private static DoubleStream values(String metrics, String name, String label) {
        return metrics.lines()
                .filter(line -> line.startsWith(name) && line.contains(label))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)));
    }

    private static void collect(long pid) throws IOException, InterruptedException {
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        Process process = new ProcessBuilder(List.of(jcmd, Long.toString(pid), "GC.run"))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (process.waitFor() != 0) {
            throw new AssertionError("jcmd: " + process.exitValue());
        }
    }

    /** How much more is held now, never less than nothing. */
    Memory above(Memory before) {
        return new Memory(Math.max(0, heap - before.heap), Math.max(0, direct - before.direct));
    }

    /** The more of both. */
    Memory or(Memory other) {
        return new Memory(Math.max(heap, other.heap), Math.max(direct, other.direct));
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "heap %.1f MB, direct %.1f MB", heap, direct);
    }
}
