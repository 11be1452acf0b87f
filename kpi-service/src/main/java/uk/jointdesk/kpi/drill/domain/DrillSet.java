package uk.jointdesk.kpi.drill.domain;

import java.util.Arrays;
import java.util.Optional;

/** The tickets behind one figure, by the figure's own name. */
public enum DrillSet {
    // compliance
    MET("met", Kind.JUDGED),
    BREACHED("breached", Kind.JUDGED),
    MEASURED("measured", Kind.JUDGED),
    EXCLUDED("excluded", Kind.JUDGED),
    // reopens
    REOPENED_BEFORE("reopenedBefore", Kind.JUDGED),
    UNDONE("undone", Kind.LEFT),
    // satisfaction
    RATED("rated", Kind.RATED),
    POSITIVE("positive", Kind.RATED),
    NEUTRAL("neutral", Kind.RATED),
    NEGATIVE("negative", Kind.RATED),
    RECOMMENDED("recommended", Kind.RATED),
    PROMOTERS("promoters", Kind.RATED),
    PASSIVES("passives", Kind.RATED),
    DETRACTORS("detractors", Kind.RATED),
    ANSWERS("answers", Kind.ANSWERED),
    SATISFIED("satisfied", Kind.ANSWERED),
    TIMELY("timely", Kind.ANSWERED),
    INVITED("invited", Kind.INVITED),
    ANSWERED("answered", Kind.INVITED),
    // volumes
    RESOLVED("resolved", Kind.JUDGED),
    CLOSED("closed", Kind.CLOSED),
    LOGGED("logged", Kind.ENTERED),
    REOPENED("reopened", Kind.ENTERED),
    TRANSFERRED_IN("transferredIn", Kind.ENTERED),
    RESOLUTIONS("resolutions", Kind.LEFT),
    CANCELLED("cancelled", Kind.LEFT),
    MERGED("merged", Kind.LEFT),
    TRANSFERRED_OUT("transferredOut", Kind.LEFT),
    OPEN_AT_START("openAtStart", Kind.STANDING),
    OPEN_AT_END("openAtEnd", Kind.STANDING),
    // backlog
    OPEN("open", Kind.STANDING),
    UNTRIAGED("untriaged", Kind.STANDING),
    ON_HOLD("onHold", Kind.STANDING),
    OPEN_OVER_30_DAYS("openOver30Days", Kind.STANDING);

    /** What puts a ticket into the set. */
    public enum Kind {
        /** How its life ended, on the day it counts. */
        JUDGED,
        CLOSED,
        /** Coming into a stretch of being open. */
        ENTERED,
        /** Leaving one. */
        LEFT,
        /** Being open at a moment. */
        STANDING,
        /** A rating that was given. */
        RATED,
        /** An answer to a survey. */
        ANSWERED,
        /** A survey that was sent. */
        INVITED
    }

    private final String name;
    private final Kind kind;

    DrillSet(String name, Kind kind) {
        this.name = name;
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }

    /** Whether the response clock has such a set, too. */
    public boolean isOfResponses() {
        return this == MET || this == BREACHED || this == MEASURED || this == EXCLUDED;
    }

    public static Optional<DrillSet> named(String name) {
        return Arrays.stream(values()).filter(set -> set.name.equals(name)).findFirst();
    }

    @Override
    public String toString() {
        return name;
    }
}
