package uk.jointdesk.finance.bill.output;

import static org.assertj.core.api.Assertions.assertThat;

import com.helger.diagnostics.error.list.ErrorList;
import com.helger.phive.api.execute.ValidationExecutionManager;
import com.helger.phive.api.executorset.ValidationExecutorSetRegistry;
import com.helger.phive.api.result.ValidationResultList;
import com.helger.phive.api.validity.IValidityDeterminator;
import com.helger.phive.en16931.EN16931Validation;
import com.helger.phive.peppol.PeppolValidation;
import com.helger.phive.xml.source.IValidationSourceXML;
import com.helger.phive.xml.source.ValidationSourceXML;
import com.helger.ubl21.UBL21Marshaller;
import com.helger.xml.serialize.read.DOMReader;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import uk.jointdesk.finance.bill.domain.Bill;
import uk.jointdesk.finance.bill.domain.BillDraft;
import uk.jointdesk.finance.bill.domain.BillLine;
import uk.jointdesk.finance.bill.domain.Correction;
import uk.jointdesk.finance.bill.domain.Creditable;
import uk.jointdesk.finance.bill.domain.Due;
import uk.jointdesk.finance.bill.domain.LineKind;
import uk.jointdesk.finance.contribution.domain.Contribution;
import uk.jointdesk.finance.money.domain.Money;
import uk.jointdesk.finance.party.domain.BillingParty;
import uk.jointdesk.finance.party.domain.ElectronicAddress;
import uk.jointdesk.finance.party.domain.PostalAddress;
import uk.jointdesk.finance.year.domain.FinancialYear;

class BillOutputTest {
    private static final LocalDate ISSUED = LocalDate.of(2020, 4, 1);
    private static final BillingParty BRENT = new BillingParty(
            "LBB",
            "London Borough of Brent",
            new PostalAddress("Brent Civic Centre", "Engineers Way", "Wembley", "HA9 0FJ", "GB"),
            "GB999999973",
            new ElectronicAddress("0088", "2000000000015"));
    /** As it was written down before addresses were kept. */
    private static final BillingParty LEWISHAM = new BillingParty(
            "LBL",
            "London Borough of Lewisham",
            new PostalAddress(null, null, null, null, "GB"),
            null,
            new ElectronicAddress("0088", "2000000000022"));

    private static final Bill INVOICE = invoice();
    private static final Bill CREDIT_NOTE = creditNote();
    private static final Bill PARTIAL = partialNote();

    private static Bill invoice() {
        List<BillLine> lines = List.of(
                line(LineKind.POOL, "BASE", "Base service <shared>", "1048385.54"),
                line(LineKind.DIRECT, "BASE", "Base service", "20.00"),
                line(LineKind.INCOME, "BASE", "Base service", "-28.72"),
                line(LineKind.CREDIT, "BASE", "Base service", "-0.58"));
        Money own = Money.parse("872509.77");
        Due due = new Due(
                "LBL",
                lines,
                List.of(
                        new Contribution.Within("LBL", own),
                        new Contribution.Within("LH", Money.parse("1048376.24").minus(own))));
        return bill("LBL-2020-21-001", new BillDraft(due, 1, 4, LocalDate.of(2020, 5, 1)), null, null);
    }

    private static Bill creditNote() {
        Creditable all = Creditable.of(INVOICE, Creditable.Taken.NOTHING);
        return bill("LBL-2020-21-002", Correction.whole(all, ISSUED).draft(), INVOICE.number(), "Wrong ratio");
    }

    /** Some of a charge, and some of what was taken off it. */
    private static Bill partialNote() {
        List<Correction.Part> parts =
                List.of(new Correction.Part(2, Money.parse("12.34")), new Correction.Part(4, Money.parse("-0.50")));
        Creditable all = Creditable.of(INVOICE, Creditable.Taken.NOTHING);
        BillDraft draft = Correction.partial(all, parts, ISSUED).draft();
        return bill("LBL-2020-21-003", draft, INVOICE.number(), "Phones sent back");
    }

