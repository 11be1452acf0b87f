package uk.jointdesk.finance.bill.output;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import uk.jointdesk.finance.bill.domain.Bill;
import uk.jointdesk.finance.bill.domain.BillLine;
import uk.jointdesk.finance.money.domain.Money;

/** A bill line by line, each with what the bill says of itself, so that files of several bills can be put together. */
public final class CsvOutput {
    private static final String[] HEADER = {
        "number",
        "kind",
        "financialYear",
        "partner",
        "issuedOn",
        "dueOn",
        "instalment",
        "instalments",
        "corrects",
        "lineKind",
        "code",
        "title",
        "note",
        "amount",
        "currency"
    };

    private CsvOutput() {}

    public static byte[] bytes(Bill bill) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(HEADER);
            bill.draft().due().lines().forEach(line -> csv.writeRecord(row(bill, line)));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String[] row(Bill bill, BillLine line) {
        return new String[] {
            bill.number(),
            bill.kind().name(),
            bill.year().code(),
            bill.partner(),
            bill.issuedOn().toString(),
            bill.dueOn().toString(),
            Integer.toString(bill.draft().part()),
            Integer.toString(bill.draft().parts()),
            bill.corrects() == null ? "" : bill.corrects(),
            line.kind().name(),
            line.code(),
            line.title(),
            line.note(),
            line.amount().toString(),
            Money.CURRENCY
        };
    }
}
