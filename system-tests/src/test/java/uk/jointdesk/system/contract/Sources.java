package uk.jointdesk.system.contract;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The Java files of the project by the name of their class, which several packages may use. */
final class Sources {

    static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    private static final String JAVA = ".java";

    private Sources() {}

    static Map<String, List<Path>> all() throws IOException {
        Map<String, List<Path>> files = new TreeMap<>();
        Files.walkFileTree(ROOT, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                String name = String.valueOf(folder.getFileName());
                // A package is called target too; what is built lies beside a pom.
                boolean built = name.equals("target") && Files.exists(folder.resolveSibling("pom.xml"));
                return built || name.startsWith(".") || name.equals("docs")
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                String name = file.getFileName().toString();
                if (name.endsWith(JAVA)) {
                    files.computeIfAbsent(name.substring(0, name.length() - JAVA.length()), any -> new ArrayList<>())
                            .add(file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return files;
    }

    /** Whether one of the files has a test of this name. */
    static boolean holdTest(List<Path> files, String test) throws IOException {
        for (Path file : files) {
            if (Files.readString(file).contains("void " + test + "(")) {
                return true;
            }
        }
        return false;
    }
}