    private static BillLine line(LineKind kind, String code, String title, String amount) {
        return new BillLine(kind, code, title, "596/2075 (28.72 per cent)", Money.parse(amount));
    }

    private static Bill bill(String number, BillDraft draft, String corrects, String reason) {
        return new Bill(UUID.randomUUID(), number, new FinancialYear(2020), ISSUED, null, draft, corrects, reason);
    }

    @Test
    void an_invoice_and_a_credit_note_keep_the_schema_of_ubl_2_1_and_the_rules_of_peppol() {
        ValidationExecutorSetRegistry<IValidationSourceXML> rules = peppol();
        assertThat(broken(rules, ubl(INVOICE), "invoice")).isEmpty();
        assertThat(broken(rules, ubl(CREDIT_NOTE), "creditnote")).isEmpty();
        assertThat(broken(rules, ubl(PARTIAL), "creditnote")).isEmpty();
    }

    @Test
    void the_validator_notices_a_sum_that_is_a_penny_out() {
        ValidationExecutorSetRegistry<IValidationSourceXML> rules = peppol();
        byte[] wrong = new String(ubl(INVOICE), StandardCharsets.UTF_8)
                .replace(">1048376.24</cbc:PayableAmount>", ">1048376.25</cbc:PayableAmount>")
                .getBytes(StandardCharsets.UTF_8);
        assertThat(broken(rules, wrong, "invoice")).anyMatch(text -> text.contains("BR-CO-16"));
    }

    private static ValidationExecutorSetRegistry<IValidationSourceXML> peppol() {
        ValidationExecutorSetRegistry<IValidationSourceXML> rules = new ValidationExecutorSetRegistry<>();
        EN16931Validation.initEN16931(rules);
        PeppolValidation.initStandard(rules);
        return rules;
    }

    /** What the newest rules of Peppol BIS Billing find wrong. */
    private static List<String> broken(
            ValidationExecutorSetRegistry<IValidationSourceXML> rules, byte[] xml, String kind) {
        var set = rules.getAll().stream()
                .filter(one -> one.getID().getAsSingleID().contains(":" + kind + ":"))
                .filter(one -> one.getID().getAsSingleID().startsWith("eu.peppol.bis3"))
                .max(java.util.Comparator.comparing(one -> one.getID().getAsSingleID()))
                .orElseThrow();
        IValidationSourceXML bill = ValidationSourceXML.create("bill", DOMReader.readXMLDOM(xml));
        ValidationResultList found = ValidationExecutionManager.executeValidation(
                IValidityDeterminator.createDefault(), set, bill, Locale.UK);
        return found.getAllErrors().getAllTexts(Locale.UK);
    }

    @Test
    void what_is_written_is_read_back_by_the_schema() {
        ErrorList errors = new ErrorList();
        var invoice = UBL21Marshaller.invoice().setCollectErrors(errors).read(ubl(INVOICE));
        assertThat(errors).isEmpty();
        assertThat(invoice.getLegalMonetaryTotal().getPayableAmountValue()).isEqualByComparingTo("1048376.24");
        assertThat(invoice.getInvoiceLine()).hasSize(4);
        var note = UBL21Marshaller.creditNote().setCollectErrors(errors).read(ubl(CREDIT_NOTE));
        assertThat(errors).isEmpty();
        assertThat(note.getLegalMonetaryTotal().getPayableAmountValue()).isEqualByComparingTo("1048376.24");
        assertThat(note.getBillingReferenceAtIndex(0)
                        .getInvoiceDocumentReference()
                        .getIDValue())
                .isEqualTo("LBL-2020-21-001");
    }

