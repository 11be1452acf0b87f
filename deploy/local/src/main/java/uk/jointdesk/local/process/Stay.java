package uk.jointdesk.local.process;

import java.util.List;

/** How long a Java program is to stay, which decides what its virtual machine is told to spend time on. */
public enum Stay {
    /**
     * The simpler compiler and the simplest collector: on two cores a start takes a third less processor time, and even
     * the first imports go faster, because nothing is spent on compiling better what soon ends.
     */
    BRIEF("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"),
    /** Both compilers, as a service that is measured or left running for days wants them. */
    LONG("-XX:+UseParallelGC");

    private final List<String> jvm;

    Stay(String... jvm) {
        this.jvm = List.of(jvm);
    }

    /** What the virtual machine is told. */
    public List<String> jvm() {
        return jvm;
    }
}
