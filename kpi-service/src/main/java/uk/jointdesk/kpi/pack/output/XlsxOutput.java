package uk.jointdesk.kpi.pack.output;

import java.math.BigDecimal;
import java.util.List;
import uk.jointdesk.kpi.pack.domain.Amount;
import uk.jointdesk.kpi.pack.domain.Definition;
import uk.jointdesk.kpi.pack.domain.Figure;
import uk.jointdesk.kpi.pack.domain.PackDocument;
import uk.jointdesk.kpi.pack.domain.Paragraph;
import uk.jointdesk.kpi.pack.domain.Section;
import uk.jointdesk.kpi.pack.domain.Table;
import uk.jointdesk.paper.Book;
import uk.jointdesk.paper.Named;
import uk.jointdesk.paper.Sheet;

/** A pack as a workbook: a sheet for each section, every number a number, and a sheet of definitions. */
public final class XlsxOutput {

    private XlsxOutput() {}

    /** @param digest of the published copy; null for a draft */
    public static byte[] bytes(PackDocument pack, String digest) {
        return Book.bytes(PdfOutput.imprint(pack), book -> {
            cover(book.sheet("About"), pack, digest);
            pack.sections().forEach(section -> section(book.sheet(section.number() + " " + section.title()), section));
            definitions(book.sheet("Definitions of measures"), pack);
        });
    }

    private static void cover(Sheet sheet, PackDocument pack, String digest) {
        Page page = new PageWriter(pack, digest).page();
        sheet.title(0, page.title());
        int row = 1;
        for (Named fact : page.facts()) {
            sheet.text(row, 0, fact.name());
            sheet.text(row, 1, fact.value());
            row++;
        }
        for (String note : page.notes()) {
            sheet.text(row, 0, note);
            row++;
        }
        sheet.width(0, 30);
        sheet.width(1, 60);
    }

    private static void section(Sheet sheet, Section section) {
        sheet.title(0, section.number() + ". " + section.title());
        int row = 2;
        for (Paragraph words : section.paragraphs()) {
            sheet.text(row, 0, words.text());
            row++;
        }
        for (Table table : section.tables()) {
            row = table(sheet, row + 1, table);
        }
        if (section.withheld() > 0) {
            sheet.text(row + 1, 0, section.withheld() + " entries are not for the readers of this copy.");
        }
        sheet.width(0, 22);
        sheet.width(1, 22);
    }

    /** A table with four columns for each of its own: the value, the two counts of a ratio, the judgement. */
    private static int table(Sheet sheet, int first, Table table) {
        sheet.title(first, table.caption());
        int heads = table.rowHeads().size();
        for (int i = 0; i < heads; i++) {
            sheet.head(first + 1, i, table.rowHeads().get(i));
        }
        for (int i = 0; i < table.columns().size(); i++) {
            String column = Labels.column(table.columns().get(i));
            sheet.head(first + 1, heads + 4 * i, column);
            sheet.head(first + 1, heads + 4 * i + 1, column + ": numerator");
            sheet.head(first + 1, heads + 4 * i + 2, column + ": denominator");
            sheet.head(first + 1, heads + 4 * i + 3, column + ": judgement");
        }
        int row = first + 2;
        for (Table.Row line : table.rows()) {
            row(sheet, row, line);
            row++;
        }
        return row;
    }

    private static void row(Sheet sheet, int row, Table.Row line) {
        List<String> heads = line.heads();
        for (int i = 0; i < heads.size(); i++) {
            sheet.head(row, i, Labels.head(heads.get(i)));
        }
        for (int i = 0; i < line.cells().size(); i++) {
            if (line.cells().get(i) != null) {
                figure(sheet, row, heads.size() + 4 * i, line.cells().get(i));
            }
        }
    }

    private static void figure(Sheet sheet, int row, int column, Figure figure) {
        Amount amount = figure.amount();
        if (amount.unit() == Amount.Unit.TEXT) {
            sheet.text(row, column, amount.value());
        } else if (amount.value() != null) {
            number(sheet, row, column, amount);
        }
        if (amount.denominator() != null) {
            sheet.number(row, column + 1, amount.numerator());
            sheet.number(row, column + 2, amount.denominator());
        }
        if (Labels.rag(figure) != null) {
            sheet.text(row, column + 3, Labels.rag(figure));
        }
    }

    private static void number(Sheet sheet, int row, int column, Amount amount) {
        BigDecimal value = new BigDecimal(amount.value());
        if (amount.unit() == Amount.Unit.PERCENT) {
            sheet.percent(row, column, value);
        } else {
            sheet.number(row, column, value);
        }
    }

    private static void definitions(Sheet sheet, PackDocument pack) {
        sheet.head(0, 0, "Measure");
        sheet.head(0, 1, "Version");
        sheet.head(0, 2, "Definition");
        List<Definition> definitions = pack.sections().stream()
                .flatMap(section -> section.definitions().stream())
                .distinct()
                .sorted()
                .toList();
        for (int i = 0; i < definitions.size(); i++) {
            sheet.text(i + 1, 0, definitions.get(i).code());
            sheet.number(i + 1, 1, definitions.get(i).version());
            sheet.text(i + 1, 2, definitions.get(i).text());
        }
        sheet.width(0, 22);
        sheet.width(2, 120);
    }
}
