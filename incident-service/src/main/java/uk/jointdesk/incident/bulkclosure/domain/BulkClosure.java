package uk.jointdesk.incident.bulkclosure.domain;

import java.time.Instant;
import java.util.UUID;

/**
 * A bulk closure as it stands.
 *
 * @param dryRun the dry run whose list it closes, or null
 * @param client who asked for it
 * @param authoriser by whose authority: an opaque id or a role, never a name
 * @param undoUntil null until it is done
 * @param undo null unless it is being undone or is undone
 */
public record BulkClosure(
        UUID id,
        Status status,
        UUID dryRun,
        String client,
        String reason,
        String authoriser,
        Instant requestedAt,
        Instant finishedAt,
        Instant undoUntil,
        Undo undo) {

    /** Where it stands; PLANNED is a dry run and stays one. */
    public enum Status {
        PLANNED,
        RUNNING,
        COMPLETED,
        UNDOING,
        UNDONE
    }

    /** Who took it back, and why. */
    public record Undo(String reason, String client, Instant at, Instant finishedAt) {}

    public boolean planned() {
        return status == Status.PLANNED;
    }
}
