package uk.jointdesk.finance.transparency.domain;

import java.time.Instant;

/**
 * What somebody decided about publishing a payment.
 *
 * @param reason why its beneficiary and purpose are kept out, or null when they may be published after all
 * @param note why it was decided, or null
 * @param recordedBy the client
 */
public record Decision(Redaction reason, String note, Instant recordedAt, String recordedBy) {}
