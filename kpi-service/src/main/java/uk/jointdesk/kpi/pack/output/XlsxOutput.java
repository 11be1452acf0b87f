package uk.jointdesk.kpi.pack.output;

import io.quarkus.qute.RawString;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import uk.jointdesk.kpi.pack.domain.Amount;
import uk.jointdesk.kpi.pack.domain.Definition;
import uk.jointdesk.kpi.pack.domain.Figure;
import uk.jointdesk.kpi.pack.domain.PackDocument;
import uk.jointdesk.kpi.pack.domain.Paragraph;
import uk.jointdesk.kpi.pack.domain.Section;
import uk.jointdesk.kpi.pack.domain.Table;

/** A pack as a workbook: a sheet for each section, every number a number, and a sheet of definitions. */
public final class XlsxOutput {

    private static final String PERCENT = "0.00%";
    private static final int LONGEST_NAME = 31;

    private XlsxOutput() {}

    /** @param digest of the published copy; null for a draft */
    public static byte[] bytes(PackDocument pack, String digest) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(out, "Jointdesk", "1.0")) {
            cover(book.newWorksheet("About"), pack, digest);
            for (Section section : pack.sections()) {
                section(book.newWorksheet(sheetName(section)), section);
            }
            definitions(book.newWorksheet("Definitions of measures"), pack);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        Instant when = pack.heading().publishedAt();
        return FixedZip.dated(out.toByteArray(), when == null ? Instant.EPOCH : when);
    }

    private static String sheetName(Section section) {
        String name = section.number() + " " + section.title().replaceAll("[\\[\\]:*?/\\\\']", " ");
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME);
    }

    private static void cover(Worksheet sheet, PackDocument pack, String digest) {
        Page page = new PageWriter(pack, digest).page(true, new RawString(""));
        heading(sheet, 0, page.title());
        int row = 1;
        for (Page.Named fact : page.facts()) {
            sheet.value(row, 0, fact.name());
            sheet.value(row, 1, fact.value());
            row++;
        }
        for (String note : page.notes()) {
            sheet.value(row, 0, note);
            row++;
        }
        sheet.width(0, 30);
        sheet.width(1, 60);
    }

    private static void section(Worksheet sheet, Section section) {
        heading(sheet, 0, section.number() + ". " + section.title());
        int row = 2;
        for (Paragraph words : section.paragraphs()) {
            sheet.value(row, 0, words.text());
            row++;
        }
        for (Table table : section.tables()) {
            row = table(sheet, row + 1, table);
        }
        if (section.withheld() > 0) {
            sheet.value(row + 1, 0, section.withheld() + " entries are not for the readers of this copy.");
        }
        sheet.width(0, 22);
        sheet.width(1, 22);
    }

    /** A table with four columns for each of its own: the value, the two counts of a ratio, the judgement. */
    private static int table(Worksheet sheet, int first, Table table) {
        heading(sheet, first, table.caption());
        int heads = table.rowHeads().size();
        for (int i = 0; i < heads; i++) {
            head(sheet, first + 1, i, table.rowHeads().get(i));
        }
        for (int i = 0; i < table.columns().size(); i++) {
            String column = Labels.column(table.columns().get(i));
            head(sheet, first + 1, heads + 4 * i, column);
            head(sheet, first + 1, heads + 4 * i + 1, column + ": numerator");
            head(sheet, first + 1, heads + 4 * i + 2, column + ": denominator");
            head(sheet, first + 1, heads + 4 * i + 3, column + ": judgement");
        }
        int row = first + 2;
        for (Table.Row line : table.rows()) {
            row(sheet, row, line);
            row++;
        }
        return row;
    }

    private static void row(Worksheet sheet, int row, Table.Row line) {
        List<String> heads = line.heads();
        for (int i = 0; i < heads.size(); i++) {
            head(sheet, row, i, Labels.head(heads.get(i)));
        }
        for (int i = 0; i < line.cells().size(); i++) {
            if (line.cells().get(i) != null) {
                figure(sheet, row, heads.size() + 4 * i, line.cells().get(i));
            }
        }
    }

    private static void figure(Worksheet sheet, int row, int column, Figure figure) {
        Amount amount = figure.amount();
        if (amount.unit() == Amount.Unit.TEXT) {
            sheet.value(row, column, amount.value());
        } else if (amount.value() != null) {
            number(sheet, row, column, amount);
        }
        if (amount.denominator() != null) {
            sheet.value(row, column + 1, amount.numerator());
            sheet.value(row, column + 2, amount.denominator());
        }
        if (Labels.rag(figure) != null) {
            sheet.value(row, column + 3, Labels.rag(figure));
        }
    }

    private static void number(Worksheet sheet, int row, int column, Amount amount) {
        BigDecimal value = new BigDecimal(amount.value());
        if (amount.unit() == Amount.Unit.PERCENT) {
            sheet.value(row, column, value.movePointLeft(2));
            sheet.style(row, column).format(PERCENT).set();
        } else {
            sheet.value(row, column, value);
        }
    }

    private static void definitions(Worksheet sheet, PackDocument pack) {
        head(sheet, 0, 0, "Measure");
        head(sheet, 0, 1, "Version");
        head(sheet, 0, 2, "Definition");
        List<Definition> definitions = pack.sections().stream()
                .flatMap(section -> section.definitions().stream())
                .distinct()
                .sorted()
                .toList();
        for (int i = 0; i < definitions.size(); i++) {
            sheet.value(i + 1, 0, definitions.get(i).code());
            sheet.value(i + 1, 1, definitions.get(i).version());
            sheet.value(i + 1, 2, definitions.get(i).text());
        }
        sheet.width(0, 22);
        sheet.width(2, 120);
    }

    private static void heading(Worksheet sheet, int row, String words) {
        sheet.value(row, 0, words);
        sheet.style(row, 0).bold().fontSize(14).set();
    }

    private static void head(Worksheet sheet, int row, int column, String words) {
        sheet.value(row, column, words);
        sheet.style(row, column).bold().set();
    }
}
