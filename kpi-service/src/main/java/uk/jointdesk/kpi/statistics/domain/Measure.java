package uk.jointdesk.kpi.statistics.domain;

import java.util.Arrays;
import java.util.Optional;

/** What is followed over time, by the name the contract has for it. */
public enum Measure {
    COMPLIANCE("compliance", true, "met", "Tickets that met their target, of those that had one"),
    LOGGED("volumes", false, "logged", "Tickets logged"),
    RESOLVED("resolved", false, "resolved", "Tickets resolved, each once, at its last resolution"),
    REOPENED("reopened", false, "reopened", "Tickets reopened, each time"),
    BACKLOG("backlog", false, "openAtEnd", "Tickets open at the end of the period");

    private final String label;
    private final boolean ratio;
    private final String drillSet;
    private final String text;

    Measure(String label, boolean ratio, String drillSet, String text) {
        this.label = label;
        this.ratio = ratio;
        this.drillSet = drillSet;
        this.text = text;
    }

    public static Optional<Measure> named(String name) {
        return Arrays.stream(values())
                .filter(measure -> measure.label.equals(name))
                .findFirst();
    }

    /** Whether it is tickets out of tickets, and not a number of them. */
    public boolean isRatio() {
        return ratio;
    }

    /** A stock cannot be added up over time. */
    public boolean addsUpOverTime() {
        return this != BACKLOG;
    }

    /** The drill's name for the tickets that are counted. */
    public String drillSet() {
        return drillSet;
    }

    public String text() {
        return text;
    }

    @Override
    public String toString() {
        return label;
    }
}
