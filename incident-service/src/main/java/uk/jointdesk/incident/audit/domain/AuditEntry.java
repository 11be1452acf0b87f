package uk.jointdesk.incident.audit.domain;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Who did what, from where, with which client.
 *
 * @param path the path template of the operation; nothing of the body is ever written down
 * @param reference what it was done to, if it has a name
 * @param status the answer; null of what was written down before there was one
 * @param subject the person or service account, as the identity provider's opaque subject
 * @param address the client's address as the gateway saw it
 * @param partners whom it concerns, sorted; nobody in particular when empty
 * @param internal about what only the desk reads, so that no council learns that it was done
 */
public record AuditEntry(
        UUID id,
        Instant at,
        Outcome outcome,
        String method,
        String path,
        String reference,
        Integer status,
        String requestId,
        String client,
        String subject,
        List<String> roles,
        String address,
        List<String> partners,
        boolean internal) {

    /** The same entry, of concern to these partners. */
    public AuditEntry concerning(List<String> concerned) {
        return new AuditEntry(
                id, at, outcome, method, path, reference, status, requestId, client, subject, roles, address, concerned,
                internal);
    }
}
