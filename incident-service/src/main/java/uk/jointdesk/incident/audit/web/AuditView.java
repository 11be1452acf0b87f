package uk.jointdesk.incident.audit.web;

import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.jointdesk.incident.audit.domain.AuditEntry;
import uk.jointdesk.incident.audit.store.AuditTrail;

/** Who did what, from where, with which client. */
public record AuditView(
        UUID id,
        Instant at,

        @Schema(description = "DONE, REFUSED for a reason of the caller's, or FAILED on our side")
        String outcome,

        String method,

        @Schema(description = "The path template", examples = "/api/v1/tickets/{reference}/transitions")
        String path,

        @Schema(description = "What it was done to, if it has a name")
        String reference,

        @Schema(description = "The answer; left out of a write that was written down in its own transaction")
        Integer status,

        @Schema(description = "The X-Request-Id of the request")
        String requestId,

        @Schema(description = "The client of the token, or anonymous")
        String client,

        @Schema(description = "The person or service account behind it, as the identity provider's opaque subject")
        String subject,

        List<String> roles,

        @Schema(description = "The client's address as the gateway saw it")
        String address,

        @Schema(description = "Those of the partners concerned that the caller may know of")
        List<String> partners,

        @Schema(description = "About what only the desk reads, such as an internal note; no council is told of it")
        boolean internal,

        @Schema(description = "Its place in the chain, for who sees everybody's")
        Long position,

        @Schema(
                description =
                        "SHA-256 over the entry and the hash before it, in hexadecimal; left out until it is sealed, and"
                                + " for a council: it would tell whether others wrote in between")
        String hash) {

    static AuditView of(AuditTrail.Sealed found, List<String> partners, boolean everybodys) {
        AuditEntry entry = found.entry();
        return new AuditView(
                entry.id(),
                entry.at(),
                entry.outcome().name(),
                entry.method(),
                entry.path(),
                entry.reference(),
                entry.status(),
                entry.requestId(),
                entry.client(),
                entry.subject(),
                entry.roles(),
                entry.address(),
                partners,
                entry.internal(),
                everybodys ? found.position() : null,
                !everybodys || found.hash() == null ? null : HexFormat.of().formatHex(found.hash()));
    }
}
