package uk.jointdesk.finance.transparency.domain;

import java.util.UUID;

/**
 * A payment that is published without its beneficiary and purpose, and why.
 *
 * @param journal the payment, as the ledger names it
 */
public record Redacted(UUID journal, Redaction reason, Origin origin) {

    /** Who says so. */
    public enum Origin {
        /** The sender calls the payee a natural person, and nobody decided otherwise. */
        IMPORT,
        /** Somebody decided it. */
        DECISION
    }
}
