package uk.jointdesk.gateway.quota.domain;

/**
 * What the lender gave.
 *
 * @param granted permits for this replica, at most as many as it wanted
 * @param leased permits of the window that are out by now, at all replicas
 */
public record Loan(long granted, long leased) {}
