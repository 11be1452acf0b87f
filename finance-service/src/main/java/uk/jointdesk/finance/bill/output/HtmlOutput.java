package uk.jointdesk.finance.bill.output;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import uk.jointdesk.finance.bill.domain.Bill;
import uk.jointdesk.finance.bill.domain.BillLine;
import uk.jointdesk.finance.bill.domain.Vat;
import uk.jointdesk.finance.money.domain.Money;
import uk.jointdesk.finance.party.domain.BillingParty;
import uk.jointdesk.paper.Imprint;
import uk.jointdesk.paper.PageTemplate;
import uk.jointdesk.paper.TaggedPdf;

/** A bill as one page of HTML, and as the PDF that is printed from it. */
public final class HtmlOutput {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);
    private static final PageTemplate TEMPLATE = PageTemplate.of(HtmlOutput.class, "/bill/bill.html");

    private HtmlOutput() {}

    /** What the page says, in words. */
    public record Page(
            String title,
            String number,
            String year,
            String from,
            String to,
            String issued,
            String due,
            String instalment,
            String corrects,
            String reason,
            List<Row> lines,
            List<Row> within,
            String total,
            String vat) {}

    public record Row(String what, String note, String amount) {}

    /** For a browser. */
    public static byte[] html(Bill bill, BillingParty from, BillingParty to) {
        return TEMPLATE.screen(page(bill, from, to)).getBytes(StandardCharsets.UTF_8);
    }

    /** The same page as a tagged PDF, dated like the bill: the same bill gives the same bytes. */
    public static byte[] pdf(Bill bill, BillingParty from, BillingParty to) {
        Instant date = bill.issuedOn().atStartOfDay(ZoneOffset.UTC).toInstant();
        return TaggedPdf.bytes(TEMPLATE.paper(page(bill, from, to)), new Imprint(date, bill.number()));
    }

    private static Page page(Bill bill, BillingParty from, BillingParty to) {
        boolean invoice = bill.kind() == Bill.Kind.INVOICE;
        return new Page(
                (invoice ? "Invoice " : "Credit note ") + bill.number(),
                bill.number(),
                bill.year().code(),
                named(from),
                named(to),
                day(bill.issuedOn()),
                invoice ? day(bill.dueOn()) : null,
                bill.draft().parts() == 1
                        ? null
                        : bill.draft().part() + " of " + bill.draft().parts(),
                bill.corrects(),
                bill.reason(),
                bill.draft().due().lines().stream().map(HtmlOutput::row).toList(),
                within(bill),
                pounds(bill.amount()),
                Vat.REASON);
    }

    /** Name, address and, where there is one, VAT number. */
    private static String named(BillingParty council) {
        List<String> said = new ArrayList<>(List.of(council.legalName()));
        said.addAll(council.address().lines());
        if (council.vatNumber() != null) {
            said.add("VAT registration number " + council.vatNumber());
        }
        return String.join(", ", said);
    }

    private static Row row(BillLine line) {
        return new Row(line.title(), line.note(), pounds(line.amount()));
    }

    /** Only where there is somebody beside the partner itself. */
    private static List<Row> within(Bill bill) {
        var parts = bill.draft().due().within();
        return parts.size() == 1
                ? List.of()
                : parts.stream()
                        .map(part -> new Row(part.partner(), "", pounds(part.amount())))
                        .toList();
    }

    private static String day(LocalDate day) {
        return DAY.format(day);
    }

    /** With thousands in groups: £3,650,000.00. */
    static String pounds(Money money) {
        String plain = (money.signum() < 0 ? money.negated() : money).toString();
        String grouped = plain.replaceAll("(?<=\\d)(?=(\\d{3})+\\.)", ",");
        return (money.signum() < 0 ? "−£" : "£") + grouped;
    }
}
