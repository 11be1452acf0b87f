package uk.jointdesk.kpi.pack.domain;

import java.time.Instant;

/**
 * Something done to a pack on its way. A fact.
 *
 * @param clearance the office that cleared it, for {@link Kind#CLEARED} only
 */
public record PackStep(
        int number, int draft, Kind kind, String role, Clearance clearance, String comment, Pack.Actor by, Instant at) {
    public enum Kind {
        DRAFTED,
        CHANGED,
        SUBMITTED,
        RETURNED,
        CLEARED,
        PUBLISHED,
        RESTATED
    }

    public static PackStep of(int draft, Kind kind, String role, String comment, Pack.Actor by, Instant at) {
        return new PackStep(0, draft, kind, role, null, comment, by, at);
    }

    public PackStep clearedBy(Clearance office) {
        return new PackStep(number, draft, kind, role, office, comment, by, at);
    }

    /** Whether it made the actor an author of what the pack says. */
    public boolean isAuthorship() {
        return kind == Kind.DRAFTED || kind == Kind.CHANGED;
    }

    /** Who did it as the version table prints it: the office or the role. */
    public String office() {
        return clearance == null ? role : clearance.name();
    }
}
