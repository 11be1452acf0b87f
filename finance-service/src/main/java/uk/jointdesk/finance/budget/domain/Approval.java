package uk.jointdesk.finance.budget.domain;

import java.time.Instant;

/**
 * The board's word on a budget or a plan.
 *
 * @param by client that recorded it
 * @param decision where it is minuted
 */
public record Approval(Instant at, String by, String decision) {}
