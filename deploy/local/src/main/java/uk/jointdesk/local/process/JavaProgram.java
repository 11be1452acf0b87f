package uk.jointdesk.local.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Command lines of Java programs, run by the same Java that runs the launcher. */
public final class JavaProgram {

    /**
     * The simpler compiler and the simplest collector: on two cores a start takes a third less processor time, and even
     * the first imports go faster, because nothing is spent on compiling better what soon ends.
     */
    public static final List<String> QUICK_START = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    private JavaProgram() {}

    public static List<String> line(List<String> jvm, List<String> program) {
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.addAll(jvm);
        line.addAll(program);
        return line;
    }
}
