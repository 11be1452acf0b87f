package uk.jointdesk.finance.bill.domain;

/**
 * A council as an electronic invoice names it.
 *
 * @param endpointScheme of the electronic address: a code of the Electronic Address Scheme list, 0088 for GS1
 * @param country ISO 3166 code
 */
public record BillingParty(String partner, String legalName, String endpointScheme, String endpoint, String country) {}
