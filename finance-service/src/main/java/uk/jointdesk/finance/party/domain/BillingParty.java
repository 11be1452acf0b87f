package uk.jointdesk.finance.party.domain;

/**
 * A council as bills name it.
 *
 * @param vatNumber printed for people, or null; an invoice outside the scope of VAT may not carry it as data (BR-O-02)
 */
public record BillingParty(
        String partner, String legalName, PostalAddress address, String vatNumber, ElectronicAddress endpoint) {

    /** @throws uk.jointdesk.finance.refusal.domain.RuleBroken when an identifier has not the shape it must have */
    public void check() {
        address.check();
        endpoint.check();
        VatNumber.check(vatNumber);
    }
}
