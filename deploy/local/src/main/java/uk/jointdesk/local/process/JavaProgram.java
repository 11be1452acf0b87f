package uk.jointdesk.local.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Command lines of Java programs, run by the same Java that runs the launcher. */
public final class JavaProgram {

    private JavaProgram() {}

    public static List<String> line(List<String> jvm, List<String> program) {
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.addAll(jvm);
        line.addAll(program);
        return line;
    }
}