    @Test
    void a_credit_note_in_part_says_of_which_line_how_much_is_taken_back_on_paper_and_in_data() {
        var note = UBL21Marshaller.creditNote().read(ubl(PARTIAL));
        assertThat(note.getLegalMonetaryTotal().getPayableAmountValue()).isEqualByComparingTo("11.84");
        assertThat(note.getCreditNoteLine())
                .extracting(line -> line.getLineExtensionAmountValue().toPlainString())
                .containsExactly("12.34", "-0.50");
        assertThat(note.getBillingReferenceAtIndex(0)
                        .getInvoiceDocumentReference()
                        .getIDValue())
                .isEqualTo("LBL-2020-21-001");
        assertThat(new String(HtmlOutput.html(PARTIAL, BRENT, LEWISHAM), StandardCharsets.UTF_8))
                .contains("takes back 12.34 of 20.00, line 2 of LBL-2020-21-001", "−£12.34", "£0.50", "−£11.84");
        assertThat(new String(CsvOutput.bytes(PARTIAL), StandardCharsets.UTF_8))
                .contains("LBL-2020-21-003,CREDIT_NOTE,2020-21,LBL", ",LBL-2020-21-001,DIRECT,BASE,", ",-12.34,GBP");
    }

    @Test
    void a_bill_names_who_it_is_from_and_to_and_a_vat_number_is_for_people_only() {
        assertThat(new String(HtmlOutput.html(INVOICE, BRENT, LEWISHAM), StandardCharsets.UTF_8))
                .contains(
                        "<td>London Borough of Brent, Brent Civic Centre, Engineers Way, Wembley, HA9 0FJ,"
                                + " VAT registration number GB999999973</td>",
                        "<td>London Borough of Lewisham</td>");
        var seller = UBL21Marshaller.invoice()
                .read(ubl(INVOICE))
                .getAccountingSupplierParty()
                .getParty();
        assertThat(seller.getPostalAddress().getPostalZoneValue()).isEqualTo("HA9 0FJ");
        assertThat(seller.getEndpointID().getSchemeID()).isEqualTo("0088");
        assertThat(seller.getPartyTaxScheme())
                .as("BR-O-02: no VAT identifier where nothing is in the scope of VAT")
                .isEmpty();
    }

    @Test
    void the_csv_has_a_row_for_each_line() {
        String[] rows = new String(CsvOutput.bytes(INVOICE), StandardCharsets.UTF_8).split("\r\n");
        assertThat(rows).hasSize(5);
        assertThat(rows[1])
                .isEqualTo("LBL-2020-21-001,INVOICE,2020-21,LBL,2020-04-01,2020-05-01,1,4,,POOL,BASE,"
                        + "Base service <shared>,596/2075 (28.72 per cent),1048385.54,GBP");
    }

    @Test
    void the_page_is_well_formed_and_names_every_sum() throws Exception {
        byte[] page = HtmlOutput.html(INVOICE, BRENT, LEWISHAM);
        DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(page));
        assertThat(new String(page, StandardCharsets.UTF_8))
                .contains(
                        "<h1>Invoice LBL-2020-21-001</h1>",
                        "Base service &lt;shared&gt;",
                        "£1,048,385.54",
                        "−£0.58",
                        "1 May 2020",
                        "Whose it is",
                        "Outside the scope of VAT")
                .doesNotContain("Takes back", "<script");
        assertThat(new String(HtmlOutput.html(CREDIT_NOTE, BRENT, LEWISHAM), StandardCharsets.UTF_8))
                .contains("Credit note LBL-2020-21-002", "Takes back", "Wrong ratio", "−£1,048,376.24");
    }

    @Test
    void a_validator_of_pdf_ua_finds_nothing_wrong_with_a_printed_bill() throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        byte[] pdf = HtmlOutput.pdf(INVOICE, BRENT, LEWISHAM);
        try (PDFAParser parser =
                        Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), PDFAFlavour.PDFUA_1);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(PDFAFlavour.PDFUA_1, false)) {
            assertThat(validator.validate(parser).getTestAssertions()).isEmpty();
        }
        assertThat(pdf).isEqualTo(HtmlOutput.pdf(INVOICE, BRENT, LEWISHAM));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.05 £0.05", "999.99 £999.99", "1000.00 £1,000.00", "-14600000.00 −£14,600,000.00"})
    void pounds_are_written_in_groups_of_three(String pair) {
        assertThat(HtmlOutput.pounds(Money.parse(pair.split(" ")[0]))).isEqualTo(pair.split(" ")[1]);
    }

    private static byte[] ubl(Bill bill) {
        return new UblOutput(bill, BRENT, LEWISHAM).bytes();
    }
}
