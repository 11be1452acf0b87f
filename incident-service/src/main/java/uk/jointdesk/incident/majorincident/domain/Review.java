package uk.jointdesk.incident.majorincident.domain;

import java.time.LocalDate;

/** What was found when it was over. */
public record Review(LocalDate heldOn, String summary) {

    public static final Review NONE = new Review(null, null);

    public boolean isHeld() {
        return heldOn != null && summary != null;
    }
}
