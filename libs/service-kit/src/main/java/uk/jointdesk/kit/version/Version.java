package uk.jointdesk.kit.version;

import jakarta.ws.rs.core.EntityTag;
import uk.jointdesk.kit.problem.FieldError;
import uk.jointdesk.kit.problem.Refusal;

/** Optimistic locking over HTTP: the ETag is the row's version, a change must name the one it starts from. */
public final class Version {

    private Version() {}

    public static EntityTag tag(long version) {
        return new EntityTag(Long.toString(version));
    }

    /** The version an {@code If-Match} header names; 428 without one, 400 when it is not an ETag of ours. */
    public static long required(String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw Refusal.versionRequired();
        }
        String bare = ifMatch.strip().replaceAll("^\"|\"$", "");
        try {
            return Long.parseLong(bare);
        } catch (NumberFormatException notOurs) {
            throw Refusal.malformed(
                    "if-match-malformed",
                    "If-Match is the ETag of the version you read.",
                    FieldError.header("If-Match", "is not an ETag of this resource"));
        }
    }

    /** Refuses with 412 when the thing has changed since it was read. */
    public static void check(long expected, long actual) {
        if (expected != actual) {
            throw Refusal.stale();
        }
    }
}
