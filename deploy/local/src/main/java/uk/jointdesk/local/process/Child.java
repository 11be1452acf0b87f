package uk.jointdesk.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A process that the suite started and stops again. */
public final class Child {

    private static final Path SETSID = Path.of("/usr/bin/setsid");

    private final String name;
    private final Path log;
    private final Process process;

    private Child(String name, Path log, Process process) {
        this.name = name;
        this.log = log;
        this.process = process;
    }

    /** Starts the command with what it prints appended to {@code log}, and notes its id in the register. */
    public static Child start(Command command, Path log, Register register) {
        ProcessBuilder builder = new ProcessBuilder(ownSession(command.line()))
                .directory(command.directory().toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(command.environment());
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            register.note(command.name(), process.toHandle());
            return new Child(command.name(), log, process);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot start " + command.name(), e);
        }
    }

    /**
     * Ctrl-C reaches every process of the terminal's foreground group at once. In a session of its own a child
     * stops when the launcher says so, in order. {@code setsid} replaces itself, so the id stays the child's.
     */
    private static List<String> ownSession(List<String> line) {
        if (!Files.isExecutable(SETSID)) {
            return line;
        }
        List<String> wrapped = new ArrayList<>(List.of(SETSID.toString()));
        wrapped.addAll(line);
        return wrapped;
    }

    public String name() {
        return name;
    }

    public Path log() {
        return log;
    }

    public boolean alive() {
        return process.isAlive();
    }

    public long pid() {
        return process.pid();
    }

    public int exitCode() {
        return process.exitValue();
    }

    public CompletableFuture<Child> onExit() {
        return process.onExit().thenApply(ended -> this);
    }

    public void askToStop() {
        process.destroy();
    }

    /** Waits for the end; what has not ended by then is killed. */
    public void awaitEnd(Duration patience) {
        try {
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                kill();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }

    /** SIGKILL: the process has no chance to tidy up. */
    public void kill() {
        process.destroyForcibly();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What to run: a command line with its environment and working directory. */
    public record Command(String name, List<String> line, Map<String, String> environment, Path directory) {

        public Command {
            line = List.copyOf(line);
            environment = Map.copyOf(environment);
        }
    }
}
