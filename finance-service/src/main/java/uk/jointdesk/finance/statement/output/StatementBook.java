package uk.jointdesk.finance.statement.output;

import java.math.BigDecimal;
import java.util.List;
import uk.jointdesk.finance.statement.domain.Cell;
import uk.jointdesk.finance.statement.domain.Definition;
import uk.jointdesk.finance.statement.domain.Section;
import uk.jointdesk.finance.statement.domain.Statement;
import uk.jointdesk.finance.statement.domain.Table;
import uk.jointdesk.finance.statement.domain.Value;
import uk.jointdesk.paper.Book;
import uk.jointdesk.paper.Named;
import uk.jointdesk.paper.Sheet;

/** A statement as a workbook: a sheet for each section, every amount a number. */
public final class StatementBook {
    private static final String ASSUMED = "assumed";

    private StatementBook() {}

    public static byte[] bytes(Statement statement) {
        return Book.bytes(StatementPaper.imprint(statement), book -> {
            about(book.sheet("About"), statement);
            statement.sections().forEach(section -> section(book.sheet(section.title()), section));
            definitions(book.sheet("Definitions"), statement.definitions());
        });
    }

    private static void about(Sheet sheet, Statement statement) {
        PageWriter writer = new PageWriter(statement);
        sheet.title(0, writer.page().title());
        int row = 1;
        for (Named fact : writer.facts(statement.heading())) {
            sheet.head(row, 0, fact.name());
            sheet.text(row, 1, fact.value());
            row++;
        }
        for (String note : statement.notes()) {
            row++;
            sheet.text(row, 0, note);
        }
        sheet.width(0, 20);
        sheet.width(1, 60);
    }

    private static void section(Sheet sheet, Section section) {
        sheet.title(0, section.title());
        int row = 1;
        for (String words : section.paragraphs()) {
            sheet.text(row, 0, words);
            row++;
        }
        for (Table table : section.tables()) {
            row = table(sheet, row + 1, table);
        }
        for (int column = 0; column < 12; column++) {
            sheet.width(column, 18);
        }
    }

    /** After the columns of the table one that names the assumed cells of the row. */
    private static int table(Sheet sheet, int first, Table table) {
        sheet.title(first, table.caption());
        int heads = table.rowHeads().size();
        for (int i = 0; i < heads; i++) {
            sheet.head(first + 1, i, table.rowHeads().get(i));
        }
        for (int i = 0; i < table.columns().size(); i++) {
            sheet.head(first + 1, heads + i, table.columns().get(i).title());
        }
        sheet.head(first + 1, heads + table.columns().size(), ASSUMED);
        int row = first + 2;
        for (Table.Row line : table.rows()) {
            row(sheet, row, line);
            row++;
        }
        return row;
    }

    private static void row(Sheet sheet, int row, Table.Row line) {
        int heads = line.heads().size();
        for (int i = 0; i < heads; i++) {
            sheet.head(row, i, line.heads().get(i));
        }
        for (int i = 0; i < line.cells().size(); i++) {
            value(sheet, row, heads + i, line.cells().get(i).value());
        }
        boolean assumed = line.cells().stream().anyMatch(Cell::assumption);
        sheet.text(row, heads + line.cells().size(), assumed ? "yes" : "no");
    }

    private static void value(Sheet sheet, int row, int column, Value value) {
        if (value instanceof Value.Amount amount) {
            sheet.pounds(row, column, Printed.pounds(amount.money()));
        } else if (value instanceof Value.Ratio ratio) {
            sheet.percent(row, column, ratio.fraction().percent());
        } else if (value instanceof Value.Quantity quantity
                && quantity.written().matches("\\d+")) {
            sheet.number(row, column, new BigDecimal(quantity.number().numerator()));
        } else if (value != null) {
            sheet.text(row, column, Printed.value(value));
        }
    }

    private static void definitions(Sheet sheet, List<Definition> definitions) {
        sheet.head(0, 0, "Term");
        sheet.head(0, 1, "Definition");
        for (int i = 0; i < definitions.size(); i++) {
            sheet.text(i + 1, 0, definitions.get(i).term());
            sheet.text(i + 1, 1, definitions.get(i).text());
        }
        sheet.width(0, 22);
        sheet.width(1, 120);
    }
}
