package uk.jointdesk.incident.majorincident.domain;

import java.time.LocalDate;
import java.util.UUID;

/**
 * What a review asks somebody to do.
 *
 * @param ownerRole the role that owns it, not a person's name
 * @param audience who reads of it
 * @param doneOn null while it is open
 */
public record Action(
        UUID id, String text, String ownerRole, Audience audience, LocalDate due, LocalDate doneOn, long version) {

    public boolean isOpen() {
        return doneOn == null;
    }

    public boolean isOverdue(LocalDate today) {
        return isOpen() && due.isBefore(today);
    }
}
