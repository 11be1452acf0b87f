package uk.jointdesk.paper;

import java.math.BigDecimal;
import org.dhatim.fastexcel.Worksheet;

/** One sheet of a {@link Book}. Rows and columns count from zero; a value of null leaves its cell empty. */
public final class Sheet {

    private static final String PERCENT = "0.00%";
    private static final String POUNDS = "#,##0.00";

    private final Worksheet sheet;

    Sheet(Worksheet sheet) {
        this.sheet = sheet;
    }

    public void title(int row, String words) {
        sheet.value(row, 0, words);
        sheet.style(row, 0).bold().fontSize(14).set();
    }

    public void head(int row, int column, String words) {
        sheet.value(row, column, words);
        sheet.style(row, column).bold().set();
    }

    public void text(int row, int column, String words) {
        sheet.value(row, column, words);
    }

    public void number(int row, int column, Number number) {
        sheet.value(row, column, number);
    }

    /** @param percent 44.74, which the sheet holds as 0.4474 and shows as 44.74% */
    public void percent(int row, int column, BigDecimal percent) {
        sheet.value(row, column, percent.movePointLeft(2));
        sheet.style(row, column).format(PERCENT).set();
    }

    public void pounds(int row, int column, BigDecimal pounds) {
        sheet.value(row, column, pounds);
        sheet.style(row, column).format(POUNDS).set();
    }

    /** @param characters that fit side by side */
    public void width(int column, int characters) {
        sheet.width(column, characters);
    }
}
