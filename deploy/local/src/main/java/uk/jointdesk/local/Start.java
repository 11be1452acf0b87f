package uk.jointdesk.local;

import java.nio.file.Path;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import uk.jointdesk.local.process.Child;

/** The program behind {@code ./run}: starts the suite, says where it is, and stops it again. */
public final class Start {

    private static final Logger ROOT = Logger.getLogger("");

    private Start() {}

    /** Exit codes: 0 after --help, 1 when a start fails or a process ends, 2 for a wrong option, else the signal's. */
    public static void main(String[] arguments) {
        Path root = Path.of(System.getProperty("jointdesk.root", "."))
                .toAbsolutePath()
                .normalize();
        LogManager.getLogManager().reset();
        ROOT.setLevel(Level.OFF);
        Options options = options(arguments, root);
        if (options.help()) {
            System.out.print(Options.USAGE);
            return;
        }
        System.exit(run(new Installation(root), options));
    }

    private static Options options(String[] arguments, Path root) {
        try {
            return Options.of(List.of(arguments), System.getenv(), root);
        } catch (CannotStart e) {
            System.err.println(e.getMessage());
            System.exit(2);
            throw e;
        }
    }

    private static int run(Installation installation, Options options) {
        long began = System.nanoTime();
        Progress progress = line -> System.out.printf("%5.1f s  %s%n", (System.nanoTime() - began) / 1e9, line);
        try {
            Suite suite = Suite.open(installation, Settings.of(options), progress);
            Thread stop = new Thread(() -> stop(suite), "stop");
            Runtime.getRuntime().addShutdownHook(stop);
            suite.start();
            System.out.print(Welcome.text(options));
            Child ended = suite.awaitAnyEnd();
            if (suite.closing()) {
                return 0;
            }
            System.err.println(ended.name() + " ended by itself, see " + ended.log() + ". Stopping the rest.");
            return 1;
        } catch (CannotStart e) {
            System.err.println(e.getMessage());
            return 1;
        }
    }

    private static void stop(Suite suite) {
        System.out.println("Stopping");
        suite.close();
        System.out.println("Stopped");
    }
}
