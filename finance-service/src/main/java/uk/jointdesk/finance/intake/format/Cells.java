package uk.jointdesk.finance.intake.format;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import uk.jointdesk.finance.intake.domain.RowRefused;

/** Cuts a line into cells. A row is one line, so that a quote nobody closed spoils its own row and no other. */
final class Cells {
    private final char delimiter;
    private final CsvReader.CsvReaderBuilder csv;

    Cells(char delimiter) {
        this.delimiter = delimiter;
        this.csv = CsvReader.builder().fieldSeparator(delimiter).allowExtraCharsAfterClosingQuote(false);
    }

    /** The cells without the spaces around them. */
    List<String> of(String line) throws RowRefused {
        List<String> cells = line.indexOf('"') < 0 ? split(line) : quoted(line);
        cells.replaceAll(Cells::stripped);
        return cells;
    }

    private List<String> split(String line) {
        List<String> cells = new ArrayList<>();
        int from = 0;
        for (int at = line.indexOf(delimiter); at >= 0; at = line.indexOf(delimiter, from)) {
            cells.add(line.substring(from, at));
            from = at + 1;
        }
        cells.add(line.substring(from));
        return cells;
    }

    private List<String> quoted(String line) throws RowRefused {
        if (line.chars().filter(character -> character == '"').count() % 2 != 0) {
            throw new RowRefused("quote-unclosed", "has a quote that is not closed on its line", null);
        }
        try (var reader = csv.ofCsvRecord(line)) {
            CsvRecord row = reader.stream()
                    .findFirst()
                    .orElseThrow(() -> new RowRefused("csv-malformed", "holds no cells", null));
            return new ArrayList<>(row.getFields());
        } catch (CsvParseException broken) {
            throw new RowRefused("csv-malformed", "is not a CSV row: " + broken.getMessage(), null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Spreadsheets pad cells with no-break spaces too, which {@link String#strip} leaves. */
    private static String stripped(String cell) {
        return cell.indexOf('\u00a0') < 0
                ? cell.strip()
                : cell.replace('\u00a0', ' ').strip();
    }
}
