package uk.jointdesk.incident.ticket.web;

import uk.jointdesk.kit.problem.FieldError;
import uk.jointdesk.kit.problem.Refusal;

/** Who works on a ticket: an id of the desk's directory, never a name or an address. */
public final class Assignee {

    public static final String PATTERN = "[A-Za-z0-9._:-]{1,64}";
    public static final String MESSAGE = "is an opaque id of letters, digits and . _ : -";

    private Assignee() {}

    public static void check(String id) {
        if (id != null && !id.matches(PATTERN)) {
            throw Refusal.refused(
                    "assignee-invalid", "An assignee is an opaque id.", new FieldError("/assignee", MESSAGE));
        }
    }
}
