package uk.jointdesk.incident.web;

import java.util.UUID;
import uk.jointdesk.kit.problem.Refusal;

/** Ids in paths. */
public final class PathId {

    private PathId() {}

    /** The id; what is none names nothing, 404. */
    public static UUID of(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException none) {
            throw Refusal.notFound();
        }
    }
}
