package uk.jointdesk.finance.bill.output;

import java.math.BigDecimal;
import java.util.function.Consumer;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.AddressType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.CountryType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.ItemType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.MonetaryTotalType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.PartyLegalEntityType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.PartyType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.PriceType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.TaxCategoryType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.TaxSchemeType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.TaxSubtotalType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.TaxTotalType;
import oasis.names.specification.ubl.schema.xsd.commonbasiccomponents_21.DescriptionType;
import oasis.names.specification.ubl.schema.xsd.commonbasiccomponents_21.TaxExemptionReasonType;
import uk.jointdesk.finance.bill.domain.BillLine;
import uk.jointdesk.finance.bill.domain.Vat;
import uk.jointdesk.finance.money.domain.Money;
import uk.jointdesk.finance.party.domain.BillingParty;
import uk.jointdesk.finance.party.domain.PostalAddress;

/** The parts that invoices and credit notes of UBL 2.1 have in common. */
final class UblParts {
    private UblParts() {}

    static BigDecimal decimal(Money money) {
        return BigDecimal.valueOf(money.pence(), 2);
    }

    /** A price is never below zero; what takes something off has the quantity -1. */
    static BigDecimal quantity(Money amount) {
        return amount.signum() < 0 ? BigDecimal.ONE.negate() : BigDecimal.ONE;
    }

    static PartyType party(BillingParty council) {
        PartyType party = new PartyType();
        party.setEndpointID(council.endpoint().id())
                .setSchemeID(council.endpoint().scheme());
        party.setPostalAddress(address(council.address()));
        PartyLegalEntityType entity = new PartyLegalEntityType();
        entity.setRegistrationName(council.legalName());
        entity.setCompanyID(council.partner());
        party.addPartyLegalEntity(entity);
        return party;
    }

    private static AddressType address(PostalAddress place) {
        CountryType country = new CountryType();
        country.setIdentificationCode(place.country());
        AddressType address = new AddressType();
        said(place.street(), address::setStreetName);
        said(place.district(), address::setAdditionalStreetName);
        said(place.city(), address::setCityName);
        said(place.postcode(), address::setPostalZone);
        address.setCountry(country);
        return address;
    }

    /** An electronic invoice has no empty element (PEPPOL-EN16931-R008). */
    private static void said(String text, Consumer<String> element) {
        if (text != null) {
            element.accept(text);
        }
    }

    /** Nothing of the sum is taxed. */
    static TaxTotalType taxTotal(Money sum) {
        TaxCategoryType category = category();
        category.setTaxExemptionReasonCode(Vat.REASON_CODE);
        category.addTaxExemptionReason(new TaxExemptionReasonType(Vat.REASON));
        TaxSubtotalType subtotal = new TaxSubtotalType();
        subtotal.setTaxableAmount(decimal(sum)).setCurrencyID(Money.CURRENCY);
        subtotal.setTaxAmount(decimal(Money.ZERO)).setCurrencyID(Money.CURRENCY);
        subtotal.setTaxCategory(category);
        TaxTotalType total = new TaxTotalType();
        total.setTaxAmount(decimal(Money.ZERO)).setCurrencyID(Money.CURRENCY);
        total.addTaxSubtotal(subtotal);
        return total;
    }

    private static TaxCategoryType category() {
        TaxSchemeType scheme = new TaxSchemeType();
        scheme.setID("VAT");
        TaxCategoryType category = new TaxCategoryType();
        category.setID(Vat.CATEGORY);
        category.setTaxScheme(scheme);
        return category;
    }

    static MonetaryTotalType total(Money sum) {
        MonetaryTotalType total = new MonetaryTotalType();
        total.setLineExtensionAmount(decimal(sum)).setCurrencyID(Money.CURRENCY);
        total.setTaxExclusiveAmount(decimal(sum)).setCurrencyID(Money.CURRENCY);
        total.setTaxInclusiveAmount(decimal(sum)).setCurrencyID(Money.CURRENCY);
        total.setPayableAmount(decimal(sum)).setCurrencyID(Money.CURRENCY);
        return total;
    }

    static ItemType item(BillLine line) {
        ItemType item = new ItemType();
        item.addDescription(new DescriptionType(line.note()));
        item.setName(line.title());
        item.addClassifiedTaxCategory(category());
        return item;
    }

    static PriceType price(Money amount) {
        PriceType price = new PriceType();
        price.setPriceAmount(decimal(amount.signum() < 0 ? amount.negated() : amount))
                .setCurrencyID(Money.CURRENCY);
        return price;
    }
}
