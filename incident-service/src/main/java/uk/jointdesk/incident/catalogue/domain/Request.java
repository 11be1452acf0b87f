package uk.jointdesk.incident.catalogue.domain;

/**
 * What was asked for with a ticket.
 *
 * @param form what the requester filled in, as JSON text
 * @param approval null when none is needed
 * @param askedBy the person or service account that asked, as the identity provider's opaque subject; null of an old one
 */
public record Request(String ticket, String item, String form, Approval approval, String askedBy) {

    public boolean awaitsApproval() {
        return approval != null && approval.pending();
    }

    /** Who asked may take the request back, but not approve it; whatever role or client it comes with. */
    public boolean mayBeDecidedBy(String subject, Approval.Decision decision) {
        return decision != Approval.Decision.APPROVED || !subject.equals(askedBy);
    }

    public Request decided(Approval decided) {
        return new Request(ticket, item, form, decided, askedBy);
    }
}
