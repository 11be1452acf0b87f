package uk.jointdesk.incident.intake.format;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import uk.jointdesk.incident.intake.domain.RowRefused;

/** The header of a CSV and how its rows are cut. A row is one line: a line break inside quotes is refused. */
final class Columns {

    private static final CsvReader.CsvReaderBuilder CSV = CsvReader.builder().allowExtraCharsAfterClosingQuote(false);

    private final Map<String, Integer> places = new HashMap<>();
    private final int count;

    private Columns(List<String> names, Map<String, String> aliases) {
        for (int place = 0; place < names.size(); place++) {
            String name = names.get(place).strip();
            places.put(aliases.getOrDefault(name, name), place);
        }
        this.count = names.size();
    }

    static Columns of(String header, List<String> required) throws RowRefused {
        return of(header, required, Map.of());
    }

    /** @param aliases other names that a column may have */
    static Columns of(String header, List<String> required, Map<String, String> aliases) throws RowRefused {
        Columns columns = new Columns(cells(header), aliases);
        for (String name : required) {
            if (!columns.places.containsKey(name)) {
                throw new RowRefused("header-column-missing", "the header has no column '" + name + "'", "/" + name);
            }
        }
        return columns;
    }

    /** The cells of a row by column name. An empty cell says nothing. */
    Fields fields(String line) throws RowRefused {
        List<String> cells = cells(line);
        if (cells.size() != count) {
            throw new RowRefused(
                    "columns-wrong", "has " + cells.size() + " columns where the header has " + count, null);
        }
        return name -> {
            Integer place = places.get(name);
            return place == null || cells.get(place).isEmpty() ? null : cells.get(place);
        };
    }

    private static List<String> cells(String line) throws RowRefused {
        if (line.indexOf('"') < 0) {
            return List.of(line.split(",", -1));
        }
        try (var reader = CSV.ofCsvRecord(line)) {
            return reader.stream()
                    .findFirst()
                    .map(CsvRecord::getFields)
                    .orElseThrow(() -> new RowRefused("csv-malformed", "holds no cells", null));
        } catch (CsvParseException broken) {
            throw new RowRefused("csv-malformed", "has a quote that does not end, or text beside a quoted cell", null);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
