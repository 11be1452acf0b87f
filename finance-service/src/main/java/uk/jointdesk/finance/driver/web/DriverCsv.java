package uk.jointdesk.finance.driver.web;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import uk.jointdesk.finance.driver.domain.DriverValue;
import uk.jointdesk.finance.driver.domain.Reported;
import uk.jointdesk.finance.refusal.domain.RuleBroken;
import uk.jointdesk.kit.problem.FieldError;
import uk.jointdesk.kit.problem.Refusal;

/** Values of drivers as CSV, one a row; where a row corrects a value, the column correction says why. */
final class DriverCsv {
    static final String HEADER = "driver,partner,month,value,source,evidence,assumption,correction";
    private static final List<String> REQUIRED = List.of("driver", "partner", "month", "value", "source", "evidence");
    private static final Set<String> KNOWN = Set.of(HEADER.split(","));
    private static final int MOST_ROWS = 10_000;
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,15}(\\.[0-9]{1,9})?");

    private final List<String> columns;
    private final List<CsvRecord> rows;

    private DriverCsv(List<CsvRecord> records) {
        columns = records.get(0).getFields().stream()
                .map(name -> name.replace("\ufeff", "").strip())
                .toList();
        rows = records.subList(1, records.size());
    }

    /** @param line the line of the file, the header being line 1 */
    record Row(long line, DriverCsv csv, CsvRecord fields) {

        /** @throws RuleBroken that points at the column which cannot be read */
        Reported reported() {
            if (fields.getFieldCount() != csv.columns.size()) {
                throw new RuleBroken("columns-wrong", "", "The row has " + fields.getFieldCount() + " columns.");
            }
            String correction = cell("correction");
            return new Reported(
                    new DriverValue.Key(
                            text("driver", 40), text("partner", 16), MonthInput.field(cell("month"), "/month")),
                    number(),
                    new DriverValue.Evidence(text("source", 500), text("evidence", 2000), assumption(), null),
                    null,
                    correction.isEmpty() ? null : text("correction", 500));
        }

        private BigDecimal number() {
            if (!NUMBER.matcher(cell("value")).matches()) {
                throw new RuleBroken("value-malformed", "/value", "A value is a plain decimal number.");
            }
            return new BigDecimal(cell("value"));
        }

        private boolean assumption() {
            return switch (cell("assumption")) {
                case "true", "yes" -> true;
                case "false", "no", "" -> false;
                default -> throw new RuleBroken("assumption-malformed", "/assumption", "It is true or false.");
            };
        }

        private String text(String column, int most) {
            String text = cell(column);
            if (text.isEmpty() || text.length() > most || text.indexOf('\0') >= 0) {
                throw new RuleBroken("cell-refused", "/" + column, "1 to " + most + " characters.");
            }
            return text;
        }

        private String cell(String column) {
            int place = csv.columns.indexOf(column);
            return place < 0 ? "" : fields.getField(place).strip();
        }
    }

    static DriverCsv read(String body) {
        DriverCsv csv = new DriverCsv(records(body));
        boolean readable = csv.columns.containsAll(REQUIRED)
                && KNOWN.containsAll(csv.columns)
                && Set.copyOf(csv.columns).size() == csv.columns.size();
        if (!readable) {
            throw malformed("The header is " + HEADER + "; the last two may be left out.");
        }
        return csv;
    }

    List<Row> rows() {
        return rows.stream()
                .map(row -> new Row(row.getStartingLineNumber(), this, row))
                .toList();
    }

    private static List<CsvRecord> records(String body) {
        // A file cut off inside a quoted cell would otherwise be read as if it ended there.
        if (body.chars().filter(character -> character == '"').count() % 2 != 0) {
            throw malformed("A quoted cell does not end.");
        }
        List<CsvRecord> records = parsed(body);
        if (records.isEmpty()) {
            throw malformed("There is no header.");
        }
        if (records.size() > MOST_ROWS + 1) {
            throw Refusal.tooLarge("More than " + MOST_ROWS + " rows.");
        }
        return records;
    }

    private static List<CsvRecord> parsed(String body) {
        CsvReader.CsvReaderBuilder format = CsvReader.builder()
                .allowExtraFields(true)
                .allowMissingFields(true)
                .allowExtraCharsAfterClosingQuote(false);
        try (CsvReader<CsvRecord> reader = format.ofCsvRecord(body)) {
            return reader.stream().limit(MOST_ROWS + 2L).toList();
        } catch (CsvParseException broken) {
            throw malformed("It is not CSV: " + broken.getMessage());
        } catch (IOException fromText) {
            throw new UncheckedIOException(fromText);
        }
    }

    private static Refusal malformed(String detail) {
        return Refusal.malformed("csv-malformed", detail, new FieldError("", "is not the CSV that is read here"));
    }
}
