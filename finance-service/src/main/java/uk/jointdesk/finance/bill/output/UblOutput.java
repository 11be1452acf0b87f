package uk.jointdesk.finance.bill.output;

import com.helger.ubl21.UBL21Marshaller;
import java.util.List;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.BillingReferenceType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.CreditNoteLineType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.CustomerPartyType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.DocumentReferenceType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.InvoiceLineType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.PaymentTermsType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.SupplierPartyType;
import oasis.names.specification.ubl.schema.xsd.commonbasiccomponents_21.NoteType;
import oasis.names.specification.ubl.schema.xsd.creditnote_21.CreditNoteType;
import oasis.names.specification.ubl.schema.xsd.invoice_21.InvoiceType;
import uk.jointdesk.finance.bill.domain.Bill;
import uk.jointdesk.finance.bill.domain.BillLine;
import uk.jointdesk.finance.money.domain.Money;
import uk.jointdesk.finance.party.domain.BillingParty;

/**
 * A bill as UBL 2.1 by the rules of Peppol BIS Billing 3.0. A credit note's amounts are above zero there: the kind of
 * document says which way the money goes.
 *
 * @param from the council that bills
 * @param to the council that is billed
 */
public record UblOutput(Bill bill, BillingParty from, BillingParty to) {
    static final String CUSTOMIZATION = "urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0";
    static final String PROFILE = "urn:fdc:peppol.eu:2017:poacc:billing:01:1.0";
    private static final String INVOICE = "380";
    private static final String CREDIT_NOTE = "381";
    /** UN/ECE Recommendation 20: one. */
    private static final String UNIT = "C62";

    public byte[] bytes() {
        return bill.kind() == Bill.Kind.INVOICE
                ? UBL21Marshaller.invoice().setFormattedOutput(true).getAsBytes(invoice())
                : UBL21Marshaller.creditNote().setFormattedOutput(true).getAsBytes(creditNote());
    }

    private InvoiceType invoice() {
        InvoiceType invoice = new InvoiceType();
        invoice.setCustomizationID(CUSTOMIZATION);
        invoice.setProfileID(PROFILE);
        invoice.setID(bill.number());
        invoice.setIssueDate(bill.issuedOn());
        invoice.setDueDate(bill.dueOn());
        invoice.setInvoiceTypeCode(INVOICE);
        invoice.addNote(new NoteType(note()));
        invoice.setDocumentCurrencyCode(Money.CURRENCY);
        invoice.setBuyerReference(bill.partner());
        invoice.setAccountingSupplierParty(supplier());
        invoice.setAccountingCustomerParty(customer());
        invoice.addTaxTotal(UblParts.taxTotal(bill.amount()));
        invoice.setLegalMonetaryTotal(UblParts.total(bill.amount()));
        lines().forEach(line -> invoice.addInvoiceLine(invoiceLine(line, invoice.getInvoiceLineCount() + 1)));
        return invoice;
    }

    private InvoiceLineType invoiceLine(BillLine bought, int number) {
        InvoiceLineType line = new InvoiceLineType();
        line.setID(Integer.toString(number));
        line.setInvoicedQuantity(UblParts.quantity(bought.amount())).setUnitCode(UNIT);
        line.setLineExtensionAmount(UblParts.decimal(bought.amount())).setCurrencyID(Money.CURRENCY);
        line.setItem(UblParts.item(bought));
        line.setPrice(UblParts.price(bought.amount()));
        return line;
    }

    private CreditNoteType creditNote() {
        CreditNoteType note = new CreditNoteType();
        note.setCustomizationID(CUSTOMIZATION);
        note.setProfileID(PROFILE);
        note.setID(bill.number());
        note.setIssueDate(bill.issuedOn());
        note.setCreditNoteTypeCode(CREDIT_NOTE);
        note.addNote(new NoteType(note()));
        note.setDocumentCurrencyCode(Money.CURRENCY);
        note.setBuyerReference(bill.partner());
        note.setAccountingSupplierParty(supplier());
        note.setAccountingCustomerParty(customer());
        credit(note);
        return note;
    }

    private void credit(CreditNoteType note) {
        Money credited = bill.amount().negated();
        if (bill.corrects() != null) {
            note.addBillingReference(reference(bill.corrects()));
        }
        note.addPaymentTerms(terms());
        note.addTaxTotal(UblParts.taxTotal(credited));
        note.setLegalMonetaryTotal(UblParts.total(credited));
        lines().forEach(line -> note.addCreditNoteLine(creditNoteLine(line, note.getCreditNoteLineCount() + 1)));
    }

    private CreditNoteLineType creditNoteLine(BillLine back, int number) {
        Money credited = back.amount().negated();
        CreditNoteLineType line = new CreditNoteLineType();
        line.setID(Integer.toString(number));
        line.setCreditedQuantity(UblParts.quantity(credited)).setUnitCode(UNIT);
        line.setLineExtensionAmount(UblParts.decimal(credited)).setCurrencyID(Money.CURRENCY);
        line.setItem(UblParts.item(back));
        line.setPrice(UblParts.price(credited));
        return line;
    }

    private List<BillLine> lines() {
        return bill.draft().due().lines();
    }

    private String note() {
        String what = "Shared ICT service " + bill.year().code() + ", instalment "
                + bill.draft().part() + " of " + bill.draft().parts();
        return bill.reason() == null ? what : what + ": " + bill.reason();
    }

    private static BillingReferenceType reference(String number) {
        DocumentReferenceType document = new DocumentReferenceType();
        document.setID(number);
        BillingReferenceType reference = new BillingReferenceType();
        reference.setInvoiceDocumentReference(document);
        return reference;
    }

    private static PaymentTermsType terms() {
        PaymentTermsType terms = new PaymentTermsType();
        terms.addNote(new NoteType("Set against the account, or paid back on request"));
        return terms;
    }

    private SupplierPartyType supplier() {
        SupplierPartyType supplier = new SupplierPartyType();
        supplier.setParty(UblParts.party(from));
        return supplier;
    }

    private CustomerPartyType customer() {
        CustomerPartyType customer = new CustomerPartyType();
        customer.setParty(UblParts.party(to));
        return customer;
    }
}
