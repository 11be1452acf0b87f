package uk.jointdesk.system.contract;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.TreeMap;

/** The Java files of the project by the name of their class. */
final class Sources {

    static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    private static final String JAVA = ".java";

    private Sources() {}

    static Map<String, Path> all() throws IOException {
        Map<String, Path> files = new TreeMap<>();
        Files.walkFileTree(ROOT, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                String name = String.valueOf(folder.getFileName());
                boolean noSource = name.startsWith(".") || name.equals("docs") || name.equals("target");
                return noSource ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                String name = file.getFileName().toString();
                if (name.endsWith(JAVA)) {
                    files.put(name.substring(0, name.length() - JAVA.length()), file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return files;
    }
}
