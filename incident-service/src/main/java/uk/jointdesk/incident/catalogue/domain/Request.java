package uk.jointdesk.incident.catalogue.domain;

/**
 * What was asked for with a ticket.
 *
 * @param form what the requester filled in, as JSON text
 * @param approval null when none is needed
 */
public record Request(String ticket, String item, String form, Approval approval) {

    public boolean awaitsApproval() {
        return approval != null && approval.pending();
    }
}
