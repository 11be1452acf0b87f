package uk.jointdesk.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;

/**
 * The directory that holds everything a local start keeps: databases, logs, the list of running processes.
 * One start owns it at a time; the operating system frees the lock when that start dies.
 */
public final class DataDir implements AutoCloseable {

    private static final String LOCK = "jointdesk.lock";

    private final Path path;
    private final FileChannel channel;
    private final FileLock lock;

    private DataDir(Path path, FileChannel channel, FileLock lock) {
        this.path = path;
        this.channel = channel;
        this.lock = lock;
    }

    public static DataDir open(Path path) {
        try {
            refuseForeign(path);
            Files.createDirectories(path.resolve("logs"));
            FileChannel channel =
                    FileChannel.open(path.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            return new DataDir(path, channel, locked(channel, path));
        } catch (IOException e) {
            throw new CannotStart("Cannot use the data directory " + path + ": " + e.getMessage(), e);
        }
    }

    /** A directory with somebody else's files in it is neither filled nor, on --reset, deleted. */
    private static void refuseForeign(Path path) throws IOException {
        if (!Files.isDirectory(path) || Files.exists(path.resolve(LOCK))) {
            return;
        }
        try (Stream<Path> content = Files.list(path)) {
            if (content.findAny().isPresent()) {
                throw new CannotStart(path + " is not empty and not a data directory of Jointdesk. Choose another.");
            }
        }
    }

    private static FileLock locked(FileChannel channel, Path path) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return lock;
            }
        } catch (OverlappingFileLockException e) {
            // Held by this very process, which is the same refusal.
        }
        channel.close();
        throw new CannotStart("Jointdesk already runs on " + path + ". Stop it first, or choose another --data-dir.");
    }

    /** Deletes everything but the lock. */
    public void empty() {
        try (Stream<Path> content = Files.list(path)) {
            content.filter(entry -> !entry.equals(path.resolve(LOCK))).forEach(Trees::delete);
            Files.createDirectories(path.resolve("logs"));
        } catch (IOException e) {
            throw new CannotStart("Cannot empty " + path + ": " + e.getMessage(), e);
        }
    }

    public Path path() {
        return path;
    }

    public Path child(String name) {
        return path.resolve(name);
    }

    /** The log of one part; the log of the start before is kept beside it as {@code .1}. */
    public Path freshLog(String name) {
        Path log = path.resolve("logs").resolve(name + ".log");
        try {
            if (Files.exists(log)) {
                Files.move(log, log.resolveSibling(name + ".log.1"), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return log;
    }

    @Override
    public void close() {
        try {
            lock.release();
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
