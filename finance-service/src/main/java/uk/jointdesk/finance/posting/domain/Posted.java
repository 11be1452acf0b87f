package uk.jointdesk.finance.posting.domain;

import java.time.Instant;

/**
 * A journal in the ledger.
 *
 * @param entered its place in the order of entry
 * @param recordedBy client that entered it
 */
public record Posted(Journal journal, long entered, Instant recordedAt, String recordedBy) {}
