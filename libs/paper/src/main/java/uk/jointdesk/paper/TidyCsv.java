package uk.jointdesk.paper;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Tables as RFC 4180 writes them: UTF-8, a header row, CRLF. Null is an empty field. */
public final class TidyCsv {

    private static final String FORMULA = "=+-@\t\r";

    private final CsvWriter csv;

    private TidyCsv(CsvWriter csv) {
        this.csv = csv;
    }

    /** A table that is small enough to be held whole. */
    public static byte[] bytes(List<String> header, Stream<List<String>> rows) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        write(out, header, csv -> rows.forEach(csv::row));
        return out.toByteArray();
    }

    /** A table of any length, written while its rows are read. The stream is flushed and stays open. */
    public static void write(OutputStream out, List<String> header, Consumer<TidyCsv> rows) {
        try {
            Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            CsvWriter csv =
                    CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text);
            csv.writeRecord(header);
            rows.accept(new TidyCsv(csv));
            csv.flush();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    public void row(List<String> fields) {
        csv.writeRecord(fields.stream().map(TidyCsv::harmless).toList());
    }

    /** A text that a spreadsheet would run as a formula is led by an apostrophe; a number stays a number. */
    public static String harmless(String field) {
        boolean formula = field != null
                && !field.isEmpty()
                && FORMULA.indexOf(field.charAt(0)) >= 0
                && !field.matches("-\\d+(\\.\\d+)?");
        return formula ? "'" + field : field;
    }
}
