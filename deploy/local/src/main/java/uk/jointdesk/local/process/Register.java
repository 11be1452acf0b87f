package uk.jointdesk.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The processes of a start, on disk: after the launcher itself was killed, the next start finds and ends what it
 * left running. A line names process id and start time, so that a number used anew is never mistaken for ours.
 */
public final class Register {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Path file;

    public Register(Path file) {
        this.file = file;
    }

    public synchronized void note(String name, ProcessHandle process) {
        String line = process.pid() + " " + startOf(process) + " " + name + System.lineSeparator();
        try {
            Files.writeString(file, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends every process of the register that still runs, and returns their names. */
    public List<String> endLeftovers() {
        try {
            if (!Files.exists(file)) {
                return List.of();
            }
            List<Noted> running = Files.readAllLines(file).stream()
                    .map(Register::noted)
                    .flatMap(Optional::stream)
                    .toList();
            running.forEach(noted -> noted.process().destroyForcibly());
            running.forEach(noted -> Ending.await(noted.process(), PATIENCE));
            Files.delete(file);
            return running.stream().map(Noted::name).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Noted(String name, ProcessHandle process) {}

    /** What a line names, if it runs and is still the process that was noted. */
    private static Optional<Noted> noted(String line) {
        String[] parts = line.split(" ", 3);
        if (parts.length < 3) {
            // A line cut short by the kill: the process it was to name never got further than starting.
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(parts[0]))
                .filter(process -> startOf(process) == Long.parseLong(parts[1]))
                .filter(process -> !Ending.hasEnded(process))
                .map(process -> new Noted(parts[2], process));
    }

    private static long startOf(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }
}
