package uk.jointdesk.paper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import org.dhatim.fastexcel.Workbook;

/** A workbook (XLSX). */
public final class Book {

    private static final int LONGEST_NAME = 31;

    private final Workbook workbook;

    private Book(Workbook workbook) {
        this.workbook = workbook;
    }

    public static byte[] bytes(Imprint imprint, Consumer<Book> writing) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "Jointdesk", "1.0")) {
            writing.accept(new Book(workbook));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return FixedZip.dated(out.toByteArray(), imprint.date());
    }

    /** The next sheet; a name is cut to what a workbook takes. */
    public Sheet sheet(String name) {
        String plain = name.replaceAll("[\\[\\]:*?/\\\\']", " ");
        String cut = plain.length() <= LONGEST_NAME ? plain : plain.substring(0, LONGEST_NAME);
        return new Sheet(workbook.newWorksheet(cut));
    }
}
