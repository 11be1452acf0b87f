package uk.jointdesk.gateway.quota.domain;

/**
 * Whose requests are counted together.
 *
 * @param client client of the realm and the partners it speaks for: people of two councils who come through the same
 *     client do not use up each other's quota
 */
public record QuotaKey(String client, Purpose purpose) {}
